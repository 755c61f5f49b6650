"""What a project's record shows of its progress."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Plain counts from the record; nothing here is anybody's opinion."""

    has_aim: bool = False
    aim_has_number_and_date: bool = False
    has_baseline: bool = False
    """Where it started: in the aim, or as enough numbers before the first test."""
    n_people: int = 0
    has_lead: bool = False
    n_drivers: int = 0
    n_ideas: int = 0
    n_tests_begun: int = 0
    n_tests_decided: int = 0
    n_tests_kept: int = 0
    """Adopted or expanded."""
    n_tests_studied_with_prediction: int = 0
    n_measures: int = 0
    """Measures that the tests or the project read."""
    n_with_target: int = 0
    n_improving: int = 0
    """Better than where they began: their limits may have been redrawn on the gain."""
    n_meeting: int = 0
    """Measures that meet their target, and can be expected to go on."""
    is_implementing: bool = False
    is_in_control: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of evidence of a level, there or missing."""

    text: str
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A score with its evidence."""

    score: float
    name: str
    items: tuple[Item, ...]

    @property
    def is_reached(self) -> bool:
        return all(item.is_there for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the record suggests, with every level's evidence."""

    score: float
    levels: tuple[Level, ...]

    def after(self, agreed: float) -> Level | None:
        """The next level above both the record and what a coach agreed on; ``None`` at the end."""
        reached = max(self.score, agreed)
        return next((level for level in self.levels if level.score > reached), None)

    def missing_for(self, level: Level) -> tuple[Item, ...]:
        """What the record still lacks for a level: its own evidence, and that of the levels below it."""
        below = [each for each in self.levels if each.score <= level.score]
        return tuple(item for each in below for item in each.items if not item.is_there)
