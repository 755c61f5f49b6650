"""Bytes that try to break the statistics and the reading of files. See `python -m tools.fuzz --help`."""
