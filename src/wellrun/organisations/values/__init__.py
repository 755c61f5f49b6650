"""Roles, perspectives and methods; what happened to an organisation, in words."""

from wellrun.organisations.values.changes import Change
from wellrun.organisations.values.choices import (
    INHERITED,
    LEADING_ROLES,
    TEAM_ROLES,
    UNIT,
    Method,
    Perspective,
    Role,
)
from wellrun.organisations.values.sentences import THINGS, sentence_of

__all__ = [
    "INHERITED", "LEADING_ROLES", "TEAM_ROLES", "THINGS", "UNIT", "Change", "Method", "Perspective", "Role",
    "sentence_of",
]  # fmt: skip
