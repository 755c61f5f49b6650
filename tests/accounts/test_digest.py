"""News by e-mail: one letter with what is new, when the person wants it, and none without news."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.build.cast import NOW, Cast, the_cast
from tests.build.work import work_through_the_queue
from tests.core.test_mail import letters_in, outbox
from wellrun.accounts.models import Notification, Person
from wellrun.accounts.queries import due_for_digest
from wellrun.accounts.services import mark_all_read, notify, send_digests_to
from wellrun.accounts.tasks import send_digests

__all__ = ["outbox"]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast() -> Cast:
    return the_cast()


def tell(cast: Cast, text: str = "Priya answered you.", address: str = "/measures/1/") -> None:
    notify(
        actor=cast.member,
        people=[cast.owner.id],
        kind="barrier.answered",
        text=text,
        address=address,
        now=NOW,
    )


def run() -> None:
    send_digests.enqueue()
    work_through_the_queue()


def test_one_letter_holds_all_the_news_with_whole_links(cast: Cast, outbox: Path, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://wellrun.example"
    tell(cast)
    tell(cast, "A <b>new</b> number.", "/measures/2/")
    run()
    (letter,) = letters_in(outbox)
    assert (letter["To"], letter["Subject"]) == ("amina@wellrun.example", "Wellrun: 2 things to read")
    assert letter["List-Unsubscribe"] == "<https://wellrun.example/profile/#news>"
    text, html = (part.get_content() for part in letter.iter_parts())  # type: ignore[attr-defined]
    assert "Hello Amina Yusuf," in text
    assert "- Priya answered you.\n  https://wellrun.example/measures/1/" in text.replace("\r\n", "\n")
    assert '<a href="https://wellrun.example/measures/2/">A &lt;b&gt;new&lt;/b&gt; number.</a>' in html
    assert "https://wellrun.example/notifications/" in html


def test_nothing_is_sent_twice_and_nothing_without_news(cast: Cast, outbox: Path) -> None:
    run()
    assert letters_in(outbox) == []
    tell(cast)
    run()
    run()
    assert len(letters_in(outbox)) == 1
    tell(cast, "Priya answered again.")
    run()
    assert len(letters_in(outbox)) == 2


def test_what_was_read_in_the_page_is_not_sent(cast: Cast, outbox: Path) -> None:
    tell(cast)
    mark_all_read(actor=cast.owner, until=NOW, now=NOW)
    run()
    assert letters_in(outbox) == []


def test_a_long_list_is_cut(cast: Cast, outbox: Path) -> None:
    for number in range(25):
        tell(cast, f"News {number}", f"/{number}/")
    run()
    (letter,) = letters_in(outbox)
    text = next(part.get_content() for part in letter.iter_parts())  # type: ignore[attr-defined]
    assert "And 5 more." in text
    assert text.count("- News") == 20


@pytest.mark.parametrize(
    ("digest", "with_weekly", "expected"),
    [
        ("daily", False, True),
        ("daily", True, True),
        ("weekly", False, False),
        ("weekly", True, True),
        ("never", True, False),
    ],
)
def test_it_comes_as_often_as_the_person_chose(
    cast: Cast, digest: str, with_weekly: bool, expected: bool
) -> None:
    tell(cast)
    Person.objects.filter(pk=cast.owner.id).update(digest=digest)
    assert (cast.owner.id in due_for_digest(with_weekly=with_weekly)) is expected


@pytest.mark.parametrize("state", [{"is_active": False}, {"is_demo": True}])
def test_who_may_not_sign_in_or_is_invented_gets_none(cast: Cast, state: dict[str, bool]) -> None:
    tell(cast)
    Person.objects.filter(pk=cast.owner.id).update(**state)
    assert due_for_digest(with_weekly=True) == []


def test_once_a_week_means_on_mondays(cast: Cast, outbox: Path) -> None:
    tell(cast)
    Person.objects.filter(pk=cast.owner.id).update(digest="weekly")
    run()
    is_monday = timezone.localtime().weekday() == 0
    assert bool(letters_in(outbox)) is is_monday


def test_stopped_half_way_it_sends_the_rest_and_nothing_twice(cast: Cast) -> None:
    for who in (cast.owner, cast.viewer):
        notify(actor=cast.member, people=[who.id], kind="k", text="News", now=NOW)
    send_digests_to(person_ids=[cast.owner.id], now=datetime(2026, 4, 15, tzinfo=UTC))
    assert due_for_digest(with_weekly=False) == [cast.viewer.id]
    assert DBTaskResult.objects.filter(status=TaskResultStatus.READY).count() == 1
    assert Notification.objects.filter(sent_at=None).count() == 1


def test_a_letter_speaks_the_persons_language(cast: Cast, outbox: Path, settings: Settings) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("ar", "العربية")]
    Person.objects.filter(pk=cast.owner.id).update(language="ar")
    tell(cast)
    run()
    (letter,) = letters_in(outbox)
    html = list(letter.iter_parts())[1].get_content()  # type: ignore[attr-defined]
    assert '<html lang="ar" dir="rtl">' in html
