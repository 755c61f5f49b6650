"""Pages of a project's end: look back, hand over or close, and the story that others read."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.kept import kept
from tests.build.projects import Team
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.services import hand_over
from wellrun.learning.models import Story
from wellrun.learning.services import close_with_story
from wellrun.measures.models import Measure
from wellrun.projects.models import Project
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
    return {"measure": item.measure_id, "owner": item.owner_id} | {
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
    assert (answer.status_code, answer["Location"]) == (303, f"/control/{item.pk}/")
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
    assert "To hand the gain over: From “Testing”" in words_at(client, address)
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
    item = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    words = words_at(colleague, f"/control/{item.pk}/")
    assert "A measure that its team keeps" in words
    assert "Restraints each week" not in words + words_at(colleague, "/control/")
    assert "Limits as agreed" not in words


def test_an_item_is_retired_and_found_among_the_retired(cast: Cast, ready: Ready) -> None:
    team, measure = ready
    item = hand_over(actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW)
    client, address = signed_in(team.partner), f"/control/{item.pk}/"
    assert signed_in(cast.viewer).get(address).status_code == 404
    assert client.post(f"{address}retire/", {"reason": ""}).status_code == 422
    assert client.post(f"{address}retire/", {"reason": "Something better"}).status_code == 303
    assert "Retired" in words_at(client, address)
    assert "Nothing here yet" in words_at(client, "/control/")
    assert "Restraints each week" in words_at(client, "/control/?state=retired")


def test_a_stranger_to_the_story_cannot_write_it(cast: Cast, ready: Ready) -> None:
    team, _measure = ready
    story = close_with_story(actor=team.lead, project=team.project, reason="Done", now=NOW)
    assert signed_in(team.colleague).get(f"/learn/{story.pk}/").status_code == 404
    assert signed_in(team.sponsor).get(f"/learn/{story.pk}/edit/").status_code == 403
