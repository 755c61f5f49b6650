"""What a person chooses for themselves: light or dark, and the language."""
