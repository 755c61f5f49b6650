"""Two organisations with one of everything that an address can name: the world of the matrix of access.

A new kind of thing with a page of its own needs a line in `things`, under the name that its route uses: see
`world_parts`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.core.cache import caches
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.asking import Browser
from tests.build.cast import NOW, a_unit, an_organisation
from tests.build.crew import Units, as_they_are_now, gone, hired, seat
from tests.build.endings import WORDS
from tests.build.measures import RESTRAINTS, a_definition, week, weekly
from tests.build.roles import ROLES
from tests.build.work import fail_over
from tests.build.world_parts import PARTS
from wellrun.accounts.models import Notification, Person
from wellrun.accounts.services import change_profile, notify
from wellrun.accounts.values import Profile
from wellrun.control.services import write_review
from wellrun.control.values import NewItem
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.learning.models import Story
from wellrun.learning.services import hand_over_with_story, publish
from wellrun.measures.models import Annotation, Measure
from wellrun.measures.services import annotate, create_measure, start_phase, use_measure
from wellrun.organisations.models import Membership
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import invite
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import note_day, plan_cycle, start_cycle, study, tell_what_happened
from wellrun.pdsa.values import DaySeen, Plan
from wellrun.projects.models import Driver, DriverLink, Project, Seat
from wellrun.projects.services import (
    NewProject,
    add_action,
    add_driver,
    log_coaching,
    open_check,
    raise_barrier,
    record_involvement,
    remove_driver,
    revise_aim,
    say_word,
    share,
    start_project,
)
from wellrun.projects.values import SeatRole, State

PASTED = b"Week,Falls\n2026-01-05,3\n2026-01-12,4\n2026-01-19,2\n2026-01-26,5\n2026-02-02,3\n"
TREE = b"code,name,kind,parent\nMED,Medicine,directorate,\n"
DRAFT, TREE_DRAFT = "a-file-of-numbers", "a-file-of-units"


@dataclass(frozen=True)
class Place:
    """One organisation: who is there, and one of everything."""

    units: Units
    people: dict[str, Actor]
    things: dict[str, Any]
    """By the name that routes give them: ``measure_id``, ``slug``; and others that forms need."""
    ids: dict[str, int | None]
    """Who is who, those included whose account was closed."""

    def share_everything(self, level: str) -> None:
        """Projects, measures and stories of the place, as far as this."""
        for model in (Project, Measure):
            model._default_manager.filter(organisation=self.units.organisation).update(visibility=level)
        Story.objects.filter(pk=self.things["story_id"]).update(visibility=level)

    def put_files_back(self) -> None:
        """What people brought from files lies beside the database, so no rollback brings it back."""
        for key, token, content in (("lead", DRAFT, PASTED), ("admin", TREE_DRAFT, TREE)):
            kept = {"name": "brought.csv", "content": content, "project": None, "choices": {}}
            name = f"{self.people[key].id}:{token}"
            if caches["drafts"].get(name) != kept:  # writing is slow, and most requests touch no file
                caches["drafts"].set(name, kept)


@dataclass(frozen=True)
class World:
    """Riverside, where everything happens, and Hillside, which is somebody else's."""

    here: Place
    there: Place

    @property
    def people(self) -> dict[str, Actor]:
        """Who asks for things of Riverside."""
        there = self.there.people
        return self.here.people | {"elsewhere": there["ward"], "elsewhere-admin": there["admin"]}

    def browsers(self) -> dict[str, Browser]:
        """One for each role of the matrix."""
        there = self.there.ids
        ids = self.here.ids | {"elsewhere": there["ward"], "elsewhere-admin": there["admin"]}
        return {role: Browser(ids[role], is_prepared=role != "admin-first") for role in ROLES}


def the_whole_world() -> World:
    here, there = _units("Riverside"), _units("Hillside")
    crews = hired(here), hired(there)
    guests = crews[1]["colleague"], crews[0]["colleague"]
    places = [_place(*each) for each in zip((here, there), crews, guests, strict=True)]
    for place in places:
        place.put_files_back()
    return World(here=places[0], there=places[1])


def _units(name: str) -> Units:
    organisation = an_organisation(name)
    root = root_of(organisation.pk)
    above = a_unit(root, f"{name} Mental Health")
    ward, beside = a_unit(above, f"{name} Alder Ward"), a_unit(above, f"{name} Birch Ward")
    return Units(organisation=organisation, root=root, above=above, ward=ward, beside=beside)


