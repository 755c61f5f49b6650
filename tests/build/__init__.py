"""Builders: worlds made through the services, so that a test's world is one that the product can reach."""
