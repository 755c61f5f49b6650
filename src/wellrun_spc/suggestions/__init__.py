"""Where a new phase might start: suggestions that a person takes up or leaves."""

from wellrun_spc.suggestions.front import METHODS, Suggestion, suggest_phases

__all__ = ["METHODS", "Suggestion", "suggest_phases"]
