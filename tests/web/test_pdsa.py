"""Pages of tests: from a plan with a prediction to a decision, and on to the next test."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.measures.models import Measure
from wellrun.measures.services import use_measure
from wellrun.pdsa.models import Cycle, DayNote, Prediction
from wellrun.projects.models import Driver, Project
from wellrun.projects.services import add_driver

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def client(team: Team) -> Client:
    return signed_in(team.partner)


@kept
def idea(team: Team) -> Driver:
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    return add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Distress card", parent_id=early.pk, now=NOW
    )


def planned(client: Client, team: Team, idea: Driver, **changes: object) -> Cycle:
    told = {"idea": idea.pk, "question": "Can we, in a day?", "prediction": "8 in 10", "people": 1, "days": 1}
    answer = client.post(f"/projects/{team.project.pk}/tests/new/", told | changes)
    cycle = Cycle.objects.latest("pk")
    assert (answer.status_code, answer["Location"]) == (303, f"/tests/{cycle.pk}/")
    return cycle


def test_a_test_is_run_with_forms_alone(client: Client, team: Team, idea: Driver) -> None:
    assert "No tests yet" in page_of(client.get(f"/projects/{team.project.pk}/tests/")).words
    cycle = planned(client, team, idea)
    address = f"/tests/{cycle.pk}/"
    words = page_of(client.get(address)).words
    assert "Distress card: test 1" in words
    assert "1 person, 1 day" in words
    assert "Nothing yet. It begins with the test." in words
    assert client.post(f"{address}do/", {"happened": "x"}).status_code == 422
    assert client.post(f"{address}start/").status_code == 303
    assert "Locked since the test began:" in page_of(client.get(address)).words
    told = {"happened": "7 of 9", "surprises": "No peer worker"}
    assert client.post(f"{address}do/", told).status_code == 303
    assert client.post(f"{address}study/", {"happened-1": ""}).status_code == 422
    told = {"happened-1": "8 in 10", "matched-1": "yes", "learned": "Peers help"}
    assert client.post(f"{address}study/", told).status_code == 303
    assert client.post(f"{address}act/", {"decision": "", "why": "x"}).status_code == 422
    answer = client.post(f"{address}act/", {"decision": "expand", "why": "It works", "next": "yes"})
    assert answer["Location"] == f"/projects/{team.project.pk}/tests/new/?after={cycle.pk}"
    following = page_of(client.get(answer["Location"]))
    form = next(fields for fields in following.forms.values() if "question" in fields)
    typed = [form[name].strip() for name in ("question", "prediction", "people")]
    assert typed == ["Can we, in a day?", "", "2"]
    words = page_of(client.get(address)).words
    for said in ("Try wider. It works", "Not as planned: No peer worker", "About our theory: Peers help"):
        assert said in words
    assert "Tried wider after test 1" in page_of(client.get(f"/projects/{team.project.pk}/tests/")).words


def test_the_plan_changes_and_the_prediction_does_not(client: Client, team: Team, idea: Driver) -> None:
    cycle = planned(client, team, idea)
    address = f"/tests/{cycle.pk}/plan/"
    told = {"question": "Can we, in two days?", "prediction": "9 in 10", "counted": "Cards"}
    assert client.post(address, told).status_code == 303
    client.post(f"/tests/{cycle.pk}/start/")
    assert "prediction" not in next(iter(page_of(client.get(address)).forms.values()))
    assert client.post(address, told | {"prediction": "7 in 10", "who": "Priya"}).status_code == 422
    assert client.post(address, told | {"prediction": "9 in 10", "who": "Priya"}).status_code == 303
    cycle.refresh_from_db()
    assert (cycle.prediction, cycle.who, cycle.data) == ("9 in 10", "Priya", "Cards")
    answer = client.post(address, told | {"question": "Mine", "version": 1})
    assert answer.status_code == 422
    assert "Yours: Mine" in page_of(answer).words


def test_bad_input_is_kept_and_explained(client: Client, team: Team, idea: Driver) -> None:
    address = f"/projects/{team.project.pk}/tests/new/"
    told = {
        "idea": idea.pk,
        "question": "",
        "people": "many",
        "starts_on": "2026-04-06",
        "ends_on": "2026-04-05",
    }
    words = page_of(client.post(address, told)).words
    assert "Write it as a question" in words
    assert "Type a whole number, like 4." in words
    answer = client.post(address, told | {"question": "Why?", "people": "2"})
    assert "The last day comes before the first" in page_of(answer).words
    assert client.post(address, told | {"idea": 999}).status_code == 422
    for odd in ("?after=x", "?after=999", "?idea=x"):
        assert client.get(address + odd).status_code == 200


def test_the_result_is_read_from_the_chart_where_there_is_one(
    client: Client, team: Team, idea: Driver, cast: Cast
) -> None:
    measure = a_measure(cast)
    cycle = planned(client, team, idea, measure=measure.pk)
    words = page_of(client.get(f"/tests/{cycle.pk}/")).words
    assert "Improving" in words
    assert "The last 9 weeks are all below" in words


def test_who_may_not_write_reads(client: Client, team: Team, idea: Driver) -> None:
    cycle = planned(client, team, idea)
    reader = signed_in(team.looker)
    assert "Start the test" not in page_of(reader.get(f"/tests/{cycle.pk}/")).words
    for part in ("start", "do", "study", "act", "remove"):
        told = {"happened": "x", "result": "x", "decision": "adopt", "why": "x"}
        assert reader.post(f"/tests/{cycle.pk}/{part}/", told).status_code == 422
    assert reader.get(f"/tests/{cycle.pk}/plan/").status_code == 403
    assert reader.get(f"/projects/{team.project.pk}/tests/new/").status_code == 403
    assert signed_in(team.outsider).get(f"/tests/{cycle.pk}/").status_code == 404
    assert Client().get(f"/tests/{cycle.pk}/").status_code == 303
    assert client.post(f"/tests/{cycle.pk}/remove/").status_code == 303
    assert client.get(f"/tests/{cycle.pk}/").status_code == 404
    assert Project.objects.count() == 1


def begun(client: Client, team: Team, idea: Driver, **changes: object) -> str:
    told = {"starts_on": "2026-04-06", "count_label": "Cards", "out_of_label": "New people"}
    cycle = planned(client, team, idea, **(told | changes))
    client.post(f"/tests/{cycle.pk}/start/")
    return f"/tests/{cycle.pk}/"


def test_each_prediction_is_answered_beside_it(client: Client, team: Team, idea: Driver) -> None:
    address = begun(client, team, idea, prediction="8 in 10\n15 minutes", ends_on="2026-04-12")
    words = page_of(client.get(address)).words
    assert "Now. A line each day is enough." in words
    assert "Write down a day" in words
    client.post(f"{address}do/", {"happened": "A week", "done_on": "2026-04-12"})
    page = page_of(client.get(address))
    assert "Fill in Study" in page.words
    told = {"happened-1": "7 of 9", "matched-1": "yes", "happened-2": "", "matched-2": "no"}
    wrong = page_of(client.post(f"{address}study/", told))
    assert "Say what came out, in a few words." in wrong.words
    assert any(form.get("happened-1", "").strip() == "7 of 9" for form in wrong.forms.values())
    assert client.post(f"{address}study/", told | {"happened-2": "22 minutes"}).status_code == 303
    words = page_of(client.get(address)).words
    assert "8 in 10 7 of 9 Yes 15 minutes 22 minutes No" in words
    assert "Done, 12 April 2026" in words
    assert "6 to 12 April 2026" in words


def test_the_days_of_a_test_are_a_table(client: Client, team: Team, idea: Driver) -> None:
    address = begun(client, team, idea)
    monday = {"day": "2026-04-06", "count": "1", "out_of": "2", "note": "Kwame led both"}
    for told in (monday, {"day": "2026-04-07", "count": "2", "out_of": "2"}):
        assert client.post(f"{address}days/", told).status_code == 303
    words = page_of(client.get(address)).words
    assert "Mon 6 April 2 1 Kwame led both Tue 7 April 2 2" in words
    assert "2 days 4 3" in words
    again = page_of(client.post(f"{address}days/", monday | {"count": "2"}))
    assert "6 April 2026 is there already: 1 of 2. Kwame led both. Put yours in its place?" in again.words
    assert "Put this in its place" in again.words
    assert client.post(f"{address}days/", monday | {"count": "2", "replace": "yes"}).status_code == 303
    day = DayNote.objects.get(day="2026-04-06")
    assert day.count == 2
    assert "Take the day out" in page_of(client.get(f"{address}?day=2026-04-06")).words
    for odd in ("new", "x", "2026-13-01", "2027-01-01"):
        assert client.get(f"{address}?day={odd}").status_code == 200
    client.post(f"{address}do/", {"happened": "Two days"})
    assert "Your days add up to 4 of 4, or 100 of every 100." in page_of(client.get(address)).words
    assert client.post(f"{address}days/{day.pk}/remove/").status_code == 303
    assert "1 day 2 2" in page_of(client.get(address)).words


def test_a_day_of_nonsense_comes_back_with_what_to_do(client: Client, team: Team, idea: Driver) -> None:
    address = begun(client, team, idea)
    told = {"day": "06/04/2026", "count": "many", "out_of": "-1", "note": "x" * 301}
    answer = client.post(f"{address}days/", told)
    assert answer.status_code == 422
    words = page_of(answer).words
    for said in (
        "You typed “06/04/2026”",
        "Type a whole number, like 4.",
        "Nobody is 0.",
        "Keep this to 300",
    ):
        assert said in words
    assert signed_in(team.looker).post(f"{address}days/", told | {"day": "2026-04-06"}).status_code == 422
    assert not DayNote.objects.exists()


def test_who_wrote_first_is_shown_and_yours_can_be_saved_over_it(
    client: Client, team: Team, idea: Driver
) -> None:
    address = begun(client, team, idea)
    seen = Project.objects.get().version
    client.post(f"{address}do/", {"happened": "Theirs"})
    told = {"happened": "Mine", "expected_version": seen}
    answer = signed_in(team.lead).post(f"{address}do/", told)
    page = page_of(answer)
    assert answer.status_code == 422
    assert "Theirs: Theirs" in page.words
    assert "Yours: Mine" in page.words
    typed = next(form for form in page.forms.values() if form.get("happened", "").strip() == "Mine")
    saved = {name: typed[name] for name in ("happened", "surprises", "done_on", "expected_version")}
    assert client.post(f"{address}do/", saved).status_code == 303
    assert Cycle.objects.get().happened == "Mine"


def test_the_browser_is_told_what_was_saved_and_what_was_not(
    client: Client, team: Team, idea: Driver
) -> None:
    address = begun(client, team, idea)
    pk = Cycle.objects.get().pk
    page = client.get(address).content.decode()
    assert f'data-keeps="cycle-{pk}-do"' in page
    assert f'data-person="{team.partner.person_id}"' in page
    assert "data-failed" not in page
    assert "saved" not in client.post(f"{address}do/", {"happened": ""}).cookies
    assert "data-failed" in client.post(f"{address}do/", {"happened": ""}).content.decode()
    assert client.post(f"{address}do/", {"happened": "x"}).cookies["saved"].value == f"cycle-{pk}-do"


def test_the_measures_of_the_project_are_offered_first(
    cast: Cast, client: Client, team: Team, idea: Driver
) -> None:
    a_measure(cast, name="Another count")
    main = a_measure(cast, name="Restraints each week")
    use_measure(actor=team.lead, project=team.project, measure=main, kind="outcome", now=NOW)
    page = client.get(f"/projects/{team.project.pk}/tests/new/").content.decode()
    assert page.index("Restraints each week") < page.index("Another count")


def test_a_measure_that_is_not_shared_is_not_told_of(
    client: Client, team: Team, idea: Driver, cast: Cast
) -> None:
    measure = a_measure(cast)
    cycle = planned(client, team, idea, measure=measure.pk)
    Project.objects.update(visibility="network")
    Measure.objects.update(visibility="team")
    words = page_of(signed_in(team.outsider).get(f"/tests/{cycle.pk}/")).words
    assert cycle.question in words
    assert measure.name not in words


def test_the_page_asks_as_often_however_long_the_test(
    client: Client, team: Team, idea: Driver, django_assert_num_queries: Any
) -> None:
    address = begun(client, team, idea, prediction="8 in 10")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    cycle = Cycle.objects.get()
    Prediction.objects.bulk_create(Prediction(cycle=cycle, position=n, text="x") for n in range(2, 10))
    days = [date(2026, 4, 6) + timedelta(days=n) for n in range(60)]
    DayNote.objects.bulk_create(DayNote(cycle=cycle, day=day, note="x") for day in days)
    with django_assert_num_queries(len(few)):
        client.get(address)


def test_a_line_is_moved_undone_and_two_for_one_day_are_both_shown(
    client: Client, team: Team, idea: Driver
) -> None:
    address = begun(client, team, idea)
    for day, note in (("2026-04-06", "Kwame led both"), ("2026-04-07", "Family joined in")):
        client.post(f"{address}days/", {"day": day, "count": "1", "out_of": "1", "note": note})
    line = DayNote.objects.get(day="2026-04-06")
    page = page_of(client.get(f"{address}?day=2026-04-06"))
    assert f"{address}days/{line.pk}/" in page.forms
    assert "Kwame led both" not in page.words, "the form stands in the place of the line"
    told = {"day": "2026-04-07", "count": "1", "out_of": "1", "note": "Kwame led both"}
    taken = client.post(f"{address}days/{line.pk}/", told)
    assert taken.status_code == 422
    for said in ("There now: 1 of 1. Family joined in", "Yours: 1 of 1. Kwame led both"):
        assert said in page_of(taken).words
    moved = client.post(f"{address}days/{line.pk}/", told | {"day": "2026-04-08"})
    page = page_of(client.get(moved["Location"]))
    assert "Wed 8 April 1 1 Kwame led both" in page.words
    assert "Saved: Wed 8 April." in page.words
    undo = next(action for action in page.forms if "/days/undo/" in action)
    undone = page_of(client.get(client.post(undo)["Location"])).words
    assert "Mon 6 April 1 1 Kwame led both" in undone
    assert "As it was before: Mon 6 April." in undone
    assert client.post(undo).status_code == 422
    out = client.post(f"{address}days/{line.pk}/remove/")
    assert "Taken out: Mon 6 April." in page_of(client.get(out["Location"])).words
    gone = client.post(f"{address}days/{line.pk}/", told | {"day": "2026-04-06"})
    assert "Somebody took this day out meanwhile." in page_of(gone).words
    assert f"{address}days/" in page_of(gone).forms, "it is saved as a line of its own"
    for odd in ("x", "0", "99999", "9" * 30):
        assert client.get(f"{address}?saved={odd}").status_code == 200


def test_study_and_act_are_filled_together_or_one_after_the_other(
    client: Client, team: Team, idea: Driver
) -> None:
    address = begun(client, team, idea)
    client.post(f"{address}do/", {"happened": "A week"})
    page = client.get(address)
    assert "It nearly works. Change one thing." in page_of(page).words
    assert 'form="study-form"' in page.content.decode()
    act = {"decision": "adapt", "why": "Shorter words"}
    early = client.post(f"{address}study/", {"happened-1": "", "learned": "Words matter"} | act)
    assert early.status_code == 422
    assert "Say what came out first, beside your prediction: Act follows from Study." in page_of(early).words
    assert "Shorter words" in early.content.decode()
    assert "Words matter" in early.content.decode()
    told = {"happened-1": "7 of 9", "matched-1": "yes"}
    for half, sentence in (
        ({"decision": "adapt", "why": ""}, "Say why, in a few words."),
        ({"decision": "", "why": "x"}, "Choose what to do with what you learned."),
        ({"decision": "", "why": "", "next": "yes"}, "Choose what to do with what you learned."),
    ):
        answer = client.post(f"{address}study/", told | half)
        assert (answer.status_code, sentence in page_of(answer).words) == (422, True)
        assert Cycle.objects.get().stage == "study", "both, or neither"
    answer = client.post(f"{address}study/", told | act | {"next": "yes"})
    assert answer["Location"].endswith("?after=" + address.split("/")[2])
    cycle = Cycle.objects.get()
    assert (cycle.stage, cycle.result, cycle.decision, cycle.decision_why) == (
        "done", "7 of 9", "adapt", "Shorter words",
    )  # fmt: skip


def test_what_is_typed_when_somebody_has_gone_on_is_shown_and_not_lost(
    client: Client, team: Team, idea: Driver
) -> None:
    address = begun(client, team, idea)
    client.post(f"{address}do/", {"happened": "A week"})
    theirs = {"happened-1": "7 of 9", "decision": "adopt", "why": "It works"}
    client.post(f"{address}study/", theirs)
    mine = {"happened-1": "6 of 9", "learned": "", "decision": "abandon", "why": "It takes too long"}
    for part in ("study/", "act/"):
        answer = signed_in(team.lead).post(f"{address}{part}", mine)
        assert answer.status_code == 422
        words = page_of(answer).words
        for said in ("This test is decided.", "Keep. It works", "What you typed", "It takes too long"):
            assert said in words
    assert Cycle.objects.get().decision == "adopt"


def test_the_numbers_of_the_measure_are_drawn_beside_what_was_predicted(
    client: Client, team: Team, idea: Driver, cast: Cast
) -> None:
    measure = a_measure(cast)
    told = {"measure": measure.pk, "starts_on": "2026-03-30", "ends_on": "2026-04-12"}
    address = begun(client, team, idea, prediction="At most 1 restraint\nThe staff like it", **told)
    page = client.get(address)
    words = page_of(page).words
    assert "1 of 2 numbers reach what you predicted." in words
    assert "In the days of this test: week of 30 March 2026: 1; week of 6 April 2026: 2" in words
    label = "Restraints each week: 1, 2. Before: 3, 2, 5, 3, 4, 2, 1, 2, 3, 1, 2, 2. You predicted 1."
    assert f'aria-label="{label}"' in page.content.decode()
    later = a_measure(cast, name="Falls", values=(1, 2, 3))
    Cycle.objects.update(measure=later)
    words = page_of(client.get(address)).words
    assert "No number from the days of this test yet." in words
    assert "Falls" in words
