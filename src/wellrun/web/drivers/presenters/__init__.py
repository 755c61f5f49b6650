"""The driver diagram as plain values for its pages and files."""
