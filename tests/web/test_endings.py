"""Pages of a project's end: look back, hand over or close, and the story that others read."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.kept import kept
from tests.build.measures import a_percentage
from tests.build.projects import Team
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.services import hand_over
from wellrun.learning.models import Story
from wellrun.learning.services import close_with_story, hand_over_with_story
from wellrun.measures.models import Measure
from wellrun.measures.services import use_measure
from wellrun.projects.models import Project, Word
from wellrun.projects.services import say_word
from wellrun.projects.values import State

pytestmark = pytest.mark.django_db

Ready = tuple[Team, Measure]


@kept
def ready(cast: Cast) -> Ready:
    return an_ending_project(cast)


def words_at(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def told(team: Team, measure: Measure) -> dict[str, object]:
    item = an_item(team, measure)
    texts = ("standard_work", "trigger", "who_acts", "first_step", "within")
    return {"measures": list(item.measure_ids), "owner": item.owner_id} | {
        name: getattr(item, name) for name in texts
    }


def test_a_gain_is_handed_over_with_forms_alone(ready: Ready) -> None:
    team, measure = ready
    client, address = signed_in(team.partner), f"/projects/{team.project.pk}/closing/"
    assert address in client.get(f"/projects/{team.project.pk}/").content.decode()
    words = words_at(client, address)
    for said in ("The aim is met and holds", "from 9 points", "The team says: Yes", "six kinds"):
        assert said in words
    answer = client.post(
        address, {"what_worked": "Cards", "value_saving": "Two shifts", "self_report": "partly"}
    )
    assert (answer.status_code, answer["Location"]) == (303, f"{address}?saved=1#endings")
    assert client.post(address, {"self_report": "perhaps"}).status_code == 422
    answer = client.post(f"{address}hand-over/", told(team, measure) | {"trigger": ""})
    assert (answer.status_code, "nobody has to ask" in page_of(answer).words) == (422, True)
    assert ControlItem.objects.count() == 0
    answer = client.post(f"{address}hand-over/", told(team, measure))
    item = ControlItem.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/control/{item.pk}/?handed-over=1")
    words = words_at(client, f"/control/{item.pk}/")
    for said in ("Looked after by Marcus Bell", "The nurse in charge", "Limits as agreed", "Calmer evenings"):
        assert said in words
    assert "Restraints each week" in words_at(client, "/control/")
    words = words_at(client, address)
    assert "Handed over to daily control on" in words
    assert "The story: Calmer evenings on Alder Ward" in words


def test_a_project_closes_and_its_story_is_read_by_others(cast: Cast) -> None:
    team, _measure = an_ending_project(cast, state=State.TESTING)
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/closing/"
    assert "To hand the gain over: First comes “Implementing”. This project is at “Testing”." in words_at(
        client, address
    )
    assert client.post(f"{address}close/", {"reason": ""}).status_code == 422
    answer = client.post(f"{address}close/", {"reason": "The poster changed nothing"})
    story = Story.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/learn/{story.pk}/")
    assert ClosingReview.objects.get().ending == "closed"
    page = page_of(client.get(f"/learn/{story.pk}/edit/"))
    fields = next(form for form in page.forms.values() if "advice" in form)
    assert fields["did_not_work"].strip() == "The poster."
    assert client.post(f"/learn/{story.pk}/edit/", fields | {"title": ""}).status_code == 422
    assert (
        client.post(f"/learn/{story.pk}/edit/", fields | {"advice": "Ask <b>first</b>."}).status_code == 303
    )
    assert Client().get(f"/learn/{story.pk}/").status_code == 303
    partner = signed_in(team.partner)
    assert "The project's lead publishes the story" in words_at(partner, f"/learn/{story.pk}/")
    assert partner.post(f"/learn/{story.pk}/publish/", {"visibility": "public"}).status_code == 422
    assert client.post(f"/learn/{story.pk}/publish/", {"visibility": "public"}).status_code == 303
    read = Client().get(f"/learn/{story.pk}/")
    assert "Ask <b>first</b>." in page_of(read).words
    assert f"/projects/{team.project.pk}/" not in read.content.decode()


def test_an_ending_without_a_look_back_says_what_is_missing(ready: Ready) -> None:
    team, _measure = ready
    ClosingReview.objects.update(what_worked="", what_did_not="")
    address = f"/projects/{team.project.pk}/closing/close/"
    answer = signed_in(team.lead).post(address, {"reason": "Done"})
    assert (answer.status_code, "Write the closing review first" in page_of(answer).words) == (422, True)


def test_who_only_reads_gets_no_forms_and_no_numbers_that_a_team_keeps(ready: Ready) -> None:
    team, measure = ready
    Project.objects.update(visibility="organisation")
    colleague, address = signed_in(team.colleague), f"/projects/{team.project.pk}/closing/"
    words = words_at(colleague, address)
    assert "Its team keeps the main measure" in words
    assert "Asking people first." in words
    assert "Save the look back" not in words
    assert "9 points" not in words
    assert colleague.post(address, {"what_worked": "x"}).status_code == 422
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    words = words_at(colleague, f"/control/{item.pk}/")
    assert "A measure that its team keeps" in words
    assert "Restraints each week" not in words + words_at(colleague, "/control/")
    assert "Limits as agreed" not in words


def test_an_item_is_retired_and_found_among_the_retired(cast: Cast, ready: Ready) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    client, address = signed_in(team.partner), f"/control/{item.pk}/"
    assert signed_in(cast.viewer).get(address).status_code == 404
    assert client.post(f"{address}retire/", {"reason": ""}).status_code == 422
    assert "See what was retired" not in words_at(client, "/control/")
    assert "Nothing was retired" in words_at(client, "/control/?state=retired")
    assert client.post(f"{address}retire/", {"reason": "Something better"}).status_code == 303
    assert "Retired" in words_at(client, address)
    assert "Nothing here yet" in words_at(client, "/control/")
    assert "See what was retired" in words_at(client, "/control/")
    assert "Restraints each week" in words_at(client, "/control/?state=retired")


def test_several_are_handed_over_at_once_and_taken_back_with_what_was_typed(cast: Cast, ready: Ready) -> None:
    team, measure = ready
    second = a_percentage(cast)
    use_measure(actor=team.lead, project=team.project, measure=second, kind="process", now=NOW)
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/closing/"
    page = page_of(client.get(address))
    assert "Average 1.8, usual range 0 to 5.8" in page.words
    ticked = [given["value"] for tag, given in page.elements if tag == "input" and "checked" in given]
    assert str(measure.pk) in ticked
    assert str(second.pk) not in ticked
    assert client.post(f"{address}hand-over/", told(team, measure) | {"measures": []}).status_code == 422
    both = told(team, measure) | {"measures": [measure.pk, second.pk]}
    answer = client.post(f"{address}hand-over/", both)
    assert (answer.status_code, answer["Location"]) == (303, f"{address}?handed-over=1")
    words = words_at(client, answer["Location"])
    for name in (measure.name, second.name):
        assert f"What daily control looks after: {name}" in words
        assert name in words_at(client, "/control/")
        assert name in words_at(client, f"/projects/{team.project.pk}/")
    first, other = ControlItem.objects.order_by("pk")
    assert f"From the same project. {second.name}" in words_at(client, f"/control/{first.pk}/")
    assert client.post(f"{address}take-back/")["Location"] == f"{address}?taken-back=1#endings"
    page = page_of(client.get(f"{address}?taken-back=1"))
    assert "Its form still has what you wrote" in page.words
    fields = page.forms[f"{address}hand-over/"]
    assert (fields["who_acts"], fields["owner"]) == ("The nurse in charge", str(team.partner.id))
    assert client.post(f"{address}take-back/").status_code == 422
    assert "Retired" in words_at(client, f"/control/{other.pk}/")


def test_one_is_taken_back_from_its_own_page_and_not_by_who_only_reads(ready: Ready) -> None:
    team, measure = ready
    Project.objects.update(visibility="organisation")
    [item], _story = hand_over_with_story(
        actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW
    )
    address, action = f"/control/{item.pk}/?handed-over=1", f"/projects/{team.project.pk}/closing/take-back/"
    assert action not in page_of(signed_in(team.colleague).get(address)).forms
    words = words_at(signed_in(team.colleague), f"/projects/{team.project.pk}/closing/")
    assert "What daily control looks after: A measure that its team keeps" in words
    client = signed_in(team.partner)
    assert action in page_of(client.get(address)).forms
    assert client.post(action).status_code == 303
    assert action not in page_of(client.get(address)).forms


def test_a_stranger_to_the_story_cannot_write_it(cast: Cast, ready: Ready) -> None:
    team, _measure = ready
    story = close_with_story(actor=team.lead, project=team.project, reason="Done", now=NOW)
    assert signed_in(team.colleague).get(f"/learn/{story.pk}/").status_code == 404
    assert signed_in(team.sponsor).get(f"/learn/{story.pk}/edit/").status_code == 403


def test_what_was_agreed_is_changed_over_the_version_that_was_seen(ready: Ready) -> None:
    team, measure = ready
    [item] = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    client, address = signed_in(team.partner), f"/control/{item.pk}/edit/"
    fields = page_of(client.get(address)).forms[address]
    assert fields["who_acts"] == "The nurse in charge"
    answer = client.post(address, fields | {"who_acts": "", "within": "x" * 130})
    words = page_of(answer).words
    assert (answer.status_code, "Say who acts" in words) == (422, True)
    assert "Keep this to 120 characters; it has 130. Shorten it, nothing is lost." in words
    assert client.post(address, fields | {"who_acts": "The sister"}).status_code == 303
    stale = client.post(address, fields | {"who_acts": "The shift lead"})
    page = page_of(stale)
    assert (stale.status_code, "Theirs: The sister Yours: The shift lead" in page.words) == (422, True)
    assert client.post(address, page.forms[address]).status_code == 303
    words = words_at(client, f"/control/{item.pk}/")
    assert "Who acts The shift lead" in words
    assert "Who acts, before: The sister" in words
    assert "Next look No day is set yet." in " ".join(
        words.replace("Does it hold? Does the plan still fit?", "").split()
    )
    assert signed_in(team.looker).get(address).status_code == 403
    assert "Only people of Alder Ward can change this" in words_at(
        signed_in(team.coach), f"/control/{item.pk}/"
    )


def test_a_hand_over_leads_on_to_the_story_and_asks_partners_where_they_answer(ready: Ready) -> None:
    team, measure = ready
    client, address = signed_in(team.lead), f"/projects/{team.project.pk}/closing/"
    Word.objects.all().delete()
    page = page_of(client.get(address))
    assert "say first whether this is done" in page.words
    assert ("a", f"/projects/{team.project.pk}/involvement/") in {
        (tag, given.get("href", "")) for tag, given in page.elements
    }
    say_word(actor=team.partner, project=team.project, target=State.IN_CONTROL, is_yes=True, now=NOW)
    answer = client.post(f"{address}hand-over/", told(team, measure), follow=True)
    words = page_of(answer).words
    assert "Finish the story for others" in words
    words = words_at(client, f"/projects/{team.project.pk}/")
    for said in (
        "Daily work looks after it now",
        "Looked after by Marcus Bell",
        "What worked Asking people first.",
    ):
        assert said in words
    assert "The gain is handed over" in words_at(client, address)
    assert "On the day it ended" not in words_at(client, address)
    ClosingReview.objects.update(aim_met="not_met", aim_reason="One week was too many.")
    then = "On the day it ended: The aim is not met yet. One week was too many."
    assert then in words_at(client, address)


def test_two_who_write_a_story_lose_neither_text(ready: Ready) -> None:
    team, _measure = ready
    story = close_with_story(actor=team.lead, project=team.project, reason="Done", now=NOW)
    address = f"/learn/{story.pk}/edit/"
    lead, partner = signed_in(team.lead), signed_in(team.partner)
    fields = page_of(lead.get(address)).forms[address]
    assert partner.post(address, fields | {"advice": "Ask first."}).status_code == 303
    stale = lead.post(address, fields | {"advice": "Start small."})
    page = page_of(stale)
    assert (stale.status_code, "Theirs: Ask first. Yours: Start small." in page.words) == (422, True)
    assert lead.post(address, page.forms[address]).status_code == 303
    assert Story.objects.get().advice == "Start small."
