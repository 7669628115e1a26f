"""The directory arranged by need and by mode, to be read, printed and kept."""
