"""What people are told: once, never by themselves, and theirs alone."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast, the_cast
from tests.build.kept import kept
from wellrun.accounts.models import Notification, Person
from wellrun.accounts.queries import asking, notifications_of, unread_count
from wellrun.accounts.services import mark_all_read, mark_read, notify, settle
from wellrun.core.actor import NOBODY, Actor

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=2)


@kept
def cast() -> Cast:
    return the_cast()


def tell(cast: Cast, text: str = "Priya answered your question.", **told: object) -> None:
    given: dict[str, object] = {
        "actor": cast.member,
        "people": [cast.owner.id],
        "kind": "barrier.answered",
        "text": text,
        "address": "/projects/1/",
        "now": NOW,
    }
    notify(**(given | told))  # type: ignore[arg-type]


def texts_of(actor: Actor) -> list[str]:
    return [row.text for row in notifications_of(actor)]


def test_everybody_is_told_but_the_one_who_did_it(cast: Cast) -> None:
    tell(cast, people=[cast.owner.id, cast.member.id, cast.viewer.id, cast.owner.id])
    assert texts_of(cast.owner) == texts_of(cast.viewer) == ["Priya answered your question."]
    assert texts_of(cast.member) == []


def test_the_same_unread_news_takes_the_new_text(cast: Cast) -> None:
    tell(cast)
    Notification.objects.update(sent_at=NOW)
    tell(cast, "Priya answered twice.", asks=True, now=LATER)
    (row,) = notifications_of(cast.owner)
    assert (row.text, row.at, row.asks, row.sent_at) == ("Priya answered twice.", LATER, True, None)


def test_news_that_says_nothing_new_is_not_sent_again(cast: Cast) -> None:
    tell(cast)
    Notification.objects.update(sent_at=NOW)
    tell(cast, now=LATER)
    assert Notification.objects.get().sent_at == NOW


def test_other_news_and_news_after_reading_stand_for_themselves(cast: Cast) -> None:
    tell(cast)
    tell(cast, address="/projects/2/")
    tell(cast, kind="barrier.raised")
    assert unread_count(cast.owner) == 3
    mark_all_read(actor=cast.owner, until=NOW, now=NOW)
    tell(cast, now=LATER)
    assert (unread_count(cast.owner), len(notifications_of(cast.owner))) == (1, 4)


def test_who_may_no_longer_sign_in_is_told_nothing(cast: Cast) -> None:
    Person.objects.filter(pk=cast.owner.id).update(is_active=False)
    tell(cast, people=[cast.owner.id, 999_999])
    assert not Notification.objects.exists()


def test_a_text_that_is_too_long_is_cut(cast: Cast) -> None:
    tell(cast, "x" * 900)
    (text,) = texts_of(cast.owner)
    assert text == "x" * 499 + "…"


def test_unread_comes_first_and_the_latest_before_older(cast: Cast) -> None:
    for number in range(3):
        tell(cast, f"News {number}", address=f"/{number}/", now=NOW + timedelta(minutes=number))
    newest = notifications_of(cast.owner)[0]
    assert mark_read(actor=cast.owner, notification_id=newest.pk, now=LATER)
    assert texts_of(cast.owner) == ["News 1", "News 0", "News 2"]


def test_nobody_marks_the_news_of_another_as_read(cast: Cast) -> None:
    tell(cast)
    row = Notification.objects.get()
    assert not mark_read(actor=cast.viewer, notification_id=row.pk, now=LATER)
    mark_all_read(actor=cast.viewer, until=LATER, now=LATER)
    assert unread_count(cast.owner) == 1


def test_news_that_came_after_the_page_was_made_stays_unread(cast: Cast) -> None:
    tell(cast)
    tell(cast, "Later news.", address="/2/", now=LATER)
    mark_all_read(actor=cast.owner, until=NOW, now=LATER)
    assert [row.text for row in notifications_of(cast.owner) if row.read_at is None] == ["Later news."]


def test_what_asks_something_waits_the_oldest_first_until_it_is_settled(cast: Cast) -> None:
    tell(cast, "Only so that you know.")
    tell(cast, "Second question.", address="/2/", asks=True, now=LATER)
    tell(cast, "First question.", address="/1/", asks=True)
    assert [row.text for row in asking(cast.owner)] == ["First question.", "Second question."]
    settle(kind="barrier.answered", address="/1/", now=LATER)
    assert [row.text for row in asking(cast.owner)] == ["Second question."]


def test_a_stranger_is_told_nothing(cast: Cast) -> None:
    assert (notifications_of(NOBODY), unread_count(NOBODY), asking(NOBODY)) == ([], 0, [])
