"""Involvement: recorded over time, agreed by the partners themselves, and never done without them."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast, a_person
from tests.build.projects import Team, a_project, again
from wellrun.accounts.models import Notification, Person
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.organisations.values import Perspective
from wellrun.projects import queries
from wellrun.projects.models import CheckAnswer, Seat, Turn
from wellrun.projects.permissions import may_move, may_read_team_matters
from wellrun.projects.services import (
    CheckRefused,
    InvolvementRefused,
    agree_involvement,
    answer_check,
    close_check,
    end_project,
    end_seat,
    give_seat,
    open_check,
    record_involvement,
    say_word,
)
from wellrun.projects.values import Question, SeatRole, State


def joins(cast: Cast, team: Team, name: str, side: str = Perspective.CARER) -> Actor:
    actor = a_person(name, cast.riverside)
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=actor.id),
        role=SeatRole.MEMBER, perspective=side, now=NOW,
    )  # fmt: skip
    return again(actor)


def everything(score: int) -> dict[str, int]:
    return dict.fromkeys(Question.values, score)


def test_partners_are_those_who_know_care_from_the_other_side(cast: Cast, team: Team) -> None:
    carer = joins(cast, team, "Joanne Whitlock")
    joins(cast, team, "Kwame Asante", Perspective.STAFF)
    assert queries.partners_of(team.project) == {
        team.partner.id: "Marcus Bell", carer.id: "Joanne Whitlock",
    }  # fmt: skip


def test_a_level_is_kept_over_time_with_what_it_looks_like(team: Team) -> None:
    with pytest.raises(InvolvementRefused, match="looks like in practice"):
        record_involvement(actor=team.lead, project=team.project, level="consulted", now=NOW)
    with pytest.raises(InvolvementRefused, match="Choose one"):
        record_involvement(actor=team.lead, project=team.project, level="heard", practice="x", now=NOW)
    record_involvement(
        actor=team.lead, project=team.project, level="consulted", practice="A survey.", now=NOW
    )
    later = NOW + timedelta(days=30)
    record_involvement(
        actor=team.partner, project=team.project, level="full_partner", practice="I co-lead.", now=later
    )
    rows = queries.involvements_of(team.project)
    assert [(row.level, row.practice) for row in rows] == [
        ("full_partner", "I co-lead."), ("consulted", "A survey."),
    ]  # fmt: skip
    assert [each.person_id for each in rows[0].agreements.all()] == [team.partner.id]
    with pytest.raises(NotAllowed):
        record_involvement(actor=team.colleague, project=team.project, level="none", now=NOW)


def test_only_the_partners_themselves_agree(team: Team) -> None:
    record_involvement(
        actor=team.lead, project=team.project, level="co_design", practice="We design together.", now=NOW
    )
    assert Notification.objects.get(person_id=team.partner.id).text == (
        "Is this how you are involved in “Calmer evenings on Alder Ward”: Co-design?"
    )
    for other in (team.lead, team.coach, team.sponsor, team.outsider):
        with pytest.raises(NotAllowed, match="for themselves"):
            agree_involvement(actor=other, project=team.project, now=NOW)
    agree_involvement(actor=team.partner, project=team.project, now=NOW)
    row = agree_involvement(actor=team.partner, project=team.project, now=NOW)
    assert row.agreements.count() == 1
    assert AuditRecord.objects.filter(action="involvement.agreed").count() == 1


@pytest.mark.parametrize("target", [State.IN_CONTROL, State.CLOSED])
def test_it_is_not_done_until_the_partners_say_so(cast: Cast, target: str) -> None:
    team = a_project(cast, state=State.IMPLEMENTING)
    with pytest.raises(NotAllowed, match="say first whether this is done"):
        end_project(actor=team.lead, project=team.project, target=target, reason="Done.", now=NOW)
    with pytest.raises(InvolvementRefused, match="still missing"):
        say_word(actor=team.partner, project=team.project, target=target, is_yes=False, now=NOW)
    said = {"actor": team.partner, "project": team.project, "target": target, "now": NOW}
    say_word(is_yes=False, words="Nights are not calmer.", **said)
    with pytest.raises(NotAllowed, match="Marcus Bell says: not yet"):
        end_project(actor=team.lead, project=team.project, target=target, reason="Done.", now=NOW)
    say_word(is_yes=True, **said)
    project = end_project(actor=team.lead, project=team.project, target=target, reason="Done.", now=NOW)
    assert project.state == target
    assert list(queries.words_of(project)) == []


def test_one_no_outweighs_a_yes_and_other_ends_need_a_word_of_their_own(cast: Cast) -> None:
    team = a_project(cast, state=State.IMPLEMENTING)
    carer = joins(cast, team, "Joanne Whitlock")
    for actor, is_yes in ((team.partner, True), (carer, False)):
        say_word(
            actor=actor,
            project=team.project,
            target=State.IN_CONTROL,
            is_yes=is_yes,
            words="Nights.",
            now=NOW,
        )
    standing = queries.standing_of(team.project)
    assert not may_move(team.lead, team.project, State.IN_CONTROL, standing)
    assert not may_move(team.lead, team.project, State.CLOSED, standing)
    assert may_move(team.lead, team.project, State.TESTING, standing)
    end_seat(actor=carer, seat=Seat.objects.get(person_id=carer.id), now=NOW)
    assert may_move(team.lead, team.project, State.IN_CONTROL, queries.standing_of(team.project))


def test_without_partners_on_the_team_nobody_is_waited_for(cast: Cast) -> None:
    team = a_project(cast, state=State.IMPLEMENTING)
    end_seat(actor=team.partner, seat=Seat.objects.get(person_id=team.partner.id), now=NOW)
    assert may_move(team.lead, team.project, State.IN_CONTROL, queries.standing_of(team.project))


def test_the_check_needs_three_partners_and_each_answers_once(cast: Cast, team: Team) -> None:
    with pytest.raises(NotAllowed, match="fewer than 3 partners"):
        open_check(actor=team.lead, project=team.project, now=NOW)
    partners = [team.partner, *(joins(cast, team, name) for name in ("Joanne Whitlock", "Kwame Asante"))]
    check = open_check(actor=team.lead, project=team.project, now=NOW)
    assert open_check(actor=team.partner, project=team.project, now=NOW) == check
    with pytest.raises(NotAllowed):
        answer_check(actor=team.lead, project=team.project, answers=everything(5), now=NOW)
    with pytest.raises(CheckRefused, match="Choose one answer"):
        answer_check(actor=team.partner, project=team.project, answers={"heard": 6}, now=NOW)
    for actor, score in zip(partners, (2, 4, 5), strict=True):
        answer_check(actor=actor, project=team.project, answers=everything(score), now=NOW)
    with pytest.raises(CheckRefused, match="have answered this time"):
        answer_check(actor=team.partner, project=team.project, answers=everything(1), now=NOW)
    assert queries.results_of(team.project) == []
    close_check(actor=team.lead, project=team.project, now=NOW)
    result = queries.results_of(team.project)[0]
    assert (result.n_answers, dict(result.middles)) == (3, everything(4))
    with pytest.raises(CheckRefused, match="This round is over"):
        answer_check(actor=team.partner, project=team.project, answers=everything(1), now=NOW)


def test_nothing_joins_an_answer_to_a_person(cast: Cast, team: Team) -> None:
    for name in ("Joanne Whitlock", "Kwame Asante"):
        joins(cast, team, name)
    open_check(actor=team.lead, project=team.project, now=NOW)
    answer_check(actor=team.partner, project=team.project, answers=everything(1), now=NOW)
    assert {field.name for field in CheckAnswer._meta.get_fields()} == {
        "id", "check_round", "question", "score",
    }  # fmt: skip
    record = AuditRecord.objects.get(action="experience.answered")
    assert (record.before, record.after, record.reason) == (None, None, "")
    close_check(actor=team.lead, project=team.project, now=NOW)
    result = queries.results_of(team.project)[0]
    assert (result.n_answers, dict(result.middles)) == (0, {})
    assert not CheckAnswer.objects.exists()
    assert Turn.objects.count() == 1


def test_checks_and_notes_are_the_teams_own(team: Team) -> None:
    for own in (team.lead, team.partner, team.coach):
        assert may_read_team_matters(own, team.project)
    for other in (team.sponsor, team.looker, team.colleague, team.leader, team.outsider):
        assert not may_read_team_matters(other, team.project)
