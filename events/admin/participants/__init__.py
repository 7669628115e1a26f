"""The team's screens of who comes: the list of a meeting, a person, mail and files."""
