"""The family of measures of a project."""
