"""The huddle page: notes go to the test, actions to a person, and only the team is there."""

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
from wellrun.accounts.models import Notification
from wellrun.core.visibility import Visibility
from wellrun.measures.services import use_measure
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Action, Barrier, Project
from wellrun.projects.services import add_driver

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def cycle(cast: Cast, team: Team) -> Cycle:
    """A test under way whose result is read in a measure."""
    lead, project = team.lead, team.project
    primary = add_driver(actor=lead, project=project, kind="primary", text="Calm", now=NOW)
    idea = add_driver(actor=lead, project=project, kind="idea", text="Card", parent_id=primary.pk, now=NOW)
    plan = Plan(question="Does the card help?", prediction="Four of five", people=1)
    measure = a_measure(cast, by=lead)
    planned = plan_cycle(actor=lead, project=project, idea=idea, plan=plan, measure_id=measure.pk, now=NOW)
    return start_cycle(actor=lead, cycle=planned, now=NOW)


def words_at(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def test_a_note_goes_to_the_do_of_its_test(team: Team, cycle: Cycle) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/"
    words = words_at(client, address)
    assert "Card: test 1" in words
    assert "We predicted: Four of five" in words
    assert "Restraints" in words
    note = f"{address}test/{cycle.pk}/"
    assert client.post(note, {"happened": ""}).status_code == 422
    assert client.post(note, {"happened": "Three of five.", "surprises": "Rain."}).status_code == 303
    cycle.refresh_from_db()
    assert (cycle.stage, cycle.happened, cycle.surprises) == ("study", "Three of five.", "Rain.")
    assert client.post(f"{address}test/{cycle.pk + 1}/", {"happened": "x"}).status_code == 404


def test_somebody_wrote_meanwhile_and_neither_text_is_lost(team: Team, cycle: Cycle) -> None:
    seen = Project.objects.get().version
    address = f"/projects/{team.project.pk}/huddle/test/{cycle.pk}/"
    signed_in(team.lead).post(address, {"happened": "Three of five.", "version": seen})
    answer = signed_in(team.partner).post(address, {"happened": "Two of five.", "version": seen})
    assert answer.status_code == 422
    words = page_of(answer).words
    assert "Theirs: Three of five." in words
    assert "Two of five." in answer.content.decode()
    assert Cycle.objects.get().happened == "Three of five."


def test_an_action_is_told_to_who_does_it_and_ticked_off(team: Team) -> None:
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/huddle/"
    assert client.post(address, {"text": "", "person_id": ""}).status_code == 422
    stranger = {"text": "Print cards", "person_id": team.colleague.id}
    assert client.post(address, stranger).status_code == 422
    agreed = {"text": "Print cards", "person_id": team.partner.id, "due_on": "2026-04-20"}
    assert client.post(address, agreed).status_code == 303
    assert "Print cards Marcus Bell, was to be done by 20 April 2026" in words_at(client, address)
    told = Notification.objects.get(kind="action.agreed")
    assert (told.person_id, told.address) == (team.partner.id, address)
    action = Action.objects.get()
    assert signed_in(team.partner).post(f"{address}action/{action.pk}/").status_code == 303
    assert "Print cards" not in words_at(client, address)


def test_a_barrier_goes_to_a_leader_and_stands_on_the_page_until_it_is_closed(team: Team) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/"
    assert "Nothing is open." in words_at(client, address)
    wrong = client.post(f"{address}barrier/", {"text": "", "person_id": team.sponsor.id})
    assert (wrong.status_code, "Say in a few words what stands" in page_of(wrong).words) == (422, True)
    asked = {"text": "No lift", "person_id": team.sponsor.id, "reply_by": "2030-01-01"}
    answer = client.post(f"{address}barrier/", asked)
    assert answer["Location"] == f"{address}#barriers"
    barrier = Barrier.objects.get()
    assert barrier.requests.get().person_id == team.sponsor.id
    page = page_of(client.get(address))
    assert "No lift" in page.words
    assert f"/conversations/barrier/{barrier.pk}/" in page.links()


def test_the_data_are_those_of_the_project_shared_measures_too_and_of_its_tests(
    cast: Cast, team: Team, cycle: Cycle
) -> None:
    shared = a_measure(cast, name="Falls", visibility=Visibility.TEAM)
    use_measure(actor=team.lead, project=team.project, measure=shared, kind="balancing", now=NOW)
    words = words_at(signed_in(team.partner), f"/projects/{team.project.pk}/huddle/")
    assert words.index("Falls") < words.index("Restraints")


def test_a_team_says_when_it_meets_and_each_whether_they_want_the_agenda(team: Team) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/"
    assert "No fixed time yet." in words_at(client, address)
    for typed, why in (
        ({"weekday": "1", "at": "quarter to nine"}, "Type a time like 08:45."),
        ({"weekday": "1", "at": ""}, "Say at what time you meet"),
    ):
        wrong = client.post(f"{address}meeting/", typed)
        assert (wrong.status_code, why in page_of(wrong).words) == (422, True)
    saved = client.post(f"{address}meeting/", {"weekday": "1", "at": "08:45"})
    assert saved["Location"] == f"{address}#meeting"
    words = words_at(client, address)
    assert "Tuesday at 08:45. Next on" in words
    assert "You get the agenda by e-mail" in words
    assert client.post(f"{address}agenda/", {"agenda": "no"}).status_code == 303
    assert "You do not get the agenda" in words_at(client, address)
    assert "You get the agenda by e-mail" in words_at(signed_in(team.lead), address)
    assert client.post(f"{address}meeting/", {"weekday": "", "at": ""}).status_code == 303
    assert "No fixed time yet." in words_at(client, address)


def test_only_the_team_is_in_the_huddle(team: Team, cycle: Cycle) -> None:
    Project.objects.update(visibility=Visibility.ORGANISATION)
    address = f"/projects/{team.project.pk}/huddle/"
    for other in (team.looker, team.colleague, team.leader):
        client = signed_in(other)
        assert client.get(address).status_code == 403
        assert client.post(f"{address}test/{cycle.pk}/", {"happened": "x"}).status_code == 403
        assert client.post(f"{address}action/1/").status_code == 403
        for part, sent in (
            ("barrier", {"text": "No lift", "person_id": team.sponsor.id}),
            ("meeting", {"weekday": "1", "at": "08:45"}),
            ("agenda", {"agenda": "yes"}),
        ):
            assert client.post(f"{address}{part}/", sent).status_code == 403, part
    assert signed_in(team.outsider).get(address).status_code == 404
    assert Cycle.objects.get().happened == ""


def test_study_and_act_are_filled_in_the_huddle(team: Team, cycle: Cycle) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/"
    at = f"{address}test/{cycle.pk}/"
    early = client.post(f"{at}study/", {"happened-1": "x", "decision": "adopt", "why": "Too early"})
    assert early.status_code == 422
    assert "Say what happened first." in page_of(early).words
    assert "Too early" in page_of(early).words, "shown, and not lost"
    client.post(at, {"happened": "Used on four days."})
    assert "Fill in Study and Act" in words_at(client, address)
    told = {"happened-1": "Three of five", "matched-1": "no", "learned": "Rain", "decision": "adapt"}
    half = client.post(f"{at}study/", told)
    assert (half.status_code, "Say why, in a few words." in page_of(half).words) == (422, True)
    assert "Three of five" in half.content.decode()
    saved = client.post(f"{at}study/", told | {"decision": ""})
    assert saved["Location"] == f"{address}?done=studied#tested"
    words = words_at(client, f"{address}?done=studied")
    for said in (
        "Saved in the test.",
        "Waiting for a decision.",
        "Came out: Three of five",
        "Decide what to do",
    ):
        assert said in words
    assert client.post(f"{at}act/", {"decision": "", "why": "x"}).status_code == 422
    assert client.post(f"{at}act/", {"decision": "adapt", "why": "A larger card"}).status_code == 303
    cycle.refresh_from_db()
    assert (cycle.stage, cycle.decision, cycle.learned) == ("done", "adapt", "Rain")
    assert "No test is under way." in words_at(client, address)
    late = client.post(f"{at}act/", {"decision": "adopt", "why": "I think it works"})
    assert late.status_code == 422
    for said in ("This test is decided.", "What you typed", "I think it works"):
        assert said in page_of(late).words


def test_two_who_study_at_once_lose_nothing(team: Team, cycle: Cycle) -> None:
    client, at = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/test/{cycle.pk}/"
    client.post(at, {"happened": "Used on four days."})
    seen = Project.objects.get().version
    signed_in(team.lead).post(f"{at}study/", {"happened-1": "Theirs", "expected_version": seen})
    mine = {"happened-1": "Mine", "expected_version": seen, "decision": "adopt", "why": "It works"}
    answer = client.post(f"{at}study/", mine)
    assert answer.status_code == 422
    for said in ("Theirs: Theirs", "Yours: Mine"):
        assert said in page_of(answer).words
    assert "It works" in answer.content.decode()


def test_a_note_on_a_measure_goes_to_its_conversation(team: Team, cycle: Cycle) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/"
    measure = cycle.measure
    assert measure is not None
    at = f"{address}measure/{measure.pk}/"
    assert "Riverside can see this. Name no patient." in words_at(client, address)
    for text, why in (("", "Write a few words first."), ("NHS 943 476 5919", "NHS number")):
        wrong = client.post(at, {"text": text})
        assert (wrong.status_code, why in page_of(wrong).words) == (422, True)
        assert text in wrong.content.decode()
    saved = client.post(at, {"text": "The new rota began that week."})
    assert saved["Location"] == f"{address}?done=note#data"
    words = words_at(client, f"{address}?done=note")
    assert "Your note stands in the conversation about the measure." in words
    assert "1 comment" in words
    assert "The new rota began that week." in words_at(client, f"/measures/{measure.pk}/")
    assert client.post(f"{address}measure/{measure.pk + 1}/", {"text": "x"}).status_code == 404
    Project.objects.update(visibility=Visibility.ORGANISATION)
    assert signed_in(team.looker).post(at, {"text": "x"}).status_code == 403


def test_the_huddle_asks_as_often_however_much_is_talked_about(
    cast: Cast, team: Team, cycle: Cycle, django_assert_num_queries: Any
) -> None:
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/huddle/"
    Cycle.objects.update(stage="study")
    use_measure(actor=team.lead, project=team.project, measure=a_measure(cast), kind="outcome", now=NOW)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    idea = Cycle.objects.get().idea
    for number in range(2, 5):
        plan = Plan(question="Again?", prediction="Four of five")
        planned = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
        start_cycle(actor=team.lead, cycle=planned, now=NOW)
        measure = a_measure(cast, name=f"Falls {number}")
        use_measure(actor=team.lead, project=team.project, measure=measure, kind="process", now=NOW)
    Cycle.objects.update(stage="study")
    with django_assert_num_queries(len(few)):
        client.get(address)
