"""How far the project has come: what the record suggests, and what the coach agreed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.capability.values import Suggestion
from wellrun.projects.queries import Progress
from wellrun.projects.values import LEVELS, NOTHING_TOLD, Told
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """The place on the ruler, whose word it is, and what the next step needs."""

    at: float
    steps: tuple[str, ...]
    mark: str
    whose: str
    note: str
    next_step: str
    """"To reach 3, Some tests work": or empty at the end of the scale."""
    missing: tuple[str, ...]


def present_progress(
    suggestion: Suggestion,
    confirmed: Sequence[Progress],
    *,
    is_stranger: bool = False,
    told: Told = NOTHING_TOLD,
) -> ProgressView:
    """The coach's score where there is one; otherwise the suggestion, named as such."""
    latest = confirmed[0] if confirmed else None
    score = latest.score if latest is not None else suggestion.score
    level = suggestion.after(score)
    return ProgressView(
        at=score,
        steps=tuple(str(name) for step, name in LEVELS.items() if step == int(step)),
        mark=score_text(score),
        whose=_whose(suggestion, latest, told, is_stranger=is_stranger),
        note=latest.note if latest is not None and not is_stranger else "",
        next_step=_("To reach %(level)s") % {"level": f"{level.score:g}, {level.name}"} if level else "",
        missing=tuple(item.text for item in suggestion.missing_for(level)) if level else (),
    )


def score_text(score: float) -> str:
    """ "3.5 Measures moving"."""
    return f"{score:g} {LEVELS[score]}"


def _whose(suggestion: Suggestion, latest: Progress | None, told: Told, *, is_stranger: bool) -> str:
    words = {"score": f"{suggestion.score:g}"}
    if latest is None:
        return _("Suggested from your record: %(score)s. A coach has not looked at it yet.") % words
    words |= {"day": format_date(latest.at.date()), "agreed": f"{latest.score:g}"}
    if is_stranger:
        return _("A coach agreed on %(agreed)s on %(day)s.") % words
    words["coach"] = told.wrote(f"progress/{latest.pk}", latest.coach.name)
    return (
        _("Suggested from your record: %(score)s. Coach %(coach)s agreed on %(agreed)s on %(day)s.") % words
    )
