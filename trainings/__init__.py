"""What professionals ask to learn, and what answers it."""