def _place(units: Units, people: dict[str, Actor], guest: Actor) -> Place:
    people = people | {"guest": guest}
    ids = {key: actor.person_id for key, actor in people.items()}
    lead = people["lead"]
    start = partial(start_project, actor=lead, unit=units.ward, now=NOW)
    place = units.organisation.name
    project = start(
        project=NewProject(title=f"Calmer evenings at {place}", why=f"Evenings at {place} are loud.")
    )
    ended = start(
        project=NewProject(title=f"Quiet mornings at {place}", why=f"Mornings at {place} are loud.")
    )
    explored = start(project=NewProject(title=f"An idea at {place}", why=f"Days at {place} are loud."))
    people = as_they_are_now(people)
    seat(
        project,
        people["lead"],
        people,
        ("guest", "viewer", "member", "partner", "coach", "sponsor", "left", "closed"),
    )
    seat(project, people["lead"], people, ("carer-one", "carer-two"))
    for each in (ended, explored):
        seat(each, people["lead"], people, ("member", "partner", "coach", "sponsor", "viewer", "guest"))
    gone(project, people, people["lead"])
    people = as_they_are_now(people)
    Project.objects.filter(pk=explored.pk).update(state=State.EXPLORED)
    for each in (project, ended, explored):
        share(actor=people["lead"], project=each, visibility="organisation", now=NOW)
    things = {"project_id": project.pk, "ended_id": ended.pk, "explored_id": explored.pk}
    own = (_of_the_place, _of_the_measure, _of_the_team, _of_the_tests, _of_the_ending, _of_people)
    for build in (*own, *PARTS):
        things |= build(units, people, things)
    return Place(units=units, people=as_they_are_now(people), things=things, ids=ids)


def _of_the_place(units: Units, people: dict[str, Actor], _things: dict[str, Any]) -> dict[str, Any]:
    closed = a_unit(units.above, f"{units.organisation.name} Closed Ward")
    type(closed).objects.filter(pk=closed.pk).update(is_closed=True)
    invitation, token = invite(
        actor=people["admin"],
        unit=units.ward,
        email=f"new-{units.organisation.slug}@wellrun.example",
        now=timezone.now(),
    )
    return {
        "organisation": units.organisation.pk, "slug": units.organisation.slug, "kind": "units",
        "unit": units.ward.slug, "unit_id": units.ward.pk, "root": units.root.slug,
        "above_id": units.above.pk,
        "beside": units.beside.slug, "beside_id": units.beside.pk, "closed_unit": closed.slug,
        "membership_id": Membership.objects.get(person_id=people["ward"].id, ended_at=None).pk,
        "unit_change": AuditRecord.objects.get(thing="unit", thing_id=closed.pk).pk,
        "invitation_id": invitation.pk, "invitation_token": token, "address": invitation.email,
        "token": DRAFT, "tree_token": TREE_DRAFT,
    }  # fmt: skip


def _of_the_measure(units: Units, people: dict[str, Actor], things: dict[str, Any]) -> dict[str, Any]:
    lead, projects = people["lead"], Project.objects.in_bulk([things["project_id"], things["ended_id"]])
    measure, other = (_measure(units, lead, name) for name in ("Restraints", "Falls"))
    annotate(actor=lead, measure=measure, period=week(3), label="Huddles", now=NOW)
    start_phase(
        actor=lead, measure=measure, starts_on=week(31), name="Since cards",
        reason="Distress cards on every shift", now=NOW,
    )  # fmt: skip
    for project in projects.values():
        use_measure(actor=lead, project=project, measure=measure, kind="outcome", now=NOW)
    latest = AuditRecord.objects.filter(thing="measure", thing_id=measure.pk, action="phase.started")
    return {
        "measure_id": measure.pk, "other_measure_id": other.pk, "period": week(3).isoformat(),
        "phase": week(31).isoformat(), "next_period": week(40).isoformat(),
        "annotation_id": Annotation.objects.get(measure=measure).pk,
        "measure_version": Measure.objects.get(pk=measure.pk).version,
        "change_id": latest.latest("pk").pk,
    }  # fmt: skip


def _measure(units: Units, lead: Actor, name: str) -> Measure:
    place = units.organisation
    return create_measure(
        actor=lead, organisation_id=place.pk, unit_id=units.ward.pk, observations=weekly(RESTRAINTS),
        definition=a_definition(name=f"{name} at {place.name}", visibility="organisation"), now=NOW,
    )  # fmt: skip


