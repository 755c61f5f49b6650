"""News for one person: what they were told, read and unread."""
