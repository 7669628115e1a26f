"""What is said to be wrong in the directory, and what the team makes of it."""
