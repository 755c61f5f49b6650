"""The end of a project: look back, then hand the gain over or close with what was learned."""
