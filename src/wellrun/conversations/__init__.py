"""Conversations: what people say to each other about a project, a test, a measure or anything else."""
