"""Projects as plain values for pages."""
