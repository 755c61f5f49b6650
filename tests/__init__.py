"""Tests. They prove behaviour on a real browser, a real SQLite and a real PostgreSQL."""
