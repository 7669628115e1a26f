"""Services from files: read, checked, compared, and written all or none."""
