"""Words and signs of tests, for a project's story and for the pages of its tests."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.vocabulary import worded
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Decision, Stage
from wellrun.web.components.ramp.tag import RampStep
from wellrun.web.conversations.presenters import talk_text
from wellrun.web.shell.excerpts import shortened

FILLED = {Stage.PLAN: 0, Stage.DO: 1, Stage.STUDY: 2, Stage.ACT: 3, Stage.DONE: 4}
"""How many of the four parts are done: the ring that fills."""
SHORTEST_WHY = 60
"""Letters of a reason beside a step of the ramp: its page has all of it."""
OUTCOMES = {
    Decision.ADOPT: "st-adopt",
    Decision.ADAPT: "st-adapt",
    Decision.EXPAND: "st-expand",
    Decision.ABANDON: "st-drop",
}


def cycle_title(cycle: Cycle) -> str:
    return worded(_("%(idea)s: {test} %(number)d")) % {"idea": cycle.idea.text, "number": cycle.number}


def stage_icon(cycle: Cycle) -> str:
    return f"cyc-{FILLED[Stage(cycle.stage)]}"


def stage_text(cycle: Cycle) -> str:
    """The decision once there is one, otherwise what is waited for."""
    if cycle.decision:
        return str(Decision(cycle.decision).label)
    return str(Stage(cycle.stage).label)


def scale_text(cycle: Cycle) -> str:
    """ "4 people, 3 days, 1 place": how large a test is."""
    parts = (
        ngettext("%(n)d person", "%(n)d people", cycle.people) % {"n": cycle.people} if cycle.people else "",
        ngettext("%(n)d day", "%(n)d days", cycle.days) % {"n": cycle.days} if cycle.days else "",
        ngettext("%(n)d place", "%(n)d places", cycle.sites) % {"n": cycle.sites} if cycle.sites else "",
    )
    return ", ".join(part for part in parts if part)


def status_of(cycle: Cycle | None) -> tuple[str, str]:
    """Icon and words for an idea, from its newest test."""
    if cycle is None:
        return "st-new", _("Not started")
    if cycle.decision:
        words = {
            Decision.ADOPT: worded(_("{Adopted} after {test} %(number)d")),
            Decision.ADAPT: worded(_("{Adapted} after {test} %(number)d")),
            Decision.EXPAND: worded(_("{Expanded} after {test} %(number)d")),
            Decision.ABANDON: worded(_("{Abandoned} after {test} %(number)d")),
        }
        return OUTCOMES[Decision(cycle.decision)], words[Decision(cycle.decision)] % {"number": cycle.number}
    if cycle.stage == Stage.PLAN:
        return "st-new", worded(_("Planned: {test} %(number)d")) % {"number": cycle.number}
    if cycle.stage in (Stage.STUDY, Stage.ACT):
        return "st-wait", worded(_("%(stage)s: {test} %(number)d")) % {
            "stage": stage_text(cycle),
            "number": cycle.number,
        }
    return "st-test", worded(_("{Testing}: {test} %(number)d")) % {"number": cycle.number}


def ramp_steps(
    ramp: list[Cycle], here: Cycle | None = None, *, said: Mapping[int, int] = MappingProxyType({})
) -> tuple[RampStep, ...]:
    """``said``: how many comments there are about each."""
    return tuple(
        RampStep(
            title=worded(_("{Test} %(number)d")) % {"number": cycle.number},
            href=reverse("pdsa:cycle", args=[cycle.pk]),
            icon=stage_icon(cycle),
            scale=scale_text(cycle),
            outcome=stage_text(cycle),
            why=shortened(cycle.decision_why, SHORTEST_WHY),
            is_here=here is not None and cycle.pk == here.pk,
            is_planned=cycle.stage == Stage.PLAN,
            note=talk_text(said[cycle.pk]) if said.get(cycle.pk) else "",
        )
        for cycle in ramp
    )
