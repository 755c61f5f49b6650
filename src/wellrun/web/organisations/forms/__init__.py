"""Forms about units, roles and settings."""
