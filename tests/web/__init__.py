"""Pages, seen through Django's test client: one file for each page."""
