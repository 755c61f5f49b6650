"""Work that was put aside, for administrators and nobody else."""

import pytest
from django.test import Client
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tests.build.cast import NOW, Cast, a_person, a_person_on, a_unit
from tests.build.kept import kept
from tests.build.signed_in import signed_in
from tests.build.work import SECRET, fail_over
from tests.web.html import page_of
from wellrun.core.models import AuditRecord
from wellrun.organisations.values import Role

PAGE = "/administration/background/"


@kept
def letter(cast: Cast) -> DBTaskResult:
    fail_over.enqueue(SECRET)
    DBTaskResult.objects.update(
        status=TaskResultStatus.FAILED,
        queue_name="dead-letters",
        finished_at=NOW,
        worker_ids=["a/1/x"] * 5,
        exception_class_path="smtplib.SMTPRecipientsRefused",
        traceback="File one.py",
    )
    row = DBTaskResult.objects.get()
    assert isinstance(row, DBTaskResult)
    return row


@kept
def administrator(cast: Cast) -> Client:
    return signed_in(a_person("Ines Duarte", cast.riverside, role=Role.ADMINISTRATOR))


def test_an_administrator_sees_the_kind_of_work_and_of_error_alone(
    administrator: Client, letter: DBTaskResult
) -> None:
    response = administrator.get(PAGE)
    page = page_of(response)
    assert "0 waiting. 0 in hand. 1 was put aside." in page.words
    assert "SMTPRecipientsRefused, tried 5 times" in page.words
    assert SECRET not in response.content.decode()


def test_with_nothing_put_aside_the_page_says_so(administrator: Client) -> None:
    assert "Nothing was put aside" in page_of(administrator.get(PAGE)).words


def test_it_is_tried_again(administrator: Client, letter: DBTaskResult) -> None:
    response = administrator.post(f"{PAGE}{letter.pk}/again/")
    assert "It will be tried again within a minute." in page_of(administrator.get(response["Location"])).words
    letter.refresh_from_db()
    assert letter.status == TaskResultStatus.READY
    assert AuditRecord.objects.get(action="background.tried_again").actor_name == "Ines Duarte"


def test_it_is_discarded_after_a_question(administrator: Client, letter: DBTaskResult) -> None:
    page = page_of(administrator.post(f"{PAGE}{letter.pk}/discard/"))
    assert "Discard this for good?" in page.words
    assert DBTaskResult.objects.exists()
    response = administrator.post(f"{PAGE}{letter.pk}/discard/", {"sure": "yes"})
    assert response.status_code == 303
    assert not DBTaskResult.objects.exists()
    assert administrator.post(f"{PAGE}{letter.pk}/discard/", {"sure": "yes"}).status_code == 409
    assert administrator.post(f"{PAGE}{letter.pk}/again/").status_code == 409


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_for_others_the_page_does_not_exist(cast: Cast, letter: DBTaskResult, role: Role) -> None:
    other = signed_in(a_person("Olu Bright", cast.riverside, role=role))
    assert other.get(PAGE).status_code == 404
    assert other.post(f"{PAGE}{letter.pk}/again/").status_code == 404
    assert other.post(f"{PAGE}{letter.pk}/discard/", {"sure": "yes"}).status_code == 404
    assert DBTaskResult.objects.get().queue_name == "dead-letters"


def test_an_administrator_of_one_ward_does_not_look_after_the_installation(cast: Cast) -> None:
    ward = a_unit(cast.riverside)
    assert signed_in(a_person_on("Wim Bos", ward, role=Role.ADMINISTRATOR)).get(PAGE).status_code == 404
