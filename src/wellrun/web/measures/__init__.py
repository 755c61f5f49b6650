"""The pages of measures: the list, one measure, one number, and a new measure from a file."""
