"""Projects: started by anybody, seen by their team, moved along one table."""

from datetime import date

import pytest

from tests.build.cast import NOW, Cast, a_person, a_unit
from tests.build.projects import Team, again
from wellrun.accounts.models import Person
from wellrun.core.actor import NOBODY
from wellrun.core.decision import NotAllowed, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.organisations.values import Role
from wellrun.projects import queries
from wellrun.projects.models import Aim, Project, Seat
from wellrun.projects.permissions import may_coach, may_lead, may_move, may_view, may_work
from wellrun.projects.policies import possible_changes
from wellrun.projects.services import (
    AimRefused,
    NewProject,
    ProjectRefused,
    SeatRefused,
    end_seat,
    give_seat,
    move,
    remove_project,
    revise_aim,
    say_word,
    share,
    start_project,
)
from wellrun.projects.values import CHANGES, SeatRole, State


def test_anybody_in_an_organisation_starts_a_project_and_leads_it(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    project = start_project(
        actor=cast.member,
        unit=ward,
        project=NewProject(title=" Calmer evenings ", why="They are loud."),
        now=NOW,
    )
    assert (project.title, project.state, project.visibility) == ("Calmer evenings", "idea", "team")
    assert [(seat.person_id, seat.role) for seat in queries.seats_of(project)] == [(cast.member.id, "lead")]
    record = AuditRecord.objects.get(thing="project")
    assert (record.action, record.thing_id, record.organisation_id) == (
        "project.started", project.pk, cast.riverside.pk,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="in your own organisation only"):
        start_project(actor=cast.viewer, unit=ward, project=NewProject(title="Mine"), now=NOW)
    for title in (" ", "x" * 161):
        with pytest.raises(ProjectRefused):
            start_project(actor=cast.member, unit=ward, project=NewProject(title=title), now=NOW)


@pytest.mark.parametrize("visibility", Visibility.values)
def test_what_is_listed_is_what_may_be_seen(team: Team, visibility: str) -> None:
    Project.objects.update(visibility=visibility)
    project = Project.objects.get()
    people = [
        team.lead, team.partner, team.coach, team.sponsor, team.looker, team.colleague, team.leader,
        team.outsider, NOBODY,
    ]  # fmt: skip
    seen = [bool(may_view(actor, project)) for actor in people]
    assert seen == [queries.visible_to(actor).exists() for actor in people]
    widths = {"team": 5, "organisation": 7, "network": 8, "public": 9}
    assert sum(seen) == widths[visibility]
    Project.objects.update(is_removed=True)
    assert not any(queries.get_for(actor, project.pk) for actor in people)


def test_what_a_team_keeps_rolls_up_as_a_number_alone(team: Team, cast: Cast) -> None:
    assert queries.private_below(team.leader) == 1
    above = a_person("Nadia Rahman", cast.riverside, role=Role.IMPROVEMENT_OFFICE)
    elsewhere = a_person("Li Wei", cast.hillside, role=Role.LEADER)
    assert [queries.private_below(each) for each in (above, elsewhere, team.lead, NOBODY)] == [1, 0, 0, 0]
    share(actor=team.lead, project=team.project, visibility="organisation", now=NOW)
    assert queries.private_below(team.leader) == 0


def test_partners_work_as_full_members_and_others_read(team: Team) -> None:
    share(actor=team.lead, project=team.project, visibility="organisation", now=NOW)
    project = Project.objects.get()
    works = {
        name: bool(may_work(getattr(team, name), project))
        for name in ("lead", "partner", "coach", "sponsor", "looker", "colleague", "leader", "outsider")
    }
    assert [name for name, does in works.items() if does] == ["lead", "partner", "coach"]
    assert may_lead(team.lead, project)
    assert "Only somebody who leads" in may_lead(team.partner, project).refusal
    assert may_coach(team.coach, project)
    assert not may_coach(team.lead, project)


def test_only_the_lead_widens_and_anybody_in_the_team_narrows(team: Team) -> None:
    with pytest.raises(NotAllowed):
        share(actor=team.partner, project=team.project, visibility="network", now=NOW)
    share(actor=team.lead, project=team.project, visibility="network", now=NOW)
    share(actor=team.partner, project=team.project, visibility="team", now=NOW)
    assert Project.objects.get().visibility == "team"
    with pytest.raises(ProjectRefused):
        share(actor=team.lead, project=team.project, visibility="everyone", now=NOW)


def test_every_state_can_be_reached_and_left() -> None:
    assert {change.source for change in CHANGES} == set(State.values) == {change.target for change in CHANGES}
    assert len({(change.source, change.target) for change in CHANGES}) == len(CHANGES)
    assert all(change.needs_reason for change in CHANGES if change.target == State.CLOSED)


def test_a_project_moves_along_the_table(team: Team) -> None:
    with pytest.raises(NotAllowed, match="From “Idea” a project can move to “Explored”, “Closed with"):
        move(actor=team.lead, project=team.project, target=State.TESTING, now=NOW)
    move(actor=team.partner, project=team.project, target=State.EXPLORED, now=NOW)
    with pytest.raises(NotAllowed, match="A leader of Alder Ward, or the sponsor, approves this"):
        move(actor=team.lead, project=team.project, target=State.APPROVED, now=NOW)
    project = move(actor=team.sponsor, project=team.project, target=State.APPROVED, now=NOW)
    assert [change.target for change in possible_changes(project)] == [
        "understanding",
        "closed_with_learning",
    ]
    say_word(actor=team.partner, project=project, target=State.CLOSED, is_yes=True, now=NOW)
    with pytest.raises(ProjectRefused, match="Say why"):
        move(actor=team.lead, project=project, target=State.CLOSED, reason=" ", now=NOW)
    project = move(
        actor=team.lead, project=project, target=State.CLOSED, reason="No time this year.", now=NOW
    )
    assert "This project is closed" in may_work(team.lead, project).refusal
    assert may_move(team.lead, project, State.UNDERSTANDING, queries.standing_of(project))
    told = AuditRecord.objects.filter(action="project.moved").values_list(
        "words__before__state", "words__after__state", "words__reason"
    )
    assert list(told)[-1] == ("approved", "closed_with_learning", "No time this year.")


def test_work_that_has_begun_does_not_end_by_a_move_alone(team: Team) -> None:
    for target in (State.IN_CONTROL, State.CLOSED):
        say_word(actor=team.partner, project=team.project, target=target, is_yes=True, now=NOW)
    for change in (each for each in CHANGES if each.is_ending):
        Project.objects.filter(pk=team.project.pk).update(state=change.source)
        with pytest.raises(NotAllowed, match="Look back first"):
            move(actor=team.lead, project=team.project, target=change.target, reason="Done.", now=NOW)
        team.project.refresh_from_db()
        assert team.project.state == change.source


def test_only_an_idea_that_was_never_begun_closes_without_a_look_back() -> None:
    closes = {change.source for change in CHANGES if change.target == State.CLOSED and not change.is_ending}
    assert closes == {State.IDEA, State.EXPLORED, State.APPROVED}


def test_an_aim_is_revised_with_a_reason_and_no_text_is_lost(team: Team) -> None:
    first = revise_aim(
        actor=team.lead, project=team.project, what="Halve restraints", start=4.8, goal=2.4,
        by_when=date(2026, 6, 30), now=NOW,
    )  # fmt: skip
    seen = Project.objects.get().version
    with pytest.raises(AimRefused, match="Say why the aim changes"):
        revise_aim(actor=team.lead, project=team.project, what="Halve them", now=NOW)
    revise_aim(actor=team.partner, project=team.project, what="End restraints", reason="We can.", now=NOW)
    with pytest.raises(StaleEdit, match="Marcus Bell changed this on 14 April 2026") as stale:
        revise_aim(
            actor=team.lead, project=team.project, what="Halve them all", reason="Words",
            expected_version=seen, now=NOW,
        )  # fmt: skip
    assert (stale.value.theirs, stale.value.yours) == ("End restraints", "Halve them all")
    assert queries.aim_of(team.project) == Aim.objects.get(what="End restraints")
    assert list(queries.aims_of(team.project))[-1] == first
    for wrong in ({"what": " "}, {"what": "x" * 301}, {"what": "Fewer", "goal": float("nan")}):
        with pytest.raises(AimRefused):
            revise_aim(actor=team.lead, project=team.project, reason="x", now=NOW, **wrong)


def test_a_stale_aim_loses_no_other_part_of_it(team: Team) -> None:
    """All parts are saved together: who only changes the words must not put back an older goal unseen."""
    same = {"project": team.project, "what": "Fewer falls", "reason": "We counted", "now": NOW}
    revise_aim(actor=team.lead, **same)
    seen = Project.objects.get(pk=team.project.pk).version
    revise_aim(actor=team.partner, goal=2.4, **same)
    with pytest.raises(StaleEdit) as stale:
        revise_aim(actor=team.lead, for_whom="everybody", expected_version=seen, **same)
    assert (stale.value.theirs, stale.value.yours) == ("–; 2.4", "everybody; –")


def test_a_team_keeps_a_lead(team: Team) -> None:
    own = Seat.objects.get(person_id=team.lead.id)
    with pytest.raises(SeatRefused, match="Choose another lead first"):
        end_seat(actor=team.lead, seat=own, now=NOW)
    partner = Person.objects.get(pk=team.partner.id)
    for _ in range(2):
        give_seat(actor=team.lead, project=team.project, person=partner, role=SeatRole.LEAD, now=NOW)
    assert again(team.partner).roles_on("project", team.project.pk) == {"lead", "service_user_partner"}
    end_seat(actor=team.lead, seat=own, reason="New post", now=NOW)
    end_seat(actor=team.lead, seat=own, now=NOW)
    assert not may_view(again(team.lead), Project.objects.get())
    with pytest.raises(NotAllowed):
        give_seat(actor=team.looker, project=team.project, person=partner, role=SeatRole.COACH, now=NOW)
    with pytest.raises(SeatRefused, match="one of the roles"):
        give_seat(actor=again(team.partner), project=team.project, person=partner, role="queen", now=NOW)


def test_a_project_is_taken_away_and_nothing_is_deleted(team: Team) -> None:
    with pytest.raises(NotAllowed):
        remove_project(actor=team.partner, project=team.project, now=NOW)
    remove_project(actor=team.lead, project=team.project, reason="A double", now=NOW)
    assert queries.get_for(team.lead, team.project.pk) is None
    assert Project.objects.get().is_removed
    assert again(team.lead).roles_on("project", team.project.pk) == frozenset()
