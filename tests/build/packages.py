"""A project with something in every part of its record, its package, and packages that somebody broke."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    FloatField,
    Model,
    PositiveIntegerField,
    Q,
    TextField,
)

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.measures import a_percentage, week
from tests.build.projects import Team, again
from tests.build.tools import a_card, a_tool, a_vote, ranked
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.services import set_huddle
from wellrun.conversations.services import edit_comment, post_comment, react, remove_comment
from wellrun.conversations.values import topic_of
from wellrun.core.actor import Actor
from wellrun.exchange.package.gathering import Choices
from wellrun.exchange.package.limits import FOR_PAGES
from wellrun.exchange.package.reading import Package, read_package
from wellrun.exchange.package.sealed import MANIFEST, README, RECORD
from wellrun.exchange.package.services import export_project
from wellrun.learning.models import Story
from wellrun.learning.services import close_with_story, hand_over_with_story
from wellrun.measures.models import Measure, MeasureUse, Observation, PhaseStart
from wellrun.measures.services import annotate, set_excluded, use_measure
from wellrun.organisations.models import Organisation
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import decide, note_day, plan_cycle, start_cycle, study, tell_what_happened
from wellrun.pdsa.values import Answer, DaySeen, Match, Plan
from wellrun.projects.models import (
    Action,
    Aim,
    Barrier,
    CoachingNote,
    Driver,
    PartnerOrganisation,
    Project,
    Request,
    Seat,
    Tag,
    Tool,
    Word,
)
from wellrun.projects.services import (
    add_action,
    add_driver,
    answer_barrier,
    confirm_progress,
    keep_version,
    log_coaching,
    raise_barrier,
    record_involvement,
    remove_driver,
    revise_aim,
    say_word,
    serve_another,
    tools,
)
from wellrun.projects.values import PartnerState, SeatRole
from wellrun.projects.values.tools import KINDS


def a_whole_project(cast: Cast, *, with_tools: bool = False) -> Team:
    """Closed with learning: nothing that a project can hold is missing from it, ``with_tools`` and talk."""
    team, measure = an_ending_project(cast)
    project, lead = team.project, team.lead
    revise_aim(
        actor=lead, project=project, what="Halve restraints on Alder Ward", for_whom="people on the ward",
        start=4.8, goal=2.4, by_when=date(2026, 6, 30), reason="Named the ward", now=NOW,
    )  # fmt: skip
    cycle = _theory(team, measure.pk)
    annotate(actor=cast.owner, measure=measure, period=week(30), label="=1+1 <b>cards</b>", now=NOW)
    set_excluded(actor=cast.owner, measure=measure, period=week(4), excluded=True, reason="Strike", now=NOW)
    Observation.objects.create(
        measure=measure, stratum="Nights", period=week(3), value=2, entered_at=NOW, entered_by_id=lead.id
    )
    use_measure(actor=lead, project=project, measure=a_percentage(cast), kind="process", now=NOW)
    project.tags.add(Tag.objects.create(organisation=project.organisation, name="safety"))
    record_involvement(actor=team.partner, project=project, level="co_design", practice="Weekly.", now=NOW)
    if with_tools:
        _understand(team)
    barrier = raise_barrier(
        actor=lead, project=project, text="Lights too bright", person_id=team.sponsor.id, now=NOW
    )
    answer_barrier(actor=team.sponsor, barrier=barrier, answer="Fitted next week.", now=NOW)
    raise_barrier(actor=lead, project=project, text="No room", person_id=team.sponsor.id, now=NOW)
    log_coaching(actor=team.coach, project=project, on=NOW.date(), what="The lead is tired.", now=NOW)
    confirm_progress(actor=team.coach, project=project, score=4.0, suggested=3.5, note="Seen.", now=NOW)
    add_action(actor=lead, project=project, text="Print cards", person_id=team.partner.id, now=NOW)
    hand_over_with_story(actor=lead, project=project, item=an_item(team, measure), now=NOW)
    say_word(actor=team.partner, project=project, target="closed_with_learning", is_yes=True, now=NOW)
    close_with_story(actor=lead, project=project, reason="The gain holds", now=NOW)
    if with_tools:
        _fill_in(cast, project)
        _talk(team, {"cycle": cycle, "measure": measure.pk, "barrier": barrier.pk})
    project.refresh_from_db()
    return team


def _theory(team: Team, measure_id: int) -> int:
    project, lead = team.project, team.lead
    first, second = (
        add_driver(actor=lead, project=project, kind="primary", text=text, now=NOW)
        for text in ("Spotting distress", "Calm places")
    )
    idea = add_driver(
        actor=lead,
        project=project,
        kind="idea",
        text="Distress card",
        parent_id=first.pk,
        why="It worked",
        now=NOW,
    )
    serve_another(actor=lead, project=project, driver=idea, parent_id=second.pk, now=NOW)
    plan = Plan(question="Will people use it?", prediction="7 of 10\nNobody minds", people=1, days=1)
    cycle = plan_cycle(actor=lead, project=project, idea=idea, plan=plan, measure_id=measure_id, now=NOW)
    start_cycle(actor=lead, cycle=cycle, now=NOW)
    seen = DaySeen(day=NOW.date(), count=8, out_of=10, note="One slept through it")
    note_day(actor=lead, cycle=cycle, seen=seen, now=NOW)
    tell_what_happened(actor=lead, cycle=cycle, happened="8 of 10", now=NOW)
    answers = [
        Answer(position=1, happened="8 of 10", matched=Match.YES),
        Answer(position=2, happened="One did", matched=Match.NO),
    ]
    study(actor=lead, cycle=cycle, answers=answers, learned="Ask early", now=NOW)
    decide(actor=lead, cycle=cycle, decision="expand", why="It works", now=NOW)
    keep_version(actor=lead, project=project, name="Before nights", now=NOW)
    gone = add_driver(actor=lead, project=project, kind="idea", text="A poster", parent_id=first.pk, now=NOW)
    keep_version(actor=team.partner, project=project, name="With a poster", now=NOW)
    remove_driver(actor=lead, project=project, driver=gone, now=NOW)
    plan_cycle(actor=lead, project=project, idea=idea, plan=Plan(question="And on nights?"), now=NOW)
    return cycle.pk


def _understand(team: Team) -> None:
    """A tool of every kind, one voted on twice. In each a card is taken out, with what stood below it."""
    set_huddle(actor=team.lead, project=team.project, weekday=1, at=time(8, 45), now=NOW)
    for kind in KINDS:
        if kind != "voting":
            tool = a_tool(team, kind, title=f"Our {kind}")
            cards = [a_card(team, tool, text) for text in ("Noise", "=Light", "Gone")]
            if KINDS[kind].depth > 1:
                a_card(team, tool, "Doors bang", place="", below=cards[0])
                a_card(team, tool, "Below what is gone", place="", below=cards[2])
            tools.remove_item(actor=team.lead, tool=tool, item_id=cards[2].pk, now=NOW)
    tools.turn_into_driver(actor=team.lead, tool=tool, item_id=cards[0].pk, kind="primary", now=NOW)
    tool, (hours, lights, doors) = a_vote(team)
    _voted(team, tool, [ranked([hours, lights, doors]), ranked([lights, hours, doors])])
    _voted(
        team,
        tool,
        [{hours.pk: 2, lights.pk: 1}, {hours.pk: 3}],
        "points",
        points=3,
        among=[hours.pk, lights.pk],
    )
    tools.remove_item(actor=team.lead, tool=tool, item_id=doors.pk, now=NOW)
    tools.open_round(actor=team.lead, tool=tool, method="rank", now=NOW)


def _voted(team: Team, tool: Tool, ballots: list[dict[int, int]], method: str = "rank", **more: Any) -> None:
    tools.open_round(actor=team.lead, tool=tool, method=method, now=NOW, **more)
    for actor, ballot in zip((team.lead, team.partner), ballots, strict=True):
        tools.cast_vote(actor=again(actor), tool=tool, ballot=ballot, now=NOW)
    tools.close_round(actor=team.lead, tool=tool, now=NOW)


def _talk(team: Team, about: dict[str, int]) -> None:
    """Something about each part; one was changed since, one was taken back."""
    project = team.project
    driver = Driver.objects.filter(project=project).earliest("pk")
    story = Story.objects.get(project=project)
    item = ControlItem.objects.get(project=project)
    told = {"project": project.pk, "aim": project.pk, "driver": driver.pk, "story": story.pk} | about
    told |= {"control_item": item.pk}
    for kind, key in told.items():
        topic = topic_of(kind, key)
        assert topic is not None, kind
        text = f"About the {kind} <b>here</b>"
        last = post_comment(actor=again(team.partner), topic=topic, text=text, now=NOW)
    for text in ("Put right", "Put right again"):
        edit_comment(actor=again(team.partner), comment=last, text=text, now=NOW)
    for actor, kind in ((team.lead, "thanks"), (team.coach, "thanks"), (team.coach, "more")):
        react(actor=again(actor), comment=last, kind=kind, is_on=True, now=NOW)
    assert topic is not None
    gone = post_comment(actor=again(team.lead), topic=topic, text="Not so", now=NOW)
    remove_comment(actor=again(team.lead), comment=gone, now=NOW)


def _fill_in(cast: Cast, project: Project) -> None:
    """Every field says something of its own, so that a test misses each that is lost on its way."""
    of_measures = Q(measure__uses__project=project)
    for rows in (
        Action.objects, Aim.objects, Barrier.objects, ClosingReview.objects, CoachingNote.objects,
        ControlItem.objects, Cycle.objects, Measure.objects, PhaseStart.objects, Request.objects,
        Story.objects, Word.objects, Seat.objects.filter(role=SeatRole.VIEWER), Project.objects,
    ):  # fmt: skip
        for row in rows.all():
            _say_something(row)
    Project.objects.update(is_invented=True, is_removed=False)
    Measure.objects.update(is_invented=True, kind="balancing")
    Barrier.objects.update(helped="yes")
    ControlItem.objects.update(lower=0.5)
    Request.objects.update(unit=project.unit)
    numbers = Observation.objects.filter(of_measures)
    numbers.filter(pk=numbers.earliest("pk").pk).update(is_suppressed=True, note="Few")
    MeasureUse.objects.filter(project=project).update(driver=Driver.objects.earliest("pk"))
    PartnerOrganisation.objects.create(project=project, organisation=cast.hillside, state=PartnerState.JOINED)


def _say_something(row: Model) -> None:
    """In each field that is empty."""
    for field in row._meta.concrete_fields:
        if field.name == "decided_at":
            continue  # it is there where something was decided, and only there
        if getattr(row, field.attname) in ("", None) and not field.choices:
            if isinstance(field, DateTimeField | DateField):
                setattr(row, field.name, NOW if isinstance(field, DateTimeField) else NOW.date())
            elif isinstance(field, FloatField | PositiveIntegerField):
                setattr(row, field.name, 3)
            elif isinstance(field, CharField | TextField):
                setattr(row, field.name, field.name)
    row.save()


def packed(
    actor: Actor, project: Project, *, coaching: bool = False, talk: bool = False, names: bool = True
) -> bytes:
    choices = Choices(coaching=coaching, conversations=talk, names=names)
    return export_project(actor=again(actor), project=project, choices=choices, now=NOW).content


def read(content: bytes) -> Package:
    return read_package(content, FOR_PAGES)


def record_in(content: bytes) -> dict[str, Any]:
    """The record as JSON holds it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        told: dict[str, Any] = json.loads(package.read(RECORD))
    return told


def files_in(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(files: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return file.getvalue()


def changed(content: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """The package with another record, packed as honestly as Wellrun itself would."""
    files, record = files_in(content), record_in(content)
    change(record)
    files[RECORD] = json.dumps(record).encode()
    return sealed_again(files)


def sealed_again(files: dict[str, bytes]) -> bytes:
    manifest = json.loads(files[MANIFEST])
    for each in manifest["files"]:
        each["sha256"] = hashlib.sha256(files[each["name"]]).hexdigest()
    return zipped(files | {MANIFEST: json.dumps(manifest).encode()})


def elsewhere(cast: Cast) -> Organisation:
    return cast.hillside


__all__ = [
    "MANIFEST", "README", "RECORD", "a_whole_project", "changed", "elsewhere", "files_in", "packed", "read",
    "record_in", "sealed_again", "zipped",
]  # fmt: skip
