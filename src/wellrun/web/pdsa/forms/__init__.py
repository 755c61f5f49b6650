"""Forms of a test: its plan, and what came of it."""
