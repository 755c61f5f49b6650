"""Tests of change: the ramps of a project, and one PDSA cycle."""
