"""The directory: people of one's organisations, and what they can help with."""
