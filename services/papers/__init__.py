"""The directory on paper: aide-mémoires, lists and selections, as PDF."""
