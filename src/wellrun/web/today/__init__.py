"""Today: where one begins."""
