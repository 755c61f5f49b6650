"""Many series at once: the same results as one by one, from a compiled panel, where it is installed."""
