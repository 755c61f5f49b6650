"""A test from its prediction to its decision, and the ramp it is part of."""

from dataclasses import replace
from datetime import date

import pytest

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.pdsa import queries
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.permissions import may_view, may_write
from wellrun.pdsa.policies import features_of
from wellrun.pdsa.services import (
    CycleRefused,
    change_plan,
    copied_forward,
    decide,
    plan_cycle,
    remove_cycle,
    start_cycle,
    study,
    tell_what_happened,
)
from wellrun.pdsa.values import Plan, Stage
from wellrun.projects.models import Driver, Project

PLAN = Plan(
    question="Can we write a card within a day?",
    prediction="8 in 10 have one.",
    who="Priya and Kwame",
    people=1,
    days=1,
    data="Cards written",
)


@kept
def cycle(team: Team, idea: Driver) -> Cycle:
    return plan_cycle(actor=team.partner, project=team.project, idea=idea, plan=PLAN, now=NOW)


def to_the_end(team: Team, cycle: Cycle, decision: str = "adapt") -> Cycle:
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    tell_what_happened(actor=team.lead, cycle=cycle, happened="7 of 9 had one.", now=NOW)
    study(actor=team.partner, cycle=cycle, result="7 of 9, or 8 in 10", learned="Peers help.", now=NOW)
    return decide(actor=team.lead, cycle=cycle, decision=decision, why="Shorter words", now=NOW)


def test_a_test_goes_from_plan_to_decision(team: Team, cycle: Cycle) -> None:
    assert (cycle.number, cycle.stage, cycle.is_locked) == (1, Stage.PLAN, False)
    done = to_the_end(team, cycle)
    assert (done.stage, done.decision, done.decision_why) == (Stage.DONE, "adapt", "Shorter words")
    assert (done.locked_at, done.starts_on, done.done_on) == (NOW, NOW.date(), NOW.date())
    actions = AuditRecord.objects.filter(action__startswith="cycle.").values_list("action", flat=True)
    assert list(actions) == ["cycle.planned", "cycle.started", "cycle.told", "cycle.studied", "cycle.decided"]
    assert str(done) == "Distress card: test 1"


def test_the_prediction_is_locked_when_the_test_begins(team: Team, cycle: Cycle) -> None:
    change_plan(actor=team.lead, cycle=cycle, plan=replace(PLAN, prediction="9 in 10"), now=NOW)
    started = start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    assert start_cycle(actor=team.lead, cycle=cycle, now=NOW).locked_at == started.locked_at
    with pytest.raises(NotAllowed, match="The prediction is locked"):
        change_plan(actor=team.lead, cycle=cycle, plan=replace(PLAN, prediction="7 in 10"), now=NOW)
    changed = change_plan(
        actor=team.lead, cycle=cycle, plan=replace(PLAN, prediction="9 in 10", who="Priya"), now=NOW
    )
    assert (changed.prediction, changed.who) == ("9 in 10", "Priya")


def test_a_test_without_a_prediction_does_not_begin(team: Team, idea: Driver) -> None:
    plan = replace(PLAN, prediction=" ")
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    with pytest.raises(CycleRefused, match="Write a prediction first"):
        start_cycle(actor=team.lead, cycle=cycle, now=NOW)


def test_each_part_waits_for_the_one_before_it(team: Team, cycle: Cycle) -> None:
    with pytest.raises(NotAllowed, match="Start the test first"):
        tell_what_happened(actor=team.lead, cycle=cycle, happened="x", now=NOW)
    with pytest.raises(NotAllowed, match="Say what happened first"):
        study(actor=team.lead, cycle=cycle, result="x", now=NOW)
    with pytest.raises(NotAllowed, match="beside the prediction first"):
        decide(actor=team.lead, cycle=cycle, decision="adopt", why="x", now=NOW)
    to_the_end(team, cycle)
    for late in (
        lambda: change_plan(actor=team.lead, cycle=cycle, plan=PLAN, now=NOW),
        lambda: tell_what_happened(actor=team.lead, cycle=cycle, happened="y", now=NOW),
        lambda: study(actor=team.lead, cycle=cycle, result="y", now=NOW),
    ):
        with pytest.raises(NotAllowed, match="This test is decided"):
            late()


def test_what_was_told_can_be_put_right_before_the_decision(team: Team, cycle: Cycle) -> None:
    change_plan(actor=team.lead, cycle=cycle, plan=replace(PLAN, starts_on=date(2026, 4, 6)), now=NOW)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    tell_what_happened(actor=team.lead, cycle=cycle, happened="7 of 9", now=NOW)
    study(actor=team.lead, cycle=cycle, result="7 of 9", now=NOW)
    told = tell_what_happened(
        actor=team.lead, cycle=cycle, happened="8 of 9", done_on=date(2026, 4, 12), now=NOW
    )
    assert (told.stage, told.happened, told.done_on) == (Stage.ACT, "8 of 9", date(2026, 4, 12))


