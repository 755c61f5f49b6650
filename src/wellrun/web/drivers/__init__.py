"""The driver diagram of a project."""
