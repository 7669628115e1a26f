"""What the meetings of a period gave together: the yearly synthesis, counted."""
