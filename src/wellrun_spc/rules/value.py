"""A rule set as a value: its parts, its policies, and its saved form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from wellrun_spc.rules.parts import Part
from wellrun_spc.rules.saving import CHOICES, SCHEMA, restored, saved_part


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """What counts as a signal, and the policies that go with it."""

    name: str
    version: int
    title: str
    """As people say it, on the head of a chart."""
    parts: tuple[Part, ...]
    """In order of precedence."""
    ties: Literal["break", "skip"]
    """What a point exactly on the centre does to a run."""
    gaps: Literal["break", "skip"]
    """What a missing point does to a run about the centre."""
    screening: bool
    """Whether extreme moving ranges are screened out once, unless the chart says otherwise."""
    factors: Literal["exact", "published"]
    """Exact factors, or the printed 2.66 and 3.267."""
    on_limit: Literal["met", "not_met"]
    """Whether a target exactly on a limit counts as met."""
    conflict: Literal["first", "improvement"]
    """Which signal the reading follows where the latest point is both good and bad news."""
    sentence: str
    """What the set looks for, for people."""
    bounds: Literal["anhoej", "box"] = "anhoej"
    """Where the bounds for the longest run and the crossings come from."""

    @property
    def key(self) -> str:
        """Name and version, as stored with a chart: ``anhoej/1``."""
        return f"{self.name}/{self.version}"

    def to_dict(self) -> dict[str, object]:
        """The set as plain data, which can be saved with a measure and read back by `from_dict`.

        Raises
        ------
        SeriesError
            Where a part is not one of this program's.
        """
        return {
            "schema": SCHEMA,
            "name": self.name,
            "version": self.version,
            "title": self.title,
            "parts": [saved_part(part) for part in self.parts],
            "screening": self.screening,
            **{name: getattr(self, name) for name in CHOICES},
            "sentence": self.sentence,
        }

    @classmethod
    def from_dict(cls, saved: Mapping[str, Any]) -> RuleSet:
        """A set from what `to_dict` gave, or from data that a person wrote.

        Parameters
        ----------
        saved
            ``name``, ``title``, ``parts`` (each with its ``rule`` and options) and ``sentence`` are needed;
            the rest is as in ``anhoej/1`` where it is left out.

        Raises
        ------
        SeriesError
            Where something is missing or is not known: it names it, and what to write instead.
        """
        return cls(**restored(saved))
