"""The catalogue as CSV, in both directions: what is exported comes back unchanged."""
