"""What `wellrun funnel` and `wellrun pareto` do: from a file to units or kinds, and from these to results."""
