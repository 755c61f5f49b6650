"""Somebody goes: what they look after is passed on, or said to rest, and never forgotten."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast, a_person, a_person_on, the_cast
from tests.build.endings import an_ending_project, an_item
from tests.build.kept import kept
from tests.build.projects import Team, a_project, again
from wellrun.accounts.models import Notification, Person
from wellrun.control.models import ControlItem
from wellrun.control.services import hand_over
from wellrun.core import holdings
from wellrun.core.actor import SYSTEM, Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.organisations.models import Membership
from wellrun.organisations.queries import closed_accounts, left_behind
from wellrun.organisations.services import (
    allow_sign_in,
    end_all_roles,
    end_sign_in,
    erase_member,
    pass_on,
)
from wellrun.organisations.values import Role
from wellrun.projects.models import Action, Project, Request, Seat
from wellrun.projects.services import add_action, end_seat, raise_barrier, take_lead
from wellrun.projects.values import SeatRole

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


@kept
def team(cast: Cast) -> Team:
    """Amina leads, and will do something next. The organisation sees the project."""
    team = a_project(cast)
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.ORGANISATION)
    add_action(actor=team.lead, project=team.project, text="Print the cards", person_id=team.lead.id, now=NOW)
    return team


def person(actor: Actor) -> Person:
    return Person.objects.get(pk=actor.id)


def held(by: Actor, cast: Cast, told_to: Actor) -> list[tuple[str, str]]:
    return [(each.kind, each.title) for each in holdings.held_by(told_to, cast.riverside.pk, [by.id])]


def key_of(kind: str, by: Actor, cast: Cast, told_to: Actor) -> str:
    found = holdings.held_by(told_to, cast.riverside.pk, [by.id])
    return next(each.key for each in found if each.kind == kind)


def test_what_somebody_looks_after_is_found(cast: Cast, ada: Actor, team: Team) -> None:
    assert held(team.lead, cast, ada) == [
        ("lead", "Calmer evenings on Alder Ward"),
        ("action", "Print the cards"),
    ]


def test_a_private_project_is_told_of_without_a_word_of_it(cast: Cast, ada: Actor, team: Team) -> None:
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.TEAM)
    found = holdings.held_by(ada, cast.riverside.pk, [team.lead.id])
    assert {each.title for each in found} == {"Something of a project that its team keeps to itself"}
    assert {each.address for each in found} == {""}
    team_ids = {team.partner.id, team.coach.id}
    assert {number for each in found for number, _name in each.takers} == team_ids


def test_a_private_project_passes_to_its_team_alone(cast: Cast, ada: Actor, team: Team) -> None:
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.TEAM)
    key = key_of("lead", team.lead, cast, ada)
    for nobody_of_it in (team.colleague, ada):
        with pytest.raises(Refused, match="somebody of the team"):
            pass_on(actor=ada, organisation=cast.riverside, choices={key: nobody_of_it.id}, now=NOW)
    pass_on(actor=ada, organisation=cast.riverside, choices={key: team.partner.id}, now=NOW)
    assert SeatRole.LEAD in {
        seat.role for seat in Seat.objects.filter(person_id=team.partner.id, ended_at=None)
    }


def test_everything_is_passed_on_and_the_takers_are_told(cast: Cast, ada: Actor, team: Team) -> None:
    choices = {
        key_of("lead", team.lead, cast, ada): team.colleague.id,
        key_of("action", team.lead, cast, ada): team.coach.id,
    }
    assert pass_on(actor=ada, organisation=cast.riverside, choices=choices, now=NOW) == 2
    assert held(team.lead, cast, ada) == []
    assert held(team.colleague, cast, ada) == [("lead", "Calmer evenings on Alder Ward")]
    assert Notification.objects.filter(person_id=team.colleague.id, asks=True).exists()
    assert Notification.objects.filter(person_id=team.coach.id, kind="action.passed_on").exists()
    assert AuditRecord.objects.filter(action="seat.passed_on").get().actor_name == "Ada Moss"


def test_only_who_looks_after_the_place_passes_on(cast: Cast, ada: Actor, team: Team) -> None:
    key = key_of("lead", team.lead, cast, ada)
    for other in (cast.member, team.leader, team.outsider):
        with pytest.raises(NotAllowed):
            pass_on(actor=other, organisation=cast.riverside, choices={key: team.coach.id}, now=NOW)


def test_a_question_passes_to_another_leader(cast: Cast, ada: Actor, team: Team) -> None:
    second = a_person("Olu Ade", cast.riverside, role=Role.LEADER)
    raise_barrier(actor=team.lead, project=team.project, text="No printer", person_id=team.leader.id, now=NOW)
    assert held(team.leader, cast, ada) == [("request", "No printer")]
    key = key_of("request", team.leader, cast, ada)
    pass_on(actor=ada, organisation=cast.riverside, choices={key: second.id}, now=NOW)
    assert Request.objects.get(moved_up_at=None).person_id == second.id
    with pytest.raises(Refused, match="one of the leaders"):
        pass_on(
            actor=ada, organisation=cast.riverside,
            choices={key_of("request", second, cast, ada): team.leader.id}, now=NOW,
        )  # fmt: skip


def test_a_control_item_passes_to_somebody_of_the_unit(cast: Cast, ada: Actor) -> None:
    ended, measure = an_ending_project(cast)
    hand_over(actor=ended.lead, project=ended.project, item=an_item(ended, measure), now=NOW)
    key = key_of("control_item", ended.partner, cast, ada)
    with pytest.raises(Refused, match="somebody of Alder Ward"):
        pass_on(actor=ada, organisation=cast.riverside, choices={key: ended.outsider.id}, now=NOW)
    pass_on(actor=ada, organisation=cast.riverside, choices={key: ended.colleague.id}, now=NOW)
    assert ControlItem.objects.get().owner_id == ended.colleague.id


def test_sign_in_ends_when_hands_are_free_or_it_is_known(cast: Cast, ada: Actor, team: Team) -> None:
    with pytest.raises(Refused, match="They look after 2 things"):
        end_sign_in(actor=ada, person=person(team.lead), now=NOW)
    assert person(team.lead).is_active
    end_sign_in(actor=ada, person=person(team.lead), leaves_work=True, now=NOW)
    assert not person(team.lead).is_active
    assert [each.name for each in left_behind(cast.riverside.pk)] == ["Amina Yusuf"]
    allow_sign_in(actor=ada, person=person(team.lead), now=NOW)
    assert left_behind(cast.riverside.pk) == []
    assert SeatRole.LEAD in again(team.lead).roles_on("project", team.project.pk)


def test_sign_in_of_somebody_who_works_elsewhere_too_stays(cast: Cast, ada: Actor) -> None:
    both = a_person("Mina Berg", cast.riverside, cast.hillside)
    with pytest.raises(Refused, match="Only an administrator"):
        end_sign_in(actor=ada, person=person(both), now=NOW)
    assert end_all_roles(actor=ada, person=person(both), organisation=cast.riverside, now=NOW) == 1
    assert again(both).organisation_ids == {cast.hillside.pk}
    with pytest.raises(NotAllowed):
        allow_sign_in(actor=cast.member, person=person(both), now=NOW)


def gone(by: Actor, cast: Cast, who: Actor) -> None:
    """Their sign-in ended first, and then their roles: nobody has them any more."""
    end_sign_in(actor=by, person=person(who), leaves_work=True, now=NOW)
    end_all_roles(actor=by, person=person(who), organisation=cast.riverside, leaves_work=True, now=NOW)


def test_who_lost_sign_in_and_every_role_is_let_in_again_by_their_last_organisation(
    cast: Cast, ada: Actor
) -> None:
    gone(ada, cast, cast.member)
    elsewhere = a_person("Hana Berg", cast.hillside, role=Role.ADMINISTRATOR)
    for other in (elsewhere, cast.owner, cast.viewer):
        with pytest.raises(NotAllowed, match="its administrators decide"):
            allow_sign_in(actor=other, person=person(cast.member), now=NOW)
    allow_sign_in(actor=ada, person=person(cast.member), reason="Came back from leave", now=NOW)
    assert person(cast.member).is_active
    record = AuditRecord.objects.get(action="person.reactivated")
    assert (record.actor_name, record.reason) == ("Ada Moss", "Came back from leave")


def test_an_organisation_that_somebody_left_earlier_does_not_decide(cast: Cast, ada: Actor) -> None:
    both = a_person("Mina Berg", cast.riverside, cast.hillside)
    hana = a_person("Hana Berg", cast.hillside, role=Role.ADMINISTRATOR)
    end_all_roles(actor=ada, person=person(both), organisation=cast.riverside, now=NOW)
    later = NOW + timedelta(days=1)
    end_sign_in(actor=hana, person=person(both), now=later)
    end_all_roles(actor=hana, person=person(both), organisation=cast.hillside, now=later)
    with pytest.raises(NotAllowed, match="its administrators decide") as refusal:
        allow_sign_in(actor=ada, person=person(both), now=later)
    assert "Hillside" not in str(refusal.value)
    allow_sign_in(actor=hana, person=person(both), now=later)
    assert person(both).is_active


def test_somebody_who_was_forgotten_is_let_in_by_nobody(cast: Cast, ada: Actor) -> None:
    erase_member(actor=SYSTEM, person=person(cast.member), now=NOW)
    for anybody in (ada, SYSTEM):
        with pytest.raises(NotAllowed, match="was erased"):
            allow_sign_in(actor=anybody, person=person(cast.member), now=NOW)
    assert closed_accounts(cast.riverside.pk) == []


def test_who_has_left_with_work_in_their_hands_is_seen(cast: Cast, ada: Actor, team: Team) -> None:
    with pytest.raises(Refused, match="They look after"):
        end_all_roles(actor=ada, person=person(team.lead), organisation=cast.riverside, now=NOW)
    end_all_roles(actor=ada, person=person(team.lead), organisation=cast.riverside, leaves_work=True, now=NOW)
    assert [each.name for each in left_behind(cast.riverside.pk)] == ["Amina Yusuf"]
    assert team.outsider.id not in {each.pk for each in left_behind(cast.riverside.pk)}, "a guest stays"


def test_the_last_administrator_cannot_be_sent_away(cast: Cast, ada: Actor) -> None:
    with pytest.raises(Refused, match="no administrator"):
        end_all_roles(actor=ada, person=person(ada), organisation=cast.riverside, now=NOW)
    assert Membership.objects.filter(person_id=ada.id, ended_at=None).exists()


def test_an_erased_lead_leaves_no_seat_and_the_team_is_asked(cast: Cast, team: Team) -> None:
    erase_member(actor=SYSTEM, person=person(team.lead), now=NOW)
    assert not Seat.objects.filter(person_id=team.lead.id, ended_at=None).exists()
    asked = Notification.objects.filter(kind="seat.lead_missing").values_list("person_id", flat=True)
    assert set(asked) == {team.partner.id, team.coach.id}
    assert Action.objects.get().person_id == team.partner.id, "they have been in the team longest"
    assert left_behind(cast.riverside.pk) == []


def test_anybody_of_the_team_leads_what_nobody_leads(cast: Cast, team: Team) -> None:
    with pytest.raises(NotAllowed, match="Somebody leads this project"):
        take_lead(actor=again(team.partner), project=team.project, now=NOW)
    erase_member(actor=SYSTEM, person=person(team.lead), now=NOW)
    with pytest.raises(NotAllowed):
        take_lead(actor=again(team.looker), project=team.project, now=NOW)
    take_lead(actor=again(team.partner), project=team.project, now=NOW)
    assert SeatRole.LEAD in again(team.partner).roles_on("project", team.project.pk)


def test_who_leaves_a_team_passes_their_next_actions_on(cast: Cast, team: Team) -> None:
    add_action(actor=team.lead, project=team.project, text="Ask nights", person_id=team.coach.id, now=NOW)
    seat = Seat.objects.get(person_id=team.coach.id, ended_at=None)
    with pytest.raises(Refused, match="Ask nights"):
        end_seat(actor=team.lead, seat=seat, now=NOW)
    with pytest.raises(Refused, match="Ask nights"):
        end_seat(actor=team.lead, seat=seat, actions_to=team.coach.id, now=NOW)
    assert Seat.objects.get(pk=seat.pk).ended_at is None
    end_seat(actor=team.lead, seat=seat, actions_to=team.partner.id, now=NOW)
    assert Action.objects.get(text="Ask nights").person_id == team.partner.id


def test_what_is_asked_of_the_database_does_not_grow(
    cast: Cast, ada: Actor, team: Team, django_assert_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            holdings.held_by(ada, cast.riverside.pk, [team.lead.id])
        return len(queries)

    before = asked()
    for number in range(5):
        add_action(
            actor=team.lead, project=team.project, text=f"Do {number}", person_id=team.lead.id, now=NOW
        )
    a_person_on("Ines Roy", team.ward)
    assert asked() == before
