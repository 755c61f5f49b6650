"""The tests of a project in short: what is tested now, and what was decided last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.vocabulary import worded
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Decision, Stage
from wellrun.web.components.ramp.tag import RampStep
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.projects.presenters.cycles import OUTCOMES, cycle_title, ramp_steps
from wellrun_spc.wording import format_date

MOST_DECIDED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TestsView:
    """The ramp that the team is on, and what it decided last."""

    ramp: str
    steps: tuple[RampStep, ...]
    decided: tuple[Moment, ...]
    all: str
    """ "See the 11 tests"."""


def present_tests(cycles: Sequence[Cycle]) -> TestsView | None:
    """Nothing where there is no test yet: the story says elsewhere what comes first."""
    if not cycles:
        return None
    now = max(cycles, key=_is_now)
    ramp = [each for each in cycles if each.idea_id == now.idea_id]
    decided = sorted((each for each in cycles if each.decided_at), key=_decided_at, reverse=True)
    count = len(cycles)
    return TestsView(
        ramp=now.idea.text,
        steps=ramp_steps(ramp, now),
        decided=tuple(_moment(each) for each in decided[:MOST_DECIDED]),
        all=worded(ngettext("See %(count)d {test}", "See the %(count)d {tests}", count)) % {"count": count},
    )


def _is_now(cycle: Cycle) -> tuple[bool, bool, datetime, int]:
    """What waits for the team first, then what began last, then what is planned."""
    is_waiting = cycle.stage in (Stage.STUDY, Stage.ACT)
    return (is_waiting, cycle.stage != Stage.PLAN, cycle.locked_at or cycle.created_at, cycle.pk)


def _decided_at(cycle: Cycle) -> datetime:
    return cycle.decided_at or cycle.created_at


def _moment(cycle: Cycle) -> Moment:
    day = localtime(_decided_at(cycle)).date()
    said = {"test": cycle_title(cycle), "decision": Decision(cycle.decision).label}
    return Moment(
        title=worded(_("%(test)s. %(decision)s")) % said,
        lines=tuple(filter(None, (cycle.learned, cycle.decision_why)))[:1],
        icon=OUTCOMES[Decision(cycle.decision)],
        when=format_date(day),
        when_iso=day.isoformat(),
    )
