"""Conversations: read them, join in, put one's own words right."""
