"""The compiled passes: the kernel that single charts run as plain Python, and a bit-parallel twin of it."""
