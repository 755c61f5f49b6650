"""The level of involvement in words and on its ruler."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.projects.queries import Involvement
from wellrun.projects.values import LADDER, NOTHING_TOLD, Told
from wellrun.projects.values import Involvement as Level
from wellrun_spc.wording import format_date

STEPS = tuple(level for level in LADDER if level != Level.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelView:
    """The level now: where it stands on the ruler, what it looks like, who agreed."""

    at: int
    steps: tuple[str, ...]
    word: str
    practice: str
    agreed: str
    when: str


def present_level(row: Involvement, told: Told = NOTHING_TOLD) -> LevelView:
    level = Level(row.level)
    return LevelView(
        at=LADDER.index(level),
        steps=tuple(str(each.label) for each in STEPS),
        word=str(level.label),
        practice=row.practice,
        agreed=_agreed(row, told),
        when=format_date(row.at.date()),
    )


def _agreed(row: Involvement, told: Told) -> str:
    """Who agreed, by name; or that no partner has yet."""
    agreements = list(row.agreements.all())
    if not agreements and (there := told.those_who_agreed(row.pk)):
        return _("%(names)s agreed this level where the project came from.") % {"names": joined(there)}
    if not agreements:
        return _("No service user or carer on the team has agreed to this yet.")
    words = {
        "names": joined([each.person.name for each in agreements]),
        "day": format_date(max(each.at for each in agreements).date()),
    }
    return _("%(names)s agreed this level themselves, last on %(day)s.") % words


def joined(names: Iterable[str]) -> str:
    """ "Marcus Bell, Joanne Whitlock and Kwame Asante"."""
    *first, last = names
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last
