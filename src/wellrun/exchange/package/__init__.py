"""A whole project as one file: packed with all that belongs to it, and brought in elsewhere."""
