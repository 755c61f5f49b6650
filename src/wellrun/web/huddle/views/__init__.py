"""The huddle: one page that takes notes into the right places."""
