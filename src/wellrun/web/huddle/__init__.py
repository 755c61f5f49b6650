"""The team's huddle: what we tested, what the data say, the next test, and who."""
