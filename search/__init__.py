"""One search over everything the portal publishes."""
