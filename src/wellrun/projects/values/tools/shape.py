"""What a kind of tool is made of: where its items stand, what number they carry, and words of help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wellrun.projects.values.drivers import DriverKind

Words: TypeAlias = str | Promise


class ToolKind(TextChoices):
    FISHBONE = "fishbone", _("Fishbone")
    FIVE_WHYS = "five_whys", _("Five whys")
    PROCESS_MAP = "process_map", _("Process map")
    PARETO = "pareto", _("Pareto chart")
    STAKEHOLDERS = "stakeholders", _("Stakeholder grid")
    EFFORT_IMPACT = "effort_impact", _("Effort and impact grid")
    FORCE_FIELD = "force_field", _("Force field")
    AFFINITY = "affinity", _("Affinity sorting")
    VOTING = "voting", _("Nominal group vote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that every tool of the kind has: a quadrant, or a side."""

    key: str
    name: Words
    note: Words
    """What belongs there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Places that a team names itself: bones, lanes, heaps."""

    word: Words
    """What one is called."""
    start: tuple[Words, ...] = ()
    """Those that a new tool begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The number that an item carries, and what it means."""

    label: Words
    choices: tuple[tuple[int, Words], ...] = ()
    """Steps to choose from; without them it is a whole number of 0 or more."""
    is_needed: bool = False
    is_tally: bool = False
    """Counted up one by one, where it happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfTool:
    """One kind: its words, and what its items have."""

    kind: ToolKind
    asks: Words
    """The question that it answers."""
    what_for: Words
    when_not: Words
    how: tuple[Words, ...]
    """How to run it, with patients in the room."""
    subject: Words
    example: Words
    """Of its subject."""
    item: Words
    """What one item is called."""
    places: tuple[Place, ...] = ()
    groups: Groups | None = None
    may_wait: bool = False
    """An item may stand in no group yet."""
    depth: int = 1
    """How many items may stand below each other."""
    is_chain: bool = False
    """What was added below a card is asked about next."""
    is_sequence: bool = False
    """Its items have one order across all groups."""
    numbers: Numbers | None = None
    becomes: DriverKind = DriverKind.PRIMARY
    """What its items most often become."""
    is_team_matter: bool = False
    """Only the team reads it, whoever can see the project."""

    @property
    def has_places(self) -> bool:
        return bool(self.places) or self.groups is not None
