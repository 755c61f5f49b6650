"""What an aim still lacks. Hints coach: they never stop anybody from saving.

A good aim says what, for whom, how much, from where, and by when (Langley et al., The Improvement Guide, 2nd
ed., 2009, chapter 5). It names a result and leaves the way there open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wellrun.projects.models import Aim

# Words with which people name a solution when they are asked for a result.
_SOLUTION = re.compile(
    r"\b(implement|introduce|roll(ing)? out|install|launch|set up|by using|by training|train (all )?staff"
    r"|new (form|poster|app|system|template|checklist|policy))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AimHint:
    """One thing to think about: what is missing, and how to add it."""

    code: str
    title: str
    text: str


def aim_hints(aim: Aim, *, today: date) -> tuple[AimHint, ...]:
    """What a coach would ask next, the most important first."""
    hints = (
        _number(aim),
        _day(aim, today),
        _baseline(aim) or _way(aim),
        _solution(aim),
        _people(aim),
    )
    return tuple(hint for hint in hints if hint is not None)


def _number(aim: Aim) -> AimHint | None:
    if aim.goal is not None:
        return None
    text = _("Say how much: a number people can recognise when they get there, like 2 a week.")
    return AimHint(code="no_number", title=_("How much?"), text=text)


def _day(aim: Aim, today: date) -> AimHint | None:
    if aim.by_when is None:
        text = _("Choose a day. Some is not a number, soon is not a time.")
        return AimHint(code="no_day", title=_("By when?"), text=text)
    if aim.by_when < today:
        text = _("That day has gone by. Agree a new one, or close the project with what you learned.")
        return AimHint(code="past", title=_("The day has passed"), text=text)
    return None


def _baseline(aim: Aim) -> AimHint | None:
    if aim.start is not None:
        return None
    text = _("Find out where you are now, so that you can see whether it moves.")
    return AimHint(code="no_baseline", title=_("From where?"), text=text)


def _way(aim: Aim) -> AimHint | None:
    """Where they are is where they want to be."""
    if aim.goal is None or aim.start != aim.goal:
        return None
    text = _("You start where you want to be. Check both numbers, or say what should be different.")
    return AimHint(code="same", title=_("From and to are the same"), text=text)


def _solution(aim: Aim) -> AimHint | None:
    found = _SOLUTION.search(aim.what)
    if found is None:
        return None
    text = _("“%(words)s” sounds like a way to get there. What would be better for people if it worked?")
    return AimHint(code="solution", title=_("Is this a solution?"), text=text % {"words": found[0]})


def _people(aim: Aim) -> AimHint | None:
    if aim.for_whom:
        return None
    return AimHint(code="no_people", title=_("For whom?"), text=_("Name the people it should be better for."))
