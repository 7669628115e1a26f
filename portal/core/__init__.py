"""What every room needs and that needs no room."""
