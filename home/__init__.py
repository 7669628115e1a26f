"""The front door: home, plain and legal pages, and how a site is filled at first."""
