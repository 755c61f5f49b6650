"""The theory and the tests of a project in short: where each idea stands, and what is tested now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.vocabulary import worded
from wellrun.pdsa.queries import Cycle, latest_by_idea
from wellrun.pdsa.values import Decision, Stage
from wellrun.projects.queries import Branch, Project
from wellrun.projects.values import DriverKind
from wellrun.web.components.ramp.tag import RampStep
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.projects.presenters.cycles import OUTCOMES, cycle_title, ramp_steps, status_of
from wellrun_spc.wording import format_date

MOST_DECIDED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaLine:
    """One idea, and where it stands."""

    text: str
    icon: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverCard:
    """A primary driver with all that is tried for it."""

    text: str
    href: str
    ideas: tuple[IdeaLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestsView:
    """The ramp that the team is on, and what it decided last."""

    ramp: str
    steps: tuple[RampStep, ...]
    decided: tuple[Moment, ...]
    all: str
    """ "All 11 tests"."""


def present_theory(
    project: Project, branches: Iterable[Branch], cycles: Iterable[Cycle]
) -> tuple[DriverCard, ...]:
    latest = latest_by_idea(cycles)
    diagram = reverse("drivers:diagram", args=[project.pk])
    return tuple(
        DriverCard(
            text=branch.driver.text,
            href=f"{diagram}?at={branch.driver.pk}#chosen",
            ideas=tuple(_idea_lines(branch, latest)),
        )
        for branch in branches
    )


def _idea_lines(branch: Branch, latest: dict[int, Cycle]) -> Iterator[IdeaLine]:
    for below in branch.below:
        if below.driver.kind == DriverKind.IDEA:
            icon, status = status_of(latest.get(below.driver.pk))
            yield IdeaLine(text=below.driver.text, icon=icon, status=status)
        yield from _idea_lines(below, latest)


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
        all=worded(ngettext("See %(count)d {test}", "All %(count)d {tests}", count)) % {"count": count},
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