def test_words_are_needed(team: Team, cycle: Cycle, idea: Driver) -> None:
    def planned(**changes: object) -> None:
        plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=replace(PLAN, **changes), now=NOW)  # type: ignore[arg-type]

    for wrong in (
        {"question": " "}, {"question": "x" * 4001}, {"who": "x" * 301}, {"people": 0}, {"days": 10**7},
        {"starts_on": date(2026, 4, 6), "ends_on": date(2026, 4, 5)},
    ):  # fmt: skip
        with pytest.raises(CycleRefused):
            planned(**wrong)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    with pytest.raises(CycleRefused, match="Say what happened"):
        tell_what_happened(actor=team.lead, cycle=cycle, happened=" ", now=NOW)
    tell_what_happened(actor=team.lead, cycle=cycle, happened="7 of 9", now=NOW)
    with pytest.raises(CycleRefused, match="Say what came out"):
        study(actor=team.lead, cycle=cycle, result="", now=NOW)
    study(actor=team.lead, cycle=cycle, result="7 of 9", now=NOW)
    with pytest.raises(CycleRefused, match="Choose what to do"):
        decide(actor=team.lead, cycle=cycle, decision="celebrate", why="x", now=NOW)
    with pytest.raises(CycleRefused, match="Say why"):
        decide(actor=team.lead, cycle=cycle, decision="adopt", why=" ", now=NOW)


def test_the_next_test_is_copied_forward_without_its_prediction(
    team: Team, cycle: Cycle, idea: Driver
) -> None:
    done = to_the_end(team, cycle, decision="expand")
    plan = copied_forward(done)
    assert (plan.question, plan.prediction, plan.people) == (PLAN.question, "", 2)
    following = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    assert following.number == 2
    assert [[each.number for each in ramp] for ramp in queries.ramps_of(team.project)] == [[1, 2]]
    assert queries.latest_by_idea(queries.cycles_of(team.project)) == {idea.pk: done}, "a plan is no test yet"
    remove_cycle(actor=team.lead, cycle=following, now=NOW)
    assert queries.ramp_of(done) == [done]


def test_the_five_features_are_prompts(team: Team, cycle: Cycle, idea: Driver) -> None:
    there = {each.code: each.is_there for each in features_of(cycle, [cycle])}
    assert there == {
        "linked": False, "prediction": True, "scale": True, "data": True, "documented": True,
    }  # fmt: skip
    to_the_end(team, cycle)
    plan = Plan(question="And all shifts?")
    second = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    there = {each.code: each.is_there for each in features_of(second, queries.ramp_of(second))}
    assert there == {
        "linked": True, "prediction": False, "scale": False, "data": False, "documented": True,
    }  # fmt: skip


def test_a_measure_is_one_that_the_person_can_see(team: Team, cast: Cast, idea: Driver) -> None:
    measure = a_measure(cast)
    cycle = plan_cycle(
        actor=team.lead, project=team.project, idea=idea, plan=PLAN, measure_id=measure.pk, now=NOW
    )
    assert cycle.measure == measure
    with pytest.raises(CycleRefused, match="a measure that you can see"):
        plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=PLAN, measure_id=0, now=NOW)
    primary = Driver.objects.get(kind="primary")
    with pytest.raises(CycleRefused, match="a change idea of this project"):
        plan_cycle(actor=team.lead, project=team.project, idea=primary, plan=PLAN, now=NOW)


def test_a_test_that_waits_for_its_study_is_found(team: Team, idea: Driver) -> None:
    plan = replace(PLAN, starts_on=date(2026, 4, 6), ends_on=date(2026, 4, 12))
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    assert not queries.waiting_for_study(on=date(2026, 4, 13)).exists()
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    assert list(queries.waiting_for_study(on=date(2026, 4, 13))) == [cycle]
    assert not queries.waiting_for_study(on=date(2026, 4, 12)).exists()


def test_two_people_who_write_on_one_test_lose_nothing(team: Team, cycle: Cycle) -> None:
    seen = Project.objects.get().version
    change_plan(actor=team.partner, cycle=cycle, plan=replace(PLAN, question="Can we, in a day?"), now=NOW)
    with pytest.raises(StaleEdit) as stale:
        change_plan(
            actor=team.lead,
            cycle=cycle,
            plan=replace(PLAN, question="In two days?"),
            expected_version=seen,
            now=NOW,
        )
    assert (stale.value.theirs, stale.value.yours) == ("Can we, in a day?", "In two days?")


@pytest.mark.parametrize("visibility", Visibility.values)
def test_who_sees_the_project_sees_its_tests(team: Team, cycle: Cycle, visibility: str) -> None:
    Project.objects.update(visibility=visibility)
    for name in ("lead", "partner", "looker", "colleague", "leader", "outsider"):
        actor = getattr(team, name)
        found = queries.get_for(actor, cycle.pk)
        assert bool(may_view(actor, Cycle.objects.get())) is (found is not None)
        assert bool(may_write(actor, Cycle.objects.get())) is (name in {"lead", "partner"})
