"""What `wellrun chart` does: from a file to charts, and from charts to text, tables and pictures."""
