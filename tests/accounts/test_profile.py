"""What a person chooses for themselves is saved, is on record, and can be undone by them alone."""

from dataclasses import replace

import pytest

from tests.build.cast import NOW, Cast, the_cast
from tests.build.kept import kept
from wellrun.accounts.models import Person
from wellrun.accounts.queries import profile_change_for, profile_of
from wellrun.accounts.services import ProfileRefused, change_profile, choose_theme, undo_profile_change
from wellrun.accounts.values import Profile
from wellrun.core.actor import NOBODY, Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


def own(actor: Actor) -> Profile:
    return profile_of(Person.objects.get(pk=actor.id))


def change(actor: Actor, **changes: object) -> AuditRecord | None:
    return change_profile(actor=actor, profile=replace(own(actor), **changes), now=NOW)  # type: ignore[arg-type]


def test_a_choice_is_saved_and_its_record_holds_only_what_changed(cast: Cast) -> None:
    record = change(cast.owner, about="  Run charts.  ", plain_words=False)
    assert own(cast.owner) == Profile(name="Amina Yusuf", about="Run charts.", plain_words=False)
    assert record is not None
    assert (record.before, record.after) == (
        {"about": "", "plain_words": True},
        {"about": "Run charts.", "plain_words": False},
    )


def test_what_changes_nothing_leaves_no_record(cast: Cast) -> None:
    before = AuditRecord.objects.count()
    assert change(cast.owner) is None
    assert choose_theme(actor=cast.owner, theme="<b>", now=NOW) is None
    assert AuditRecord.objects.count() == before


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": " \n "}, "name", "Type your name"),
        ({"name": "x" * 201}, "name", "at most 200"),
        ({"about": "x" * 301}, "about", "at most 300"),
        ({"about": "Ask me about 943 476 5919."}, "about", "NHS number"),
        ({"language": "tlh"}, "language", "languages in the list"),
        ({"theme": "purple"}, "theme", "light, dark"),
        ({"digest": "hourly"}, "digest", "how often"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    cast: Cast, changes: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(Refused, match=words) as refused:
        change(cast.owner, **changes)
    assert refused.value.field == field


@pytest.mark.parametrize("name", ["Nguyễn Thị Minh Khai", "محمد عبد الله", "王小明", "O’Brien-Łuczak"])
def test_names_of_any_script_are_names(cast: Cast, name: str) -> None:
    change(cast.owner, name=name)
    assert own(cast.owner).name == name


def test_a_name_is_one_line(cast: Cast) -> None:
    change(cast.owner, name="Amina\r\nBcc: x@y.example")
    assert own(cast.owner).name == "Amina Bcc: x@y.example"


def test_a_change_can_be_undone_and_the_undo_too(cast: Cast) -> None:
    record = choose_theme(actor=cast.owner, theme="dark", now=NOW)
    assert record is not None
    undone = undo_profile_change(actor=cast.owner, change_id=record.pk, now=NOW)
    assert own(cast.owner).theme == ""
    assert undone is not None
    assert undone.undoes == record.pk
    undo_profile_change(actor=cast.owner, change_id=undone.pk, now=NOW)
    assert own(cast.owner).theme == "dark"


def test_what_was_changed_again_since_stays(cast: Cast) -> None:
    record = choose_theme(actor=cast.owner, theme="dark", now=NOW)
    choose_theme(actor=cast.owner, theme="light", now=NOW)
    assert record is not None
    with pytest.raises(ProfileRefused, match="changed this since"):
        undo_profile_change(actor=cast.owner, change_id=record.pk, now=NOW)
    assert own(cast.owner).theme == "light"


def test_nobody_undoes_or_sees_the_change_of_another(cast: Cast) -> None:
    record = choose_theme(actor=cast.owner, theme="dark", now=NOW)
    assert record is not None
    assert profile_change_for(cast.member, record.pk) is None
    with pytest.raises(ProfileRefused, match="no such change"):
        undo_profile_change(actor=cast.member, change_id=record.pk, now=NOW)


def test_a_stranger_has_no_profile_to_change(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        choose_theme(actor=NOBODY, theme="dark", now=NOW)
