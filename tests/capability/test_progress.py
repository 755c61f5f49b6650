"""The progress score: suggested from what is in the record, and never more than that."""

from dataclasses import replace
from datetime import date

from tests.build.cast import NOW, Cast, the_cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project
from wellrun.capability.policies import suggest
from wellrun.capability.queries import evidence_of, suggestion_for
from wellrun.capability.values import Evidence
from wellrun.measures.models import Measure
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Project
from wellrun.projects.services import add_driver, revise_aim
from wellrun.projects.values import LEVELS

STEPS: tuple[tuple[float, dict[str, object]], ...] = (
    (0.5, {}),
    (1.0, {"has_aim": True, "has_lead": True, "n_people": 2}),
    (1.5, {"aim_has_number_and_date": True, "n_drivers": 1}),
    (2.0, {"has_baseline": True, "n_ideas": 1}),
    (2.5, {"n_tests_begun": 1, "n_measures": 2, "n_with_target": 2}),
    (3.0, {"n_tests_studied_with_prediction": 1, "n_tests_kept": 1}),
    (3.5, {"n_tests_decided": 3, "n_improving": 1}),
    (4.0, {"is_implementing": True}),
    (4.5, {"n_meeting": 1}),
    (5.0, {"is_in_control": True, "n_meeting": 2}),
)


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


def test_each_step_of_evidence_is_one_step_of_the_scale() -> None:
    evidence = Evidence()
    for score, more in STEPS:
        evidence = replace(evidence, **more)
        suggestion = suggest(evidence)
        assert suggestion.score == score
        assert [level.score for level in suggestion.levels] == list(LEVELS)
        assert (suggestion.after(score) is None) == (score == 5)


def test_what_is_missing_below_holds_the_score_down() -> None:
    everything = {name: value for _score, more in STEPS for name, value in more.items()}
    without_aim = suggest(Evidence(**{**everything, "has_aim": False}))
    assert without_aim.score == 0.5
    level = without_aim.after(0.5)
    assert level is not None
    assert [item.text for item in without_aim.missing_for(level)] == ["An aim"]
    alone = suggest(Evidence(**{**everything, "n_people": 1}))
    assert alone.score == 0.5
    few_targets = suggest(Evidence(**{**everything, "n_measures": 5, "n_with_target": 2}))
    assert few_targets.score == 2.0


def test_where_a_coach_agreed_on_more_the_next_step_is_above_that() -> None:
    suggestion = suggest(Evidence(has_aim=True, has_lead=True, n_people=2, n_drivers=1))
    level = suggestion.after(1.5)
    assert level is not None
    assert (suggestion.score, level.score) == (1.0, 2.0)
    assert [item.text for item in suggestion.missing_for(level)] == [
        "An aim with a number and a date", "Where you started, as a number", "At least one change idea",
    ]  # fmt: skip


def test_a_new_project_has_a_team_and_no_aim(team: Team) -> None:
    evidence = evidence_of(team.project)
    assert (evidence.has_lead, evidence.n_people, evidence.has_aim) == (True, 4, False)
    assert suggestion_for(team.project).score == 0.5


def test_evidence_is_what_the_team_wrote(team: Team, cast: Cast) -> None:
    lead, project = team.lead, team.project
    revise_aim(
        actor=lead, project=project, what="Halve restraints", start=4.8, goal=2.4,
        by_when=date(2026, 6, 30), now=NOW,
    )  # fmt: skip
    primary = add_driver(actor=lead, project=project, kind="primary", text="Calm", now=NOW)
    idea = add_driver(actor=lead, project=project, kind="idea", text="Card", parent_id=primary.pk, now=NOW)
    assert suggestion_for(project).score == 2.0
    measure = a_measure(cast, by=lead)
    cycle = plan_cycle(
        actor=lead, project=project, idea=idea, plan=Plan(question="Does it help?", prediction="By half"),
        measure_id=measure.pk, now=NOW,
    )  # fmt: skip
    Measure.objects.update(target=2.4, variation="improving", assurance="hit_and_miss")
    assert suggestion_for(project).score == 2.0
    start_cycle(actor=lead, cycle=cycle, now=NOW)
    assert suggestion_for(project).score == 2.5
    Cycle.objects.update(stage="done", decision="adopt", result="By a third")
    evidence = evidence_of(project)
    assert (evidence.n_tests_kept, evidence.n_tests_decided, evidence.n_improving) == (1, 1, 1)
    assert suggestion_for(project).score == 3.0
    Cycle.objects.update(decision="abandon")
    assert suggestion_for(project).score == 2.5
    Project.objects.update(state="implementing")
    project.refresh_from_db()
    assert evidence_of(project).is_implementing
    assert not evidence_of(project).is_in_control
