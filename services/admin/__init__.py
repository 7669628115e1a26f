"""The screens of the team for the directory."""
