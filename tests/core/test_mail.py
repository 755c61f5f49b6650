"""E-mail goes out through the background worker, once for each kept transaction."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.build.work import work_through_the_queue
from wellrun.core.mail import post

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def outbox(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    return tmp_path / "outbox"


def letters_in(outbox: Path) -> list[EmailMessage]:
    texts = [path.read_bytes() for path in sorted(outbox.glob("*"))]
    return [message_from_bytes(text, policy=policy.default) for text in texts]  # type: ignore[misc]


def test_a_letter_is_sent_with_both_its_shapes_and_a_lasting_id(outbox: Path) -> None:
    post(
        to="amina@wellrun.example",
        subject="News",
        body="Plain.",
        html="<p>Rich.</p>",
        headers={"List-Unsubscribe": "<https://wellrun.example/profile/>"},
    )
    task_id = DBTaskResult.objects.get().pk
    work_through_the_queue()
    (letter,) = letters_in(outbox)
    assert letter["To"] == "amina@wellrun.example"
    assert letter["Message-ID"] == f"<{task_id}@localhost>"
    assert letter["List-Unsubscribe"] == "<https://wellrun.example/profile/>"
    text, html = (part.get_content() for part in letter.iter_parts())  # type: ignore[attr-defined]
    assert (text.strip(), html.strip()) == ("Plain.", "<p>Rich.</p>")


def test_a_transaction_that_is_not_kept_sends_nothing(outbox: Path) -> None:
    with transaction.atomic():
        post(to="amina@wellrun.example", subject="News", body="Plain.")
        transaction.set_rollback(True)
    work_through_the_queue()
    assert not outbox.exists()


def test_a_subject_is_one_line(outbox: Path) -> None:
    post(to="amina@wellrun.example", subject="News\r\nBcc: everybody@wellrun.example", body="x")
    work_through_the_queue()
    (letter,) = letters_in(outbox)
    assert letter["Subject"] == "News Bcc: everybody@wellrun.example"
    assert letter["Bcc"] is None


@pytest.mark.parametrize("to", ["", "amina", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example"])
def test_what_is_no_address_is_refused_at_once(to: str) -> None:
    with pytest.raises(ValidationError):
        post(to=to, subject="News", body="x")
    assert not DBTaskResult.objects.exists()
