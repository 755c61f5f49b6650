"""Addresses and names: what is kept, and what is refused."""

import pytest

from tests.build.cast import NOW, SETTING_UP
from wellrun.accounts.policies import AddressRefused, normal_email, normal_name
from wellrun.accounts.services import add_person
from wellrun.core.blanks import on_one_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Mina@Example.ORG ", "mina@example.org"),
        ("ｍｉｎａ@ｅｘａｍｐｌｅ.org", "mina@example.org"),  # full width, as East Asian keyboards type
        ("mina@exámple.org", "mina@xn--exmple-qta.org"),
        ("mina@exa\u0301mple.org", "mina@xn--exmple-qta.org"),  # the same, as two characters
        ("mina@straße.example", "mina@xn--strae-oqa.example"),
        ("mina@еxample.org", "mina@xn--xample-2of.org"),  # a Cyrillic е: another domain, and it shows
    ],
)
def test_an_address_is_kept_in_one_way(typed: str, kept: str) -> None:
    assert normal_email(typed) == kept
    assert normal_email(kept) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "", "mina", "mina@", "@example.org", "mіna@example.org", "mi na@example.org", "a@b@example.org",
        "mina@example.org\nBcc: x@y.org", "mina@exa\u202emple.org", "mina\x00@example.org", "mina@-.org",
        "straße@example.org", "m" * 300 + "@example.org",
    ],
)  # fmt: skip
def test_what_is_no_address_or_can_be_mistaken_is_refused(typed: str) -> None:
    with pytest.raises(AddressRefused) as refusal:
        normal_email(typed)
    assert refusal.value.field == "email"


@pytest.mark.django_db
@pytest.mark.parametrize("twin", ["MINA@example.org", "ｍina@EXAMPLE.org", "mina@example。org"])
def test_no_second_person_gets_an_address_that_looks_the_same(twin: str) -> None:
    add_person(actor=SETTING_UP, email="mina@example.org", name="Mina Berg", now=NOW)
    with pytest.raises(AddressRefused):
        add_person(actor=SETTING_UP, email=twin, name="Other", now=NOW)


@pytest.mark.parametrize("name", ["مريم الحسن", "Nguyễn Thị Hoa", "ዓለም", "李小龍", "می‌رود", "O’Neill", "Ng"])
def test_names_of_any_script_are_kept_as_they_are(name: str) -> None:
    assert normal_name(f"  {name} ") == name


def test_a_name_is_one_line_and_turns_nothing_around() -> None:
    assert normal_name("Mina\u202e Berg\r\nBcc: x") == "Mina Berg Bcc: x"
    for bad in ("", "  ", "\u200b", "x" * 201, "Mi\x07na"):
        with pytest.raises(AddressRefused):
            normal_name(bad)


@pytest.mark.parametrize("name", ["\u200d\u200d", "\u3164", "\u2800", "\u0301", "\U000e0041", "\u2060\u034f"])
def test_a_name_that_nobody_can_see_is_none(name: str) -> None:
    assert on_one_line(name) == ""
    with pytest.raises(AddressRefused):
        normal_name(name)


def test_marks_are_not_piled_over_the_lines_around_a_name() -> None:
    assert normal_name("Zoe" + "\u0335" * 40 + " B") == "Zoe" + "\u0335" * 8 + " B"
    for kept in ("ཧཱུྃ", "กี้", "👩🏽\u200d⚕️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"):
        assert normal_name(kept) == kept


def test_controls_are_left_out_of_the_name_of_anything() -> None:
    assert on_one_line("Alder\x07 \x1bWard\x9f") == "Alder Ward"
