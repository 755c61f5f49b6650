"""Tools of a project: what a team uses to understand its problem and to choose together."""
