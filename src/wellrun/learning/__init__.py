"""What projects teach: stories for others, written from the record."""
