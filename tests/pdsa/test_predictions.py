"""Several predictions in one test: made fast when it begins, answered one by one, carried on where open."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, Refused, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.pdsa.models import Cycle, Prediction
from wellrun.pdsa.queries import predictions_of
from wellrun.pdsa.services import (
    CycleRefused,
    change_plan,
    copied_forward,
    decide,
    plan_cycle,
    start_cycle,
    study,
    tell_what_happened,
)
from wellrun.pdsa.values import Answer, Plan, predictions_in
from wellrun.projects.models import Driver, Project

PLAN = Plan(
    question="Can we write a card within a day?",
    prediction="8 in 10 have one.\n\n2. It takes 15 minutes.\n- Most say it helped.",
)
ANSWERS = (
    Answer(position=1, happened="7 of 9", matched="yes"),
    Answer(position=2, happened="22 minutes", matched="no"),
    Answer(position=3, happened="", matched="unknown"),
)


@pytest.fixture
def cycle(team: Team, idea: Driver) -> Cycle:
    return plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=PLAN, now=NOW)


@pytest.fixture
def told(team: Team, cycle: Cycle) -> Cycle:
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    return tell_what_happened(actor=team.lead, cycle=cycle, happened="9 new people", now=NOW)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("8 in 10 have one.", ("8 in 10 have one.",)),
        ("1. 8 in 10\r\n2) 15 minutes\n• It helped", ("8 in 10", "15 minutes", "It helped")),
        ("15 minutes each\n2.5 a day\n-3 degrees", ("15 minutes each", "2.5 a day", "-3 degrees")),
        ("1.\n-", ("1.", "-")),
    ],
)
def test_each_line_that_says_something_is_a_prediction(text: str, found: tuple[str, ...]) -> None:
    assert predictions_in(text) == found


def test_the_lines_get_rows_when_the_test_begins_and_stay_as_they_were(team: Team, cycle: Cycle) -> None:
    assert [each.text for each in predictions_of(cycle)] == [
        "8 in 10 have one.", "It takes 15 minutes.", "Most say it helped.",
    ]  # fmt: skip
    assert not Prediction.objects.exists()
    started = start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    assert [each.position for each in predictions_of(started)] == [1, 2, 3]
    with pytest.raises(NotAllowed, match="The prediction is locked"):
        change_plan(actor=team.lead, cycle=cycle, plan=replace(PLAN, prediction="9 in 10"), now=NOW)
    assert Prediction.objects.count() == 3


def test_what_came_out_stands_beside_each(team: Team, told: Cycle) -> None:
    studied = study(actor=team.partner, cycle=told, answers=ANSWERS, learned="Peers help", now=NOW)
    assert (studied.result, studied.stage) == ("7 of 9\n22 minutes", "act")
    rows = [(each.happened, each.matched) for each in predictions_of(studied)]
    assert rows == [("7 of 9", "yes"), ("22 minutes", "no"), ("", "unknown")]
    record = AuditRecord.objects.get(action="cycle.studied")
    assert record.after == {"result": studied.result, "matched": "yes, no, unknown", "learned": "Peers help"}


REFUSED = (
    (ANSWERS[:2], "", "beside each prediction"),
    ((*ANSWERS[:2], replace(ANSWERS[2], matched="maybe")), "matched-3", "Choose one"),
    ((replace(ANSWERS[0], happened=" "), *ANSWERS[1:]), "happened-1", "Say what came out, in a few words"),
    (tuple(replace(each, happened="", matched="unknown") for each in ANSWERS), "happened-1", "Say what came"),
    ((replace(ANSWERS[0], happened="x" * 4001), *ANSWERS[1:]), "happened-1", "Keep this to 4,000"),
    ((replace(ANSWERS[0], happened="NHS 943 476 5919"), *ANSWERS[1:]), "happened-1", "NHS number"),
)


def test_answers_that_cannot_be_saved_say_where_and_why(team: Team, told: Cycle) -> None:
    for answers, field, words in REFUSED:
        with pytest.raises(Refused, match=words) as refusal:
            study(actor=team.lead, cycle=told, answers=answers, now=NOW)
        assert refusal.value.field == field
    assert not Prediction.objects.exclude(happened="").exists()


def test_two_people_who_study_at_once_lose_nothing(team: Team, told: Cycle) -> None:
    seen = Project.objects.get().version
    study(actor=team.partner, cycle=told, answers=ANSWERS, learned="Peers help", now=NOW)
    mine = (replace(ANSWERS[0], happened="7 of 10"), *ANSWERS[1:])
    with pytest.raises(StaleEdit) as stale:
        study(actor=team.lead, cycle=told, answers=mine, learned="", expected_version=seen, now=NOW)
    assert "Peers help" in stale.value.theirs
    assert "7 of 10" in stale.value.yours
    assert predictions_of(Cycle.objects.get())[0].happened == "7 of 9"


def test_a_step_of_somebody_else_is_no_conflict_with_another_step(team: Team, told: Cycle) -> None:
    seen = Project.objects.get().version
    tell_what_happened(actor=team.partner, cycle=told, happened="10 new people", now=NOW)
    study(actor=team.lead, cycle=told, answers=ANSWERS, expected_version=seen, now=NOW)


def test_the_next_test_looks_again_at_what_did_not_come_true(team: Team, told: Cycle) -> None:
    study(actor=team.lead, cycle=told, answers=ANSWERS, now=NOW)
    done = decide(actor=team.lead, cycle=told, decision="adapt", why="Shorter words", now=NOW)
    assert copied_forward(done).prediction == "It takes 15 minutes.\nMost say it helped."


def test_at_most_nine_are_predicted(team: Team, cycle: Cycle) -> None:
    lines = "\n".join(f"{number} cards" for number in range(10))
    with pytest.raises(CycleRefused, match="at most 9 predictions") as refusal:
        change_plan(actor=team.lead, cycle=cycle, plan=replace(PLAN, prediction=lines), now=NOW)
    assert refusal.value.field == "prediction"


def test_a_test_that_began_before_keeps_its_one_prediction(team: Team, told: Cycle) -> None:
    Prediction.objects.all().delete()
    Cycle.objects.update(result="7 of 9")
    import_module("wellrun.pdsa.migrations.0003_predictions_of_before").lock(apps, None)
    [only] = predictions_of(Cycle.objects.get())
    assert (only.text, only.happened, only.matched) == (PLAN.prediction, "7 of 9", "")
