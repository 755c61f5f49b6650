"""Tests as plain values for pages."""
