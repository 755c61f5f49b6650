"""News is read in the language of its reader, whatever language was spoken when it was written."""

from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.build.cast import NOW, Cast, the_cast
from tests.build.catalogue import a_catalogue
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Notification, Person
from wellrun.accounts.services import notify, send_digests_to
from wellrun.core import erasure
from wellrun.core.actor import SYSTEM
from wellrun.core.sentences import Sentence, word
from wellrun.organisations.models import Organisation
from wellrun.organisations.values import Method

pytestmark = pytest.mark.django_db
SAID = "%(name)s says yes to “%(state)s” for %(project)s"
WELSH = {
    SAID: "Mae %(name)s yn dweud ie i “%(state)s” ar gyfer %(project)s",
    "In control": "Dan reolaeth",
    "Lost %(name)s": "Ar goll %(enw)s",
}


@pytest.fixture
def cast(settings: Settings, tmp_path: Path) -> Cast:
    """Priya reads Welsh, Amina English."""
    settings.LOCALE_PATHS = [a_catalogue(tmp_path, "cy", WELSH)]
    settings.LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
    cast = the_cast()
    Person.objects.filter(pk=cast.member.id).update(language="cy")
    return cast


def tell(cast: Cast, *people: int) -> None:
    said = {"name": "Marcus Bell", "state": word(gettext_lazy("In control")), "project": "Calm 100%"}
    notify(actor=SYSTEM, people=people, kind="partner.said", text=Sentence(SAID, said), now=NOW)


@pytest.mark.parametrize("spoken", ["cy", "en-gb"])
def test_each_reads_it_in_their_own_language(cast: Cast, spoken: str) -> None:
    with translation.override(spoken):
        tell(cast, cast.member.id, cast.owner.id)
    welsh = "Mae Marcus Bell yn dweud ie i “Dan reolaeth” ar gyfer Calm 100%"
    english = "Marcus Bell says yes to “In control” for Calm 100%"
    assert welsh in page_of(signed_in(cast.member).get("/notifications/")).words
    assert english in page_of(signed_in(cast.owner).get("/notifications/")).words
    send_digests_to(person_ids=[cast.member.id, cast.owner.id], now=NOW)
    letters = {
        row.args_kwargs["kwargs"]["to"]: row.args_kwargs["kwargs"] for row in DBTaskResult.objects.all()
    }
    assert welsh in letters["priya@wellrun.example"]["body"]
    assert english in letters["amina@wellrun.example"]["body"]


def test_it_is_told_once_until_it_is_read(cast: Cast) -> None:
    tell(cast, cast.member.id)
    with translation.override("cy"):
        tell(cast, cast.member.id)
    assert Notification.objects.count() == 1


def test_older_news_stays_as_it_was_written(cast: Cast) -> None:
    Notification.objects.create(person_id=cast.member.id, kind="k", text="As it was", at=NOW)
    assert "As it was" in page_of(signed_in(cast.member).get("/notifications/")).words


def test_plain_words_are_kept_as_they_are(cast: Cast) -> None:
    notify(actor=SYSTEM, people=[cast.member.id], kind="k", text="100% as %(it) is", now=NOW)
    assert Notification.objects.get().sentence == "100% as %(it) is"


def test_a_translation_that_lost_its_place_is_read_in_the_words_of_the_source(cast: Cast) -> None:
    with translation.override("cy"):
        assert str(Sentence("Lost %(name)s", {"name": "Ana"})) == "Lost Ana"


def test_long_texts_are_cut_and_nothing_fails(cast: Cast) -> None:
    said = Sentence("%(a)s and %(b)s", {"a": "x" * 900, "b": "y" * 900})
    notify(actor=SYSTEM, people=[cast.member.id], kind="k", text=said, now=NOW)
    row = Notification.objects.get()
    assert (len(row.text), len(row.sentence), row.sentence[-1]) == (500, 500, "…")


def test_a_person_who_is_erased_is_gone_from_what_goes_into_it(cast: Cast) -> None:
    tell(cast, cast.member.id)
    gone = erasure.Forgotten(person_id=999, names=("Marcus Bell",))
    erasure.forget(actor=SYSTEM, person=gone, reason="", now=NOW)
    assert "Marcus" not in Notification.objects.get().sentence


def test_each_reads_it_in_the_words_of_their_own_method(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.riverside.pk).update(method=Method.LEAN_A3)
    Person.objects.filter(pk=cast.owner.id).update(plain_words=False)
    people, said = (
        [cast.owner.id, cast.viewer.id],
        Sentence("Say why {the_aim} of “%(what)s” changes", {"what": "{aim}"}),
    )
    notify(actor=SYSTEM, people=people, kind="aim.asked", text=said, now=NOW)
    send_digests_to(person_ids=people, now=NOW)
    letters = {
        row.args_kwargs["kwargs"]["to"]: row.args_kwargs["kwargs"]["body"]
        for row in DBTaskResult.objects.all()
    }
    lean, standard = "Say why the target condition of “{aim}” changes", "Say why the aim of “{aim}” changes"
    assert lean in page_of(signed_in(cast.owner).get("/notifications/")).words
    assert standard in page_of(signed_in(cast.viewer).get("/notifications/")).words
    assert [lean in letters["amina@wellrun.example"], standard in letters["victor@wellrun.example"]] == [
        True,
        True,
    ]
