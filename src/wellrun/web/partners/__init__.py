"""Partner organisations: asked by a project, answering for themselves, and seeing nothing else."""
