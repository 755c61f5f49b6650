"""Projects: the portfolio, and the story of one."""
