"""News in the page: the bell, the list, and marking as read."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.web.html import page_of
from wellrun.accounts.models import Notification
from wellrun.accounts.services import notify
from wellrun.core.actor import Actor


def tell(
    cast: Cast, who: Actor, text: str = "Priya answered you.", address: str = "/measures/"
) -> Notification:
    notify(actor=cast.member, people=[who.id], kind="barrier.answered", text=text, address=address, now=NOW)
    return Notification.objects.get(text=text, person_id=who.id)


def bell(client: Client) -> tuple[str, str]:
    page = page_of(client.get("/accessibility/"))
    (link,) = [attrs for attrs in page.all("a") if attrs.get("href") == "/notifications/"]
    return link["aria-label"], page.words


def test_without_news_the_page_says_what_will_be_here(client: Client) -> None:
    page = page_of(client.get("/notifications/"))
    assert page.title == "News · Wellrun"
    assert "No news yet" in page.words
    assert "/notifications/read/" not in page.forms
    assert bell(client)[0] == "News: none you have not read"


def test_the_bell_counts_in_figures_and_in_words(client: Client, cast: Cast, demo: Actor) -> None:
    tell(cast, demo)
    tell(cast, demo, "Another.", "/2/")
    assert bell(client)[0] == "News: 2 not read"
    Notification.objects.bulk_create(
        [
            Notification(person_id=demo.id, kind="k", text="t", address=f"/{number}/", at=NOW)
            for number in range(10, 130)
        ]
    )
    label, words = bell(client)
    assert label == "News: more than 99 not read"
    assert "99+" in words


def test_news_is_listed_and_leads_where_it_happened(client: Client, cast: Cast, demo: Actor) -> None:
    row = tell(cast, demo)
    page = page_of(client.get("/notifications/"))
    assert "1 you have not read." in page.words
    assert "Priya answered you." in page.words
    assert "14 April 2026" in page.words
    assert "/measures/" in page.links()
    assert f"/notifications/{row.pk}/read/" in page.forms


@pytest.mark.parametrize("address", ["https://bad.example/", "//bad.example", "/\\bad.example", "ftp:x"])
def test_news_never_leads_to_another_site(client: Client, cast: Cast, demo: Actor, address: str) -> None:
    tell(cast, demo, address=address)
    assert address not in page_of(client.get("/notifications/")).links()


def test_looking_marks_nothing_and_a_post_marks_one(client: Client, cast: Cast, demo: Actor) -> None:
    row = tell(cast, demo)
    client.get("/notifications/")
    row.refresh_from_db()
    assert row.read_at is None
    response = client.post(f"/notifications/{row.pk}/read/")
    assert (response.status_code, response["Location"]) == (303, "/notifications/")
    assert "Read before" in page_of(client.get("/notifications/")).words


def test_all_that_was_shown_is_marked_at_once(client: Client, cast: Cast, demo: Actor) -> None:
    tell(cast, demo)
    tell(cast, demo, "Another.", "/2/")
    form = page_of(client.get("/notifications/")).form("/notifications/read/")
    client.post("/notifications/read/", form)
    assert not Notification.objects.filter(read_at=None).exists()


@pytest.mark.parametrize("until", ["", "yesterday", "2026-13-99T00:00:00Z", "2026-04-14T09:30:00"])
def test_a_time_that_is_none_marks_nothing(client: Client, cast: Cast, demo: Actor, until: str) -> None:
    tell(cast, demo)
    assert client.post("/notifications/read/", {"until": until}).status_code == 303
    assert Notification.objects.filter(read_at=None).count() == 1


def test_the_news_of_another_does_not_exist(client: Client, cast: Cast) -> None:
    row = tell(cast, cast.viewer)
    assert client.post(f"/notifications/{row.pk}/read/").status_code == 404
    assert "Priya answered you." not in page_of(client.get("/notifications/")).words
