"""What a package told of people and places elsewhere, as words: nobody of there has an account here by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """As JSON holds it. People are known by their place in ``people``, which begins at 1."""

    people: Sequence[str] = ()
    here: Mapping[str, int] = field(default_factory=dict)
    """Who of them is which person here, as the one who brought the package said."""
    by: Mapping[str, int] = field(default_factory=dict)
    """Who wrote a row there: "aim/12" -> 3."""
    team: Sequence[Mapping[str, Any]] = ()
    """Those of the team who are nobody here."""
    agreed: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Partners who agreed with a level there. Here only they themselves could."""
    asked: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    """Leaders whom a barrier was asked of there."""
    words: Sequence[Mapping[str, Any]] = ()
    """What partners said there about calling it done."""
    items: Sequence[Mapping[str, Any]] = ()
    """What daily control looked after there. ``measure`` is the id of the measure here."""
    about: Mapping[str, int] = field(default_factory=dict)
    """Comments that stand with the project here, and which of these items they were about there."""
    partners: Sequence[str] = ()
    """Organisations that took part there."""
    earlier: Sequence[Mapping[str, Any]] = ()
    """The way before that, the latest first."""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Told:
        return cls(**{name: kept[name] for name in cls.__dataclass_fields__ if name in kept})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def person(self, number: int | None) -> str:
        """What somebody is called there; empty where the package does not say."""
        return self.people[number - 1] if number is not None and 0 < number <= len(self.people) else ""

    def wrote(self, part: str, otherwise: str) -> str:
        """Who wrote a row: "aim/12". A row that was written here is by whom it says."""
        return self.person(self.by.get(part)) or otherwise

    def those_who_agreed(self, involvement_id: int) -> tuple[str, ...]:
        return tuple(self.person(each["person"]) for each in self.agreed.get(str(involvement_id), ()))

    def those_asked(self, barrier_id: int) -> tuple[str, ...]:
        return tuple(self.person(each["person"]) for each in self.asked.get(str(barrier_id), ()))


NOTHING_TOLD = Told()
