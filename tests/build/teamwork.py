"""A project in the middle of its work: barriers, involvement, coaching, and a leader with many answers."""

from datetime import date, timedelta

from tests.build.cast import NOW, Cast, a_person, a_person_on
from tests.build.projects import Team, a_project, again
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.organisations.values import Perspective, Role
from wellrun.projects.services import (
    add_driver,
    agree_involvement,
    answer_barrier,
    close_barrier,
    confirm_progress,
    give_seat,
    log_coaching,
    raise_barrier,
    record_involvement,
    revise_aim,
    say_word,
)
from wellrun.projects.values import SeatRole, State

ANSWERED_IN = (6, 9, 7, 12, 5, 8, 10, 7, 6)
"""Days that the sponsor took, one question after the other."""


def a_project_under_way(cast: Cast) -> Team:
    team = a_project(cast, state=State.IMPLEMENTING)
    revise_aim(
        actor=team.lead, project=team.project, what="Halve restraints on Alder Ward", start=4.8, goal=2.4,
        measured_by="restraints a week", by_when=date(2026, 6, 30), now=NOW,
    )  # fmt: skip
    add_driver(actor=team.lead, project=team.project, kind="primary", text="Spotting distress", now=NOW)
    _involvement(cast, team)
    _barriers(team)
    log_coaching(
        actor=team.coach, project=team.project, on=NOW.date(), what="The card works on late shifts.",
        next_step="Ask two night staff to try it", now=NOW,
    )  # fmt: skip
    confirm_progress(
        actor=team.coach, project=team.project, score=2.0, suggested=1.5, note="I saw the numbers.", now=NOW
    )
    return team


def _involvement(cast: Cast, team: Team) -> None:
    carers = [_joins(cast, team, name) for name in ("Joanne Whitlock", "Kwame Asante")]
    record_involvement(
        actor=team.lead, project=team.project, level="consulted", practice="A survey in the lounge.", now=NOW
    )
    later = NOW + timedelta(days=40)
    record_involvement(
        actor=team.partner, project=team.project, level="full_partner",
        practice="Marcus leads with Amina. All three are paid.", now=later,
    )  # fmt: skip
    agree_involvement(actor=carers[0], project=team.project, now=later)
    say_word(
        actor=carers[0], project=team.project, target=State.IN_CONTROL, is_yes=False,
        words="Nights are still loud.", now=later,
    )  # fmt: skip


def _joins(cast: Cast, team: Team, name: str) -> Actor:
    actor = a_person(name, cast.riverside)
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=actor.id),
        role=SeatRole.MEMBER, perspective=Perspective.CARER, now=NOW,
    )  # fmt: skip
    return again(actor)


def _barriers(team: Team) -> None:
    matron = a_person_on("Grace Namutebi", team.ward, role=Role.LEADER)
    for number, days in enumerate(ANSWERED_IN):
        asked = NOW + timedelta(days=3 * number)
        barrier = raise_barrier(
            actor=team.lead, project=team.project, text=f"Lights too bright in room {number + 1}",
            person_id=team.sponsor.id, now=asked,
        )  # fmt: skip
        done = asked + timedelta(days=days)
        answer_barrier(actor=team.sponsor, barrier=barrier, answer="Yes. Fitted next week.", now=done)
        if number > 1:
            close_barrier(actor=team.partner, barrier=barrier, helped="yes", words="Calmer.", now=done)
    for person, text in ((matron, "Agency staff miss the huddle"), (team.sponsor, "No pay on bank holidays")):
        raise_barrier(
            actor=team.lead, project=team.project, text=text, wanted="A start 15 minutes earlier.",
            person_id=person.id, now=NOW,
        )  # fmt: skip
