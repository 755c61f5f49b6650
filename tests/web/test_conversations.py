"""Conversations in the page of their thing and on their own, for those who see the thing."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import NOW, Cast, a_person_on
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.build.talked_about import one_of_each
from tests.web.html import page_of
from wellrun.accounts.models import Notification, Person
from wellrun.conversations.models import Comment, Follow, Reaction
from wellrun.conversations.services import edit_comment, post_comment
from wellrun.core.visibility import Visibility
from wellrun.organisations.values import Role
from wellrun.projects.models import Project
from wellrun.projects.queries import barrier_topic, project_topic
from wellrun.projects.services import give_seat, raise_barrier
from wellrun.projects.values import SeatRole

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def talk(team: Team) -> str:
    return f"/conversations/project/{team.project.pk}/"


def comment_by(team: Team, text: str = "The card works at night.") -> Comment:
    return post_comment(actor=team.lead, topic=project_topic(team.project), text=text, now=NOW)


def test_a_comment_is_read_where_its_thing_is(team: Team, talk: str) -> None:
    story = f"/projects/{team.project.pk}/"
    lead, partner = signed_in(team.lead), signed_in(team.partner)
    assert "Nobody has said anything yet" in page_of(lead.get(story)).words
    answer = lead.post(talk, {"text": "@Marcus, did the card work?", "person_id": ""})
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"{story}#comment-{comment.pk}")
    page = page_of(partner.get(story))
    assert "Amina Yusuf" in page.words
    assert "@Marcus , did the card work?" in page.words
    assert "Only the team can see this. Name no patient." in page.words
    assert {"id": f"comment-{comment.pk}", "tabindex": "-1"} in page.all("li")
    assert (
        f"/projects/{team.project.pk}/#comment-{comment.pk}"
        in page_of(partner.get("/notifications/")).links()
    )


def test_who_can_be_asked_is_a_list_of_those_who_see_it(team: Team, talk: str) -> None:
    lead = signed_in(team.lead)
    html = lead.get(talk).content.decode()
    for name, is_there in (
        ("Marcus Bell", True),
        ("Leila Haddad", True),
        ("Tomasz", False),
        ("Victor", False),
    ):
        assert (f">{name}" in html) is is_there, name
    assert lead.post(talk, {"text": "Can you?", "person_id": team.partner.id}).status_code == 303
    assert Comment.objects.get().text == "@Marcus Bell Can you?"
    refused = lead.post(talk, {"text": "And you?", "person_id": team.outsider.id})
    assert "Choose one of the people in the list." in page_of(refused).words


def test_a_name_that_may_not_see_it_is_refused_and_nothing_typed_is_lost(team: Team, talk: str) -> None:
    answer = signed_in(team.lead).post(talk, {"text": "@Tomasz Zieliński, look!", "person_id": ""})
    page = page_of(answer)
    assert answer.status_code == 422
    assert "Tomasz Zieliński cannot see this" in page.words
    assert "Only the team can see this." in page.words
    assert page.form(talk)["text"].strip() == "@Tomasz Zieliński, look!"
    assert not Comment.objects.exists()


def test_html_and_five_megabytes_do_no_harm(team: Team, talk: str) -> None:
    lead, script = signed_in(team.lead), "<script>alert(1)</script><img src=x onerror=alert(1)>"
    assert lead.post(talk, {"text": script, "person_id": ""}).status_code == 303
    html = lead.get(f"/projects/{team.project.pk}/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    much = lead.post(talk, {"text": "x" * 5_000_000, "person_id": ""})
    assert much.status_code == 422
    assert b"Keep this to 4,000 characters; it has 5,000,000." in much.content
    assert b"x" * 5_000_000 in much.content
    assert Comment.objects.count() == 1


def test_htmx_gets_the_conversation_alone_with_the_new_comment_in_focus(team: Team, talk: str) -> None:
    answer = signed_in(team.lead).post(talk, {"text": "Hello", "person_id": ""}, headers=HTMX)
    html, comment = answer.content.decode(), Comment.objects.get()
    assert answer.status_code == 200
    assert "<!DOCTYPE" not in html
    assert html.lstrip().startswith('<div id="talk-body"')
    (row,) = [each for each in page_of(answer).all("li") if each.get("id") == f"comment-{comment.pk}"]
    assert "autofocus" in row
    wrong = signed_in(team.lead).post(talk, {"text": "", "person_id": ""}, headers=HTMX)
    assert (wrong.status_code, "Write a few words first." in page_of(wrong).words) == (422, True)


def test_words_are_changed_by_their_author_and_say_so(team: Team) -> None:
    comment = comment_by(team, "Four of five.")
    address = f"/comments/{comment.pk}/"
    lead, partner = signed_in(team.lead), signed_in(team.partner)
    form = page_of(lead.get(f"{address}edit/")).form(f"{address}edit/")
    assert lead.post(f"{address}edit/", form | {"text": "Three of five."}).status_code == 303
    page = page_of(partner.get(f"/projects/{team.project.pk}/"))
    assert "Edited" in page.words
    assert address in page.links()
    words = page_of(partner.get(address)).words
    assert words.index("Three of five.") < words.index("Before that") < words.index("Four of five.")
    assert partner.get(f"{address}edit/").status_code == 403
    assert partner.post(f"{address}edit/", {"text": "Mine."}).status_code == 403
    assert partner.post(f"{address}remove/").status_code == 422
    assert Comment.objects.get().text == "Three of five."


def test_a_stale_edit_shows_both_and_can_be_saved_over(team: Team) -> None:
    comment = comment_by(team, "Four.")
    address, lead = f"/comments/{comment.pk}/edit/", signed_in(team.lead)
    form = page_of(lead.get(address)).form(address)
    edit_comment(actor=team.lead, comment=comment, text="Three, said on the phone.", now=NOW)
    answer = lead.post(address, form | {"text": "Two, said at the desk."})
    page = page_of(answer)
    assert answer.status_code == 422
    assert "What is there now: Three, said on the phone." in page.words
    assert "What you typed: Two, said at the desk." in page.words
    assert lead.post(address, page.form(address)).status_code == 303
    assert Comment.objects.get().text == "Two, said at the desk."


def test_what_was_taken_back_says_so(team: Team) -> None:
    comment = comment_by(team, "The lift is broken.")
    assert signed_in(team.lead).post(f"/comments/{comment.pk}/remove/").status_code == 303
    for address in (f"/projects/{team.project.pk}/", f"/comments/{comment.pk}/"):
        words = page_of(signed_in(team.partner).get(address)).words
        assert "Removed by its author." in words
        assert "lift" not in words
        assert "in a word" not in words


def test_an_answer_in_a_word_is_given_and_taken_back(team: Team) -> None:
    comment = comment_by(team)
    address, partner = f"/comments/{comment.pk}/answer/", signed_in(team.partner)
    assert partner.post(address, {"give": "thanks"}).status_code == 303
    page = page_of(partner.get(f"/projects/{team.project.pk}/"))
    assert "Thank you: Marcus Bell" in page.words
    assert "Take back: Thank you" in page.words
    assert partner.post(address, {"take_back": "thanks"}).status_code == 303
    assert not Reaction.objects.exists()
    assert partner.post(address, {"give": "like"}).status_code == 422
    assert signed_in(team.lead).post(address, {"give": "thanks"}).status_code == 422


def test_somebody_stops_hearing_of_it_and_begins_again(team: Team, talk: str) -> None:
    partner = signed_in(team.partner)
    assert "You are told of each new comment." in page_of(partner.get(talk)).words
    assert partner.post(f"{talk}follow/", {"follow": "no"}).status_code == 303
    assert "You are told only when somebody asks you" in page_of(partner.get(talk)).words
    assert partner.post(f"{talk}follow/", {"follow": "yes"}).status_code == 303
    assert Follow.objects.get().is_following


def test_what_may_not_be_seen_is_not_there_and_a_stranger_reads_no_names(team: Team, talk: str) -> None:
    comment = comment_by(team)
    gets = (talk, f"/comments/{comment.pk}/", "/conversations/nothing/1/", "/conversations/project/99999/")
    for who in (team.colleague, team.outsider):
        client = signed_in(who)
        assert [client.get(address).status_code for address in gets] == [404] * 4
        posts = (talk, f"{talk}follow/", f"/comments/{comment.pk}/answer/", f"/comments/{comment.pk}/remove/")
        assert [client.post(address, {"text": "x"}).status_code for address in posts] == [404] * 4
    Project.objects.update(visibility=Visibility.PUBLIC)
    page = page_of(Client().get(f"/projects/{team.project.pk}/"))
    assert "The card works" not in page.words
    assert "Conversation" not in page.words
    assert Client().get(talk)["Location"].startswith("/sign-in/")
    outsider = signed_in(team.outsider)
    assert "The card works" in page_of(outsider.get(f"/projects/{team.project.pk}/")).words
    assert outsider.post(talk, {"text": "We tried that too.", "person_id": ""}).status_code == 303


def test_every_kind_of_thing_is_talked_about_in_its_place(cast: Cast) -> None:
    team, ids = one_of_each(cast)
    project_id = team.project.pk
    places = {
        "aim": f"/conversations/aim/{project_id}/",
        "driver": f"/projects/{project_id}/drivers/?at={ids['driver']}",
        "cycle": f"/tests/{ids['cycle']}/",
        "measure": f"/measures/{ids['measure']}/",
        "barrier": f"/conversations/barrier/{ids['barrier']}/",
        "control_item": f"/control/{ids['control_item']}/",
        "story": f"/learn/{ids['story']}/",
    }
    client, outsider = signed_in(team.partner), signed_in(team.outsider)
    for kind, place in places.items():
        talk = f"/conversations/{kind}/{ids[kind]}/"
        assert client.post(talk, {"text": f"About {talk}", "person_id": ""})["Location"].startswith(place)
        page = page_of(client.get(place))
        assert f"About {talk}" in page.words, place
        assert talk in page.forms, place
        assert page_of(client.get(talk)).words.count(f"About {talk}") == 1
        assert outsider.get(talk).status_code == 404
    for listed in (f"/projects/{project_id}/", f"/projects/{project_id}/tests/"):
        assert "1 comment" in page_of(client.get(listed)).words, listed


def test_a_guest_asks_who_sees_it_by_roles_that_the_guest_may_not_look_up(team: Team, talk: str) -> None:
    """Tomasz sees it as a member of Riverside; the guest is at Hillside."""
    give_seat(
        actor=team.lead, project=team.project, person=Person.objects.get(pk=team.outsider.id),
        role=SeatRole.MEMBER, now=NOW,
    )  # fmt: skip
    Project.objects.update(visibility=Visibility.ORGANISATION)
    guest, colleague = signed_in(team.outsider), signed_in(team.colleague)
    assert colleague.post(talk, {"text": "I work next door.", "person_id": ""}).status_code == 303
    assert guest.post(talk, {"text": "@Tomasz, how is it there?", "person_id": ""}).status_code == 303
    asked = Notification.objects.filter(kind="comment.mentioned")
    assert asked.get().person_id == team.colleague.id
    Project.objects.update(visibility=Visibility.TEAM)
    assert guest.post(talk, {"text": "@Tomasz, and now?", "person_id": ""}).status_code == 303
    assert asked.count() == 1


def test_a_leader_who_was_asked_joins_in_about_the_barrier_and_sees_nothing_else(team: Team) -> None:
    asked = raise_barrier(
        actor=team.lead, project=team.project, text="No lift", person_id=team.sponsor.id, now=NOW
    )
    matron = a_person_on("Grace Namutebi", team.ward, role=Role.LEADER)
    other = raise_barrier(actor=team.lead, project=team.project, text="No pay", person_id=matron.id, now=NOW)
    post_comment(actor=team.lead, topic=barrier_topic(other), text="@Grace Namutebi, by when?", now=NOW)
    client = signed_in(matron)
    assert "1 comment" in page_of(client.get("/asked-of-me/")).words
    page = page_of(client.get(f"/conversations/barrier/{other.pk}/"))
    assert "by when?" in page.words
    assert "/asked-of-me/" in page.links()
    assert f"/projects/{team.project.pk}/" not in page.links()
    assert client.get(f"/conversations/barrier/{asked.pk}/").status_code == 404
    assert client.get(f"/conversations/project/{team.project.pk}/").status_code == 404


@pytest.mark.parametrize("count", [1, 12])
def test_a_conversation_and_counts_take_a_fixed_number_of_questions(
    team: Team, talk: str, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    topic = project_topic(team.project)
    for number in range(count):
        asked = raise_barrier(
            actor=team.lead, project=team.project, text=f"Lamp {number}", person_id=team.sponsor.id, now=NOW
        )
        post_comment(actor=team.lead, topic=barrier_topic(asked), text="@Marcus?", now=NOW)
        comment = post_comment(actor=team.lead, topic=topic, text=f"@Marcus, number {number}?", now=NOW)
        Reaction.objects.create(comment=comment, person_id=team.partner.id, kind="thanks", at=NOW)
    client = signed_in(team.partner)
    for address, most in ((talk, 18), (f"/projects/{team.project.pk}/barriers/", 14)):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_a_long_conversation_shows_the_latest_and_leads_to_the_earlier(team: Team, talk: str) -> None:
    first = comment_by(team, "The very first.")
    copies = [Comment(**common_to(first), text=f"Number {number}.") for number in range(24)]
    Comment.objects.bulk_create(copies)
    client = signed_in(team.partner)
    story = page_of(client.get(f"/projects/{team.project.pk}/"))
    assert "Number 23." in story.words
    assert "The very first." not in story.words
    (earlier,) = [link for link in story.links() if link.startswith(f"{talk}?before=")]
    words = page_of(client.get(earlier)).words
    assert "The very first." in words
    assert "Number 11." in words
    assert "Number 12." not in words
    assert "The very first." in page_of(client.get(f"{talk}?before=x")).words


def common_to(comment: Comment) -> dict[str, object]:
    names = ("kind", "thing_id", "organisation_id", "author_id", "at")
    return {name: getattr(comment, name) for name in names}


def test_comments_are_found_by_those_who_see_their_thing(team: Team) -> None:
    comment = comment_by(team, "Nights are calmer since the purple card.")
    found = page_of(signed_in(team.partner).get("/search/", {"q": "purple"}))
    assert "Comments" in found.words
    assert f"/comments/{comment.pk}/" in found.links()
    for who in (team.colleague, team.outsider):
        assert "purple card" not in page_of(signed_in(who).get("/search/", {"q": "purple"})).words
    signed_in(team.lead).post(f"/comments/{comment.pk}/remove/")
    assert (
        f"/comments/{comment.pk}/"
        not in page_of(signed_in(team.partner).get("/search/", {"q": "purple"})).links()
    )


def test_who_follows_or_stops_with_a_key_keeps_their_place(team: Team, talk: str) -> None:
    answer = page_of(signed_in(team.partner).post(f"{talk}follow/", {"follow": "no"}, headers=HTMX))
    focused = [given.get("value") for _tag, given in answer.elements if "autofocus" in given]
    assert focused == ["yes"]


def test_a_lead_hides_a_comment_with_a_reason_and_shows_it_again(team: Team, talk: str) -> None:
    said = post_comment(
        actor=team.partner, topic=project_topic(team.project), text="Ask about the orchid.", now=NOW
    )
    hide, show = f"/comments/{said.pk}/hide/", f"/comments/{said.pk}/show/"
    lead, partner, coach = (signed_in(each) for each in (team.lead, team.partner, team.coach))
    assert hide in page_of(lead.get(talk)).forms
    assert hide not in page_of(coach.get(talk)).forms
    unsaid = lead.post(hide, {"why": " "})
    assert (unsaid.status_code, "Say why." in page_of(unsaid).words) == (422, True)
    assert "That did not work" not in page_of(unsaid).words, "it stands beside the comment"
    focused = [given.get("id") for _tag, given in page_of(unsaid).elements if "autofocus" in given]
    assert focused == [f"why-{said.pk}"]
    too_long = page_of(lead.post(hide, {"why": "x" * 301}))
    assert too_long.forms[hide]["why"] == "x" * 301, "nothing typed is lost"
    assert lead.post(hide, {"why": "It names somebody"}).status_code == 303
    for client, reads in ((lead, True), (partner, True), (coach, False)):
        for address in (talk, f"/projects/{team.project.pk}/", f"/comments/{said.pk}/"):
            words = page_of(client.get(address)).words
            assert "Hidden by Amina Yusuf because: It names somebody" in words
            assert ("orchid" in words) is reads, address
    assert "Amina Yusuf hid what you wrote" in page_of(partner.get("/notifications/")).words
    assert partner.get(f"/comments/{said.pk}/edit/").status_code == 403
    assert coach.post(show).status_code == 422
    assert lead.post(show, headers=HTMX).status_code == 200
    assert "orchid" in page_of(coach.get(talk)).words
