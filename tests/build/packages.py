"""A project with something in every part of its record, its package, and packages that somebody broke."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.measures import a_percentage, week
from tests.build.projects import Team, again
from wellrun.core.actor import Actor
from wellrun.exchange.package.gathering import Choices
from wellrun.exchange.package.limits import FOR_PAGES
from wellrun.exchange.package.reading import Package, read_package
from wellrun.exchange.package.sealed import MANIFEST, README, RECORD
from wellrun.exchange.package.services import export_project
from wellrun.learning.services import close_with_story, hand_over_with_story
from wellrun.measures.models import Observation
from wellrun.measures.services import annotate, set_excluded, use_measure
from wellrun.organisations.models import Organisation
from wellrun.pdsa.services import decide, plan_cycle, start_cycle, study, tell_what_happened
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Project, Tag
from wellrun.projects.services import (
    add_action,
    add_driver,
    answer_barrier,
    confirm_progress,
    log_coaching,
    raise_barrier,
    record_involvement,
    revise_aim,
    say_word,
    serve_another,
)


def a_whole_project(cast: Cast) -> Team:
    """Closed with learning: nothing that a project can hold is missing from it."""
    team, measure = an_ending_project(cast)
    project, lead = team.project, team.lead
    revise_aim(
        actor=lead, project=project, what="Halve restraints on Alder Ward", for_whom="people on the ward",
        start=4.8, goal=2.4, by_when=date(2026, 6, 30), reason="Named the ward", now=NOW,
    )  # fmt: skip
    _theory(team, measure.pk)
    annotate(actor=cast.owner, measure=measure, period=week(30), label="=1+1 <b>cards</b>", now=NOW)
    set_excluded(actor=cast.owner, measure=measure, period=week(4), excluded=True, reason="Strike", now=NOW)
    Observation.objects.create(
        measure=measure, stratum="Nights", period=week(3), value=2, entered_at=NOW, entered_by_id=lead.id
    )
    use_measure(actor=lead, project=project, measure=a_percentage(cast), kind="process", now=NOW)
    project.tags.add(Tag.objects.create(organisation=project.organisation, name="safety"))
    record_involvement(actor=team.partner, project=project, level="co_design", practice="Weekly.", now=NOW)
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
    project.refresh_from_db()
    return team


def _theory(team: Team, measure_id: int) -> None:
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
    plan = Plan(question="Will people use it?", prediction="7 of 10", people=1, days=1)
    cycle = plan_cycle(actor=lead, project=project, idea=idea, plan=plan, measure_id=measure_id, now=NOW)
    start_cycle(actor=lead, cycle=cycle, now=NOW)
    tell_what_happened(actor=lead, cycle=cycle, happened="8 of 10", now=NOW)
    study(actor=lead, cycle=cycle, result="More than we thought", learned="Ask early", now=NOW)
    decide(actor=lead, cycle=cycle, decision="expand", why="It works", now=NOW)
    plan_cycle(actor=lead, project=project, idea=idea, plan=Plan(question="And on nights?"), now=NOW)


def packed(actor: Actor, project: Project, *, coaching: bool = False, names: bool = True) -> bytes:
    choices = Choices(coaching=coaching, names=names)
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
