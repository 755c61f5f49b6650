"""Tests about the code base itself. Each is cheap, and each closes a door for good."""
