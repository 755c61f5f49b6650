"""Pages of organisations in plain values."""
