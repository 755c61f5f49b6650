"""What a project's own state allows, and what its aim still lacks, whoever asks."""

from wellrun.projects.policies.aims import AimHint, aim_hints
from wellrun.projects.policies.barriers import takes_answer, takes_closing
from wellrun.projects.policies.drivers import OpenEnds, diagram_hints, open_ends
from wellrun.projects.policies.partners import partners_agree, takes_check
from wellrun.projects.policies.sentences import aim_sentence
from wellrun.projects.policies.states import moves_to, needs_no_look_back, possible_changes, takes_work
from wellrun.projects.policies.theories import Differences, Moved, Reworded, differences

__all__ = [
    "AimHint", "Differences", "Moved", "OpenEnds", "Reworded", "aim_hints", "aim_sentence", "diagram_hints",
    "differences", "moves_to", "needs_no_look_back", "open_ends", "partners_agree", "possible_changes",
    "takes_answer", "takes_check", "takes_closing", "takes_work",
]  # fmt: skip
