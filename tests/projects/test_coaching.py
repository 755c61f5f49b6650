"""Coaching: the coach's word, the team's own log, and a round that begins with the quietest."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, Cast, a_unit
from tests.build.projects import Team, again
from wellrun.accounts.models import Notification, Person
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.projects import queries
from wellrun.projects.models import CoachingNote, Progress, Project
from wellrun.projects.services import (
    CoachingRefused,
    NewProject,
    confirm_progress,
    give_seat,
    log_coaching,
    move,
    start_project,
)
from wellrun.projects.values import SeatRole, State

TODAY = NOW.date()


def test_only_the_coach_logs_and_the_record_does_not_repeat_it(team: Team) -> None:
    for other in (team.lead, team.partner, team.sponsor, team.outsider):
        with pytest.raises(NotAllowed):
            log_coaching(actor=other, project=team.project, on=TODAY, what="We talked.", now=NOW)
    for wrong in ({"what": " "}, {"on": TODAY + timedelta(days=1)}, {"next_step": "x" * 301}):
        with pytest.raises(CoachingRefused) as refusal:
            log_coaching(
                actor=team.coach, project=team.project, now=NOW, **{"on": TODAY, "what": "Talk", **wrong}
            )
        assert refusal.value.field in wrong
    log_coaching(
        actor=team.coach, project=team.project, on=TODAY, what="The lead is tired.", next_step="One card",
        now=NOW,
    )  # fmt: skip
    assert queries.notes_of(team.project).get().what == "The lead is tired."
    record = AuditRecord.objects.get(action="coaching.logged")
    assert "tired" not in str(record.after)
    told = Notification.objects.filter(kind="coaching.logged").values_list("person_id", flat=True)
    assert set(told) == {team.lead.id, team.partner.id}
    assert "coaching.logged" not in [each.action for each in queries.history_of(team.project, last=20)]
    own = queries.history_of(team.project, last=20, is_team=True)
    assert "coaching.logged" in [each.action for each in own]


def test_a_score_that_differs_from_the_record_says_why(team: Team) -> None:
    with pytest.raises(NotAllowed, match="Only the project's coach"):
        confirm_progress(actor=team.lead, project=team.project, score=2.0, suggested=2.0, now=NOW)
    with pytest.raises(CoachingRefused, match="one of the scores"):
        confirm_progress(actor=team.coach, project=team.project, score=2.2, suggested=2.0, now=NOW)
    with pytest.raises(CoachingRefused, match="differs from the record"):
        confirm_progress(actor=team.coach, project=team.project, score=2.5, suggested=2.0, now=NOW)
    confirm_progress(actor=team.coach, project=team.project, score=2.0, suggested=2.0, now=NOW)
    confirm_progress(
        actor=team.coach, project=team.project, score=2.5, suggested=2.0, note="I saw the test.", now=NOW
    )
    assert [(row.score, row.suggested) for row in queries.progress_of(team.project)] == [
        (2.5, 2.0),
        (2.0, 2.0),
    ]
    assert Progress.objects.count() == 2


def test_who_leads_a_project_neither_coaches_nor_approves_it(team: Team) -> None:
    """A lead chooses the team, and so could seat themselves as its coach and its sponsor."""
    own = Person.objects.get(pk=team.lead.id)
    for role in (SeatRole.COACH, SeatRole.SPONSOR):
        give_seat(actor=team.lead, project=team.project, person=own, role=role, now=NOW)
    lead = again(team.lead)
    with pytest.raises(NotAllowed, match="You lead this project too"):
        confirm_progress(actor=lead, project=team.project, score=5.0, suggested=1.0, now=NOW)
    Project.objects.filter(pk=team.project.pk).update(state=State.EXPLORED)
    team.project.refresh_from_db()
    with pytest.raises(NotAllowed, match="A leader of Alder Ward, or the sponsor, approves this"):
        move(actor=lead, project=team.project, target=State.APPROVED, now=NOW)


def test_a_coachs_round_begins_with_the_quietest(
    cast: Cast, team: Team, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ward = a_unit(cast.riverside, "Cedar Ward")
    coach = Person.objects.get(pk=team.coach.id)
    for number, title in enumerate(("Fewer falls", "Closed one", "Less waiting")):
        project = start_project(actor=team.lead, unit=ward, project=NewProject(title=title), now=NOW)
        give_seat(
            actor=again(team.lead), project=project, person=coach, role=SeatRole.COACH,
            now=NOW + timedelta(days=number - 5),
        )  # fmt: skip
    Project.objects.filter(title="Closed one").update(state=State.CLOSED)
    log_coaching(actor=team.coach, project=team.project, on=TODAY, what="Talk", next_step="Card", now=NOW)
    confirm_progress(actor=team.coach, project=team.project, score=1.0, suggested=1.0, now=NOW)
    with django_assert_num_queries(1):
        rows = queries.coached_by(team.coach.id)
    assert [row.title for row in rows] == ["Fewer falls", "Less waiting", "Calmer evenings on Alder Ward"]
    assert (rows[-1].score, rows[-1].talked_on, rows[-1].next_step) == (1.0, TODAY, "Card")
    assert (rows[0].score, rows[0].talked_on, rows[0].next_step) == (None, None, "")


def test_who_leads_sees_how_many_teams_a_coach_has_and_no_more(cast: Cast, team: Team) -> None:
    assert [(load.name, load.teams) for load in queries.coach_loads(team.leader)] == [("Siôn Rees", 1)]
    for other in (team.lead, team.coach, team.colleague, team.outsider):
        assert queries.coach_loads(other) == []
    assert queries.get_for(team.leader, team.project.pk) is None
    assert not CoachingNote.objects.exists()
    elsewhere = a_project_elsewhere(cast)
    assert queries.coach_loads(team.leader)[0].teams == 1
    assert elsewhere.organisation_id == cast.hillside.pk


def a_project_elsewhere(cast: Cast) -> Project:
    return start_project(
        actor=cast.viewer, unit=a_unit(cast.hillside, "Elm"), project=NewProject(title="Elsewhere"), now=NOW
    )
