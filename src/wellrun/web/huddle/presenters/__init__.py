"""The huddle in plain values."""
