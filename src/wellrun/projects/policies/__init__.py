"""What a project's own state allows, and what its aim still lacks, whoever asks."""

from wellrun.projects.policies.aims import AimHint, aim_hints
from wellrun.projects.policies.drivers import diagram_hints
from wellrun.projects.policies.sentences import aim_sentence
from wellrun.projects.policies.states import moves_to, possible_changes, takes_work

__all__ = [
    "AimHint",
    "aim_hints",
    "aim_sentence",
    "diagram_hints",
    "moves_to",
    "possible_changes",
    "takes_work",
]
