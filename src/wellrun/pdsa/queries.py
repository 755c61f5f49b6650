"""Questions about tests: one, those of a project, those that wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from wellrun.conversations.values import Topic, TopicKind
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.core.rests import named
from wellrun.core.sentences import Sentence
from wellrun.core.vocabulary import worded
from wellrun.measures.models import Measure
from wellrun.pdsa.models import Cycle, DayNote, Prediction
from wellrun.pdsa.permissions import may_view
from wellrun.pdsa.values import IdeaFlag, Stage, predictions_in
from wellrun.projects import queries as projects
from wellrun.projects.models import Project
from wellrun.projects.queries.history import THING
from wellrun.projects.values import PROJECT, State

__all__ = [
    "Cycle", "DayNote", "Prediction", "cycle_topic", "cycles_of", "day_change", "days_of", "get_for",
    "last_change_of_day", "latest_by_idea", "predicted_in", "predictions_of", "ramp_of", "ramps_of",
    "seen_in", "studies_for", "tests_on", "tests_resting_on", "visible_to", "waiting_for_study",
]  # fmt: skip


def visible_to(actor: Actor) -> QuerySet[Cycle]:
    """The tests that exist for this person. The same rule as `permissions.may_view`."""
    return Cycle.objects.filter(project__in=projects.visible_to(actor), is_removed=False)


def get_for(actor: Actor, cycle_id: int) -> Cycle | None:
    related = ("project__unit", "project__organisation", "idea", "measure")
    return visible_to(actor).select_related(*related).filter(pk=cycle_id).first()


def cycles_of(project: Project) -> QuerySet[Cycle]:
    """Every test of a project, by idea and number."""
    return (
        Cycle.objects.filter(project=project, is_removed=False)
        .select_related("idea")
        .order_by("idea_id", "number")
    )


def tests_resting_on(actor: Actor, measure_id: int) -> str:
    """Which tests read their result in a measure, for whoever wants to remove it."""
    rests = Cycle.objects.filter(measure_id=measure_id, is_removed=False, project__is_removed=False)
    seen = visible_to(actor).filter(pk__in=rests).select_related("idea").order_by("pk")
    test = worded(_("%(idea)s: {test} %(number)d"))
    names = [test % {"idea": each.idea.text, "number": each.number} for each in seen]
    others = rests.count() - len(names)
    if not names and not others:
        return ""
    words = ngettext("%(count)d that you cannot see", "%(count)d that you cannot see", others)
    told = named(names, words % {"count": others} if others else "")
    return worded(_("{Tests} read their result in it: %(names)s.")) % {"names": told}


def ramp_of(cycle: Cycle) -> list[Cycle]:
    """All tests of the same idea, in their order."""
    return list(Cycle.objects.filter(idea=cycle.idea_id, is_removed=False).order_by("number"))


def predictions_of(cycle: Cycle) -> list[Prediction]:
    """What was predicted, each for itself. Until the test begins nothing of it is in the database."""
    locked = list(cycle.predictions.order_by("position")) if cycle.is_locked else []
    texts = [] if locked else predictions_in(cycle.prediction)
    return locked or [
        Prediction(cycle=cycle, position=position, text=text) for position, text in enumerate(texts, start=1)
    ]


def days_of(cycle: Cycle) -> list[DayNote]:
    """What was seen day by day, the first day first."""
    return list(cycle.day_notes.order_by("day"))


def predicted_in(cycles: Iterable[Cycle]) -> dict[int, list[Prediction]]:
    """What was predicted in several tests that have begun, in one question."""
    rows = Prediction.objects.filter(cycle__in=[each.pk for each in cycles]).order_by("cycle_id", "position")
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.cycle_id)}


def seen_in(cycles: Iterable[Cycle]) -> dict[int, list[DayNote]]:
    """What was seen day by day in several tests, in one question."""
    rows = DayNote.objects.filter(cycle__in=[each.pk for each in cycles]).order_by("cycle_id", "day")
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.cycle_id)}


def day_change(cycle: Cycle, change_id: int) -> AuditRecord | None:
    """One change to a day of this test."""
    record = audit.record_with(change_id, kind=THING)
    if record is None or record.thing_id != cycle.project_id:
        return None
    return record if record.part.startswith(_day_part(cycle)) else None


def last_change_of_day(cycle: Cycle, day: date) -> AuditRecord | None:
    """What was done last to the line of this day."""
    return audit.latest_of_part(THING, cycle.project_id, f"{_day_part(cycle)}{day.isoformat()}")


def _day_part(cycle: Cycle) -> str:
    return f"cycle/{cycle.pk}/day/"


def ramps_of(project: Project) -> list[list[Cycle]]:
    """The tests of a project, one list for each idea; the idea with the latest test first."""
    ramps = [list(group) for _idea, group in groupby(cycles_of(project), key=lambda each: each.idea_id)]
    return sorted(ramps, key=lambda ramp: -max(cycle.pk for cycle in ramp))


def latest_by_idea(cycles: Iterable[Cycle]) -> dict[int, Cycle]:
    """The newest test of each idea that has begun; where none has, the newest one that is planned."""
    latest: dict[int, Cycle] = {}
    for cycle in cycles:
        if cycle.stage != Stage.PLAN or latest.get(cycle.idea_id, cycle).stage == Stage.PLAN:
            latest[cycle.idea_id] = cycle
    return latest


def tests_on(actor: Actor, measure: Measure) -> list[IdeaFlag]:
    """The ideas whose tests are read from this chart, each once, from the day when its first test began.

    A ramp of many tests would cover its own chart; its page tells them one by one.
    """
    begun = visible_to(actor).filter(measure=measure, locked_at__isnull=False, starts_on__isnull=False)
    first: dict[int, IdeaFlag] = {}
    for cycle in begun.select_related("idea").order_by("starts_on", "pk"):
        if cycle.starts_on is not None:
            first.setdefault(cycle.idea_id, IdeaFlag(period=cycle.starts_on, label=cycle.idea.text))
    return list(first.values())


def studies_for(actor: Actor, *, on: date, most: int) -> list[Cycle]:
    """Tests of the person's own teams that ended, or were told of, and wait for Study or a decision."""
    ended = Q(stage=Stage.DO, ends_on__lt=on) | Q(stage__in=(Stage.STUDY, Stage.ACT))
    rows = Cycle.objects.filter(
        ended,
        project_id__in=actor.places(PROJECT, projects.OWN_WORK),
        project__is_removed=False,
        is_removed=False,
    ).exclude(project__state=State.CLOSED)
    return list(rows.select_related("idea", "project").order_by("ends_on", "pk")[:most])


def waiting_for_study(*, on: date) -> QuerySet[Cycle]:
    """Tests whose last day has gone by, with nothing studied yet: somebody might be reminded."""
    stages = (Stage.DO, Stage.STUDY)
    return Cycle.objects.filter(stage__in=stages, ends_on__lt=on, is_removed=False).select_related("project")


def cycle_topic(cycle: Cycle) -> Topic:
    """What people talk about: one test."""
    name = Sentence(
        gettext_noop("%(idea)s: {test} %(number)s"), {"idea": cycle.idea.text, "number": cycle.number}
    )
    return replace(
        projects.project_topic(cycle.project),
        kind="cycle",
        id=cycle.pk,
        name=name,
        page=reverse("pdsa:cycle", args=[cycle.pk]),
        may_view=lambda actor: may_view(actor, cycle),
    )


def _find(cycle_id: int) -> Topic | None:
    rows = Cycle.objects.filter(pk=cycle_id, is_removed=False)
    cycle = rows.select_related("project__organisation", "project__unit", "idea").first()
    return cycle_topic(cycle) if cycle is not None else None


TOPICS = (TopicKind(kind="cycle", find=_find, visible_to=visible_to),)