def _of_the_team(units: Units, people: dict[str, Actor], things: dict[str, Any]) -> dict[str, Any]:
    lead, project = people["lead"], Project.objects.get(pk=things["project_id"])
    do: Callable[..., Any] = lambda service, **told: service(actor=lead, project=project, now=NOW, **told)  # noqa: E731
    do(revise_aim, what="Halve restraints", start=4.8, goal=2.4)
    driver = do(add_driver, kind="primary", text="Spotting distress early")
    other = do(add_driver, kind="primary", text="Calm rooms")
    idea = do(add_driver, kind="idea", text="Distress card", parent_id=driver.pk)
    removed = do(add_driver, kind="idea", text="Poster", parent_id=driver.pk)
    do(remove_driver, driver=removed)
    do(record_involvement, level="consulted", practice="A survey in the lounge.")
    do(open_check)
    log_coaching(actor=people["coach"], project=project, on=NOW.date(), what="The card works.", now=NOW)
    barrier = do(
        raise_barrier, text=f"No lights at {units.organisation.name}", person_id=people["sponsor"].id
    )
    action = do(add_action, text="Print the cards", person_id=people["member"].id)
    for key in ("partner", "carer-one", "carer-two"):
        for target in (State.IN_CONTROL, State.CLOSED):
            say_word(actor=people[key], project=project, target=target, is_yes=True, now=NOW)
    return {
        "driver_id": driver.pk, "other_driver": other.pk, "idea_id": idea.pk, "removed_driver": removed.pk,
        "link_id": DriverLink.objects.get(child=other).pk,
        "seat_id": Seat.objects.get(project=project, role=SeatRole.VIEWER).pk,
        "barrier_id": barrier.pk, "action_id": action.pk,
    }  # fmt: skip


def _of_the_tests(_units: Units, people: dict[str, Actor], things: dict[str, Any]) -> dict[str, Any]:
    lead, project = people["lead"], Project.objects.get(pk=things["project_id"])
    idea = Driver.objects.get(pk=things["idea_id"])
    Project.objects.filter(pk=project.pk).update(state=State.TESTING)
    plan = Plan(question="Will the card be used?", prediction="On 3 of 4 days")
    planned, begun, told, studied = (
        plan_cycle(actor=lead, project=project, idea=idea, plan=plan, now=NOW) for _number in range(4)
    )
    for cycle in (begun, told, studied):
        start_cycle(actor=lead, cycle=cycle, now=NOW)
    for cycle in (told, studied):
        tell_what_happened(actor=lead, cycle=_now(cycle), happened="Used on 2 days", now=NOW)
    day = note_day(actor=lead, cycle=_now(told), seen=DaySeen(day=NOW.date(), note="Used at night"), now=NOW)
    study(actor=lead, cycle=_now(studied), result="2 of 4", now=NOW)
    Project.objects.filter(pk=project.pk).update(state=State.IMPLEMENTING)
    return {
        "cycle_id": planned.pk, "begun": begun.pk, "told": told.pk, "studied": studied.pk, "day_id": day.pk,
        "day_change": AuditRecord.objects.filter(action="cycle.day_noted").latest("pk").pk,
    }  # fmt: skip


def _now(cycle: Cycle) -> Cycle:
    return Cycle.objects.get(pk=cycle.pk)


def _of_the_ending(_units: Units, people: dict[str, Actor], things: dict[str, Any]) -> dict[str, Any]:
    """The second project has been handed over, and its story is published as far as the organisation."""
    lead, ended = people["lead"], Project.objects.get(pk=things["ended_id"])
    Project.objects.filter(pk=ended.pk).update(state=State.IMPLEMENTING)
    say_word(actor=people["partner"], project=ended, target=State.IN_CONTROL, is_yes=True, now=NOW)
    for project in Project.objects.filter(pk__in=(ended.pk, things["project_id"])):
        write_review(actor=lead, project=project, words=WORDS, now=NOW)
    item = NewItem(
        measure_ids=(things["measure_id"],), owner_id=people["member"].id, standard_work="Write a card.",
        trigger="A signal", who_acts="The nurse in charge", first_step="Ask", within="two days",
    )  # fmt: skip
    [made], story = hand_over_with_story(actor=lead, project=ended, item=item, now=NOW)
    publish(actor=lead, story=story, visibility="organisation", now=NOW)
    return {"item_id": made.pk, "story_id": story.pk}


def _of_people(_units: Units, people: dict[str, Actor], _things: dict[str, Any]) -> dict[str, Any]:
    lead = people["lead"]
    notify(
        actor=people["coach"], people=[lead.id], kind="test", text="Look at the chart", address="/", now=NOW
    )
    profile = change_profile(actor=lead, profile=Profile(name=lead.name, about="Run charts"), now=NOW)
    assert profile is not None
    person = Person.objects.get(pk=people["member"].id)
    return {
        "person_id": people["ward"].id, "profile_change": profile.pk, "person_email": person.email,
        "notification_id": Notification.objects.filter(person_id=lead.id).latest("pk").pk,
        "letter_id": _letter_put_aside(NOW), "sponsor": people["sponsor"].id, "member": people["member"].id,
    }  # fmt: skip


def _letter_put_aside(now: datetime) -> str:
    fail_over.enqueue("x")
    row = DBTaskResult.objects.latest("enqueued_at")
    DBTaskResult.objects.filter(pk=row.pk).update(
        status=TaskResultStatus.FAILED, queue_name="dead-letters", finished_at=now, worker_ids=["a/1/x"] * 5,
        exception_class_path="smtplib.SMTPRecipientsRefused", traceback="",
    )  # fmt: skip
    return str(row.pk)
