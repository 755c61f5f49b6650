"""Whether an aim is met, read off the chart and never off one good month."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import wellrun_spc as spc
from wellrun.core.vocabulary import worded_lazy
from wellrun_spc.wording import format_moment, format_value

LEAST_POINTS = 8
"""A phase of fewer points says too little about where a process has settled."""


class AimMet(TextChoices):
    MET = "met", worded_lazy(gettext_lazy("{The_aim} is met and holds"))
    NOT_MET = "not_met", worded_lazy(gettext_lazy("{The_aim} is not met yet"))
    UNKNOWN = "unknown", gettext_lazy("The data cannot say yet")


@dataclass(frozen=True, slots=True, kw_only=True)
class AimVerdict:
    """The verdict, and the reason for it in a sentence."""

    met: AimMet
    reason: str


def aim_verdict(chart: spc.Chart | None) -> AimVerdict:
    """Met: the centre of the latest phase is on target, from 8 points or more, with no concerning signal.

    Points that are missing or left out do not count. A chart without a target or a good direction has no
    verdict. The rule is Wellrun's own: one good month is not an aim met.
    """
    if chart is None:
        return _unknown(_("There is no main measure with numbers yet."))
    phase, target = chart.phases[-1], chart.points[-1].target
    if target is None or chart.direction == "neutral":
        return _unknown(_("The main measure needs a target, and a word on which way is better."))
    inside = chart.points[phase.start : phase.end + 1]
    count = sum(point.value is not None and not point.excluded for point in inside)
    said = {
        "centre": _number(chart, phase.centre),
        "target": _number(chart, target),
        "since": format_moment(inside[0].x, chart.period),
        "count": count,
    }
    if count < LEAST_POINTS or phase.centre is None:
        return _unknown(
            _("There are %(count)d points since %(since)s. It takes 8 to know where things have settled.")
            % said
        )
    if not _is_on_target(chart.direction, phase.centre, target):
        words = _(
            "The average since %(since)s is %(centre)s, from %(count)d points. The target is %(target)s."
        )
        return AimVerdict(met=AimMet.NOT_MET, reason=words % said)
    if _is_concerning(chart, phase):
        words = _("The average since %(since)s is %(centre)s and meets the target of %(target)s, but a "
                  "concerning signal in these points says that it does not hold yet.")  # fmt: skip
        return AimVerdict(met=AimMet.NOT_MET, reason=words % said)
    words = _("The average since %(since)s is %(centre)s, from %(count)d points. It meets the target of "
              "%(target)s, with no concerning signal.")  # fmt: skip
    return AimVerdict(met=AimMet.MET, reason=words % said)


def _unknown(reason: str) -> AimVerdict:
    return AimVerdict(met=AimMet.UNKNOWN, reason=reason)


def _is_on_target(direction: str, centre: float, target: float) -> bool:
    return centre <= target if direction == "decrease" else centre >= target


def _is_concerning(chart: spc.Chart, phase: spc.Phase) -> bool:
    """A pattern on the bad side of the phase's own centre."""
    bad = "high" if chart.direction == "decrease" else "low"
    return any(
        signal.phase == phase.index and signal.clear and signal.side == bad for signal in chart.signals
    )


def _number(chart: spc.Chart, value: float | None) -> str:
    return "" if value is None else format_value(value, percent=chart.percent)
