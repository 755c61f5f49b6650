"""Search over everything that has a name: one index, and one question for all domains."""
