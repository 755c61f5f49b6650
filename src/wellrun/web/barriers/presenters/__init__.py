"""Barriers in plain values."""
