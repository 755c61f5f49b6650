"""Barriers: a team asks, a leader answers."""
