"""Organisations in files: a tree of units and people in, a copy of everything out."""
