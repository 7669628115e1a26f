"""The team's own screens: requests are no snippets, so that nothing else lists them."""
