"""Stories for others to learn from."""
