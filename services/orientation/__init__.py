"""Ways into the directory for who does not know whom to look for."""
