"""Organisations: the tree of units, people and their roles, and administration."""
