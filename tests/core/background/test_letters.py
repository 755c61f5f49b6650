"""What was put aside is kept until a person decides, and the decision is on record."""

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.cast import NOW, SETTING_UP
from tests.build.work import SECRET, fail_over
from wellrun.core.background import dead_letters, discard, try_again
from wellrun.core.background.letters import LetterRefused, counts
from wellrun.core.decision import ALLOWED, NotAllowed, refused
from wellrun.core.models import AuditRecord

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> DBTaskResult:
    fail_over.enqueue(SECRET)
    DBTaskResult.objects.update(
        status=TaskResultStatus.FAILED,
        queue_name="dead-letters",
        finished_at=NOW,
        worker_ids=["a/1/x"] * 5,
        exception_class_path="builtins.ConnectionRefusedError",
    )
    row = DBTaskResult.objects.get()
    assert isinstance(row, DBTaskResult)
    return row


def test_a_dead_letter_says_what_failed_and_nothing_of_what_it_was_about(letter: DBTaskResult) -> None:
    (shown,) = dead_letters()
    assert (shown.work, shown.error, shown.attempts) == ("fail_over", "ConnectionRefusedError", 5)
    assert SECRET not in repr(shown)
    assert counts() == {"waiting": 0, "running": 0, "dead": 1}


def test_it_can_be_tried_again_with_all_its_attempts(letter: DBTaskResult) -> None:
    try_again(actor=SETTING_UP, leave=ALLOWED, letter_id=letter.pk, now=NOW)
    letter.refresh_from_db()
    assert (letter.status, letter.queue_name, letter.worker_ids) == ("READY", "default", [])
    assert letter.args_kwargs == {"args": [SECRET], "kwargs": {}}
    record = AuditRecord.objects.get(action="background.tried_again")
    assert record.before == {"work": "fail_over", "error": "ConnectionRefusedError", "attempts": 5}


def test_it_can_be_given_up(letter: DBTaskResult) -> None:
    discard(actor=SETTING_UP, leave=ALLOWED, letter_id=letter.pk, now=NOW)
    assert not DBTaskResult.objects.exists()
    assert AuditRecord.objects.get(action="background.discarded").part == str(letter.pk)
    with pytest.raises(LetterRefused, match="decided about this already"):
        discard(actor=SETTING_UP, leave=ALLOWED, letter_id=letter.pk, now=NOW)


@pytest.mark.parametrize("decide", [try_again, discard])
def test_without_leave_nothing_changes(letter: DBTaskResult, decide: object) -> None:
    with pytest.raises(NotAllowed, match="Ask"):
        decide(actor=SETTING_UP, leave=refused("Ask an administrator."), letter_id=letter.pk, now=NOW)  # type: ignore[operator]
    assert DBTaskResult.objects.get().queue_name == "dead-letters"
    assert not AuditRecord.objects.exists()
