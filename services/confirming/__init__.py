"""Asking those who are listed whether their entries are still right."""
