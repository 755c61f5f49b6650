"""What a measure's own state allows, whoever asks: numbers, periods, words and definitions it accepts."""

from wellrun.measures.policies.aims import AimMet, AimVerdict, aim_verdict
from wellrun.measures.policies.definitions import problem_with_definition
from wellrun.measures.policies.imports import problem_with_observations
from wellrun.measures.policies.numbers import (
    LONGEST_NOTE,
    LONGEST_REASON,
    Problem,
    accepts_numbers,
    problem_with_future,
    problem_with_numbers,
    problem_with_period,
    problem_with_text,
    problem_with_year,
)

__all__ = [
    "LONGEST_NOTE",
    "LONGEST_REASON",
    "AimMet",
    "AimVerdict",
    "Problem",
    "accepts_numbers",
    "aim_verdict",
    "problem_with_definition",
    "problem_with_future",
    "problem_with_numbers",
    "problem_with_observations",
    "problem_with_period",
    "problem_with_text",
    "problem_with_year",
]
