"""Needs that people suggest, and what the team makes of them."""
