"""What partners announce by a feed: read, kept apart, decided on by the team."""
