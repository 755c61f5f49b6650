"""Capability: how far projects have come, read from what their teams wrote."""
