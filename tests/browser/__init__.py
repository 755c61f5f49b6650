"""Whole journeys in a real Chromium: with and without script, by keyboard alone, and for axe."""
