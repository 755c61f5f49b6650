"""Pages of barriers."""
