"""Numbers of patients and people, country by country. All numbers here are made up."""

import random
from importlib.metadata import EntryPoint

import pytest

from wellrun.core.decision import Refused
from wellrun.core.identifiers import Kind, holds_nhs_number, kinds, kinds_for, problem_in, require_none_in
from wellrun.core.identifiers.elsewhere import (
    holds_bsn,
    holds_cpr,
    holds_ihi,
    holds_nin,
    holds_personnummer,
)
from wellrun.core.identifiers.kind import luhn
from wellrun.core.identifiers.united_kingdom import (
    holds_chi_number,
    holds_health_and_care_number,
    passes_check_digit,
)


def ten(nine: str) -> str:
    """The nine digits with the check digit of the NHS; where there is none, of the next number."""
    for last in "0123456789":
        if passes_check_digit(nine + last):
            return nine + last
    return ten(f"{int(nine) + 1:09}")


def some(first: int, last: int, count: int = 60) -> list[str]:
    chosen = random.Random(first)
    return [ten(f"{chosen.randint(first, last):09}") for _ in range(count)]


@pytest.mark.parametrize(("first", "last"), [(400_000_000, 499_999_990), (600_000_000, 799_999_990)])
def test_an_nhs_number_lies_in_the_ranges_that_are_issued(first: int, last: int) -> None:
    assert all(holds_nhs_number(f"see {number} please") for number in some(first, last))


@pytest.mark.parametrize(
    ("first", "last"),
    [(0, 319_000_000), (500_000_000, 599_999_990), (800_000_000, 899_999_990), (330_000_000, 399_999_990)],
)
def test_numbers_that_no_patient_can_have_are_left_alone(first: int, last: int) -> None:
    assert not any(holds_nhs_number(number) for number in some(first, last))


def test_a_health_and_care_number_lies_in_its_own_range() -> None:
    assert all(holds_health_and_care_number(number) for number in some(320_000_001, 399_999_990))
    assert not any(holds_health_and_care_number(number) for number in some(400_000_000, 499_999_990))
    assert not any(holds_health_and_care_number(number) for number in some(300_000_000, 319_999_990))


def test_a_chi_number_begins_with_a_day_of_birth() -> None:
    number = ten("010190123")
    for written in (number, f"{number[:6]} {number[6:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}"):
        assert holds_chi_number(f"Transferred ({written}) today")
    assert not holds_chi_number(number[:9] + str((int(number[9]) + 1) % 10))
    for no_day in ("320190123", "011390123", "000190123", "310690123"):
        assert not holds_chi_number(ten(no_day))


# An 18-digit number with the check digit of GS1, as in its examples of serial shipping codes.
SSCC = "106141411234567897"


@pytest.mark.parametrize("written", [SSCC, " ".join(SSCC[start : start + 3] for start in range(0, 18, 3))])
def test_an_irish_identifier_has_eighteen_digits_and_the_check_of_gs1(written: str) -> None:
    assert holds_ihi(f"IHI {written}.")
    assert not holds_ihi(written[:-1] + "8")
    assert not holds_ihi(f"1{written}")


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("Met CM90012345ABCD today", True),
        ("CF85100ABCDE12", True),
        ("CMABCDEFGHIJKL", False),
        ("CM90ABCDEFGHIJ", False),
        ("XCM90012345ABCD", False),
        ("cm90012345abcd", False),
    ],
)
def test_a_ugandan_number_has_its_shape(text: str, is_seen: bool) -> None:
    assert holds_nin(text) is is_seen


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("070761-4285", True),  # the example of CPR-kontoret
        ("0707614285", True),
        ("070761 4286", True),  # newer numbers need not pass modulus 11
        ("0707614286", False),
        ("320761-4285", False),
        ("071361-4285", False),
    ],
)
def test_a_danish_number_begins_with_a_day_of_birth(text: str, is_seen: bool) -> None:
    assert holds_cpr(f"({text})") is is_seen


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("811218-9876", True),  # the example of Skatteverket
        ("19811218-9876", True),
        ("8112189876", True),
        ("811278-9873", True),  # a samordningsnummer: the day and 60
        ("811218-9875", False),
        ("811318-9876", False),
    ],
)
def test_a_swedish_number_passes_the_check_of_luhn(text: str, is_seen: bool) -> None:
    assert holds_personnummer(f"({text})") is is_seen


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("111222333", True),
        ("1112.22.333", True),
        ("123456782", True),
        ("123456789", False),
        ("000000000", False),
        ("12345678", False),
        ("1234567820", False),
    ],
)
def test_a_dutch_number_passes_the_eleven_test(text: str, is_seen: bool) -> None:
    assert holds_bsn(f"BSN {text}") is is_seen


def test_luhn_agrees_with_a_published_number() -> None:
    assert luhn("79927398713")
    assert [digit for digit in range(10) if luhn(f"7992739871{digit}")] == [3]


def test_the_country_decides_what_is_looked_for() -> None:
    nhs, cpr = ten("450557710"), "070761-4285"
    assert problem_in(f"call {nhs}", "GB") == problem_in(f"call {nhs}") is not None
    assert problem_in(f"call {nhs}", "DK") is None
    assert problem_in(cpr, "GB") is None
    assert problem_in(cpr, "dk") == (
        "This looks like it has a CPR number in it. Take it out and save again. We keep counts only."
    )
    assert problem_in(f"call {nhs}", "FR") is not None, (
        "a country that is not known is screened like the first"
    )


def test_each_country_that_is_built_in_has_words_of_its_own() -> None:
    assert {country: len(kinds_for(country)) for country in ("GB", "IE", "UG", "DK", "SE", "NL")} == {
        "GB": 3, "IE": 1, "UG": 1, "DK": 1, "SE": 1, "NL": 1,
    }  # fmt: skip


NORWEGIAN = Kind(name="a fødselsnummer", countries=("NO",), is_in=lambda text: "01010112345" in text)


def test_a_package_can_add_a_country(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="norway", value=f"{__name__}:NORWEGIAN", group=kinds.GROUP)
    monkeypatch.setattr(kinds, "entry_points", lambda group: [point])
    kinds.all_kinds.cache_clear()
    assert problem_in("01010112345", "NO") is not None
    monkeypatch.undo()
    kinds.all_kinds.cache_clear()
    assert problem_in("01010112345", "NO") is None


def test_a_refusal_names_the_field_and_never_the_number() -> None:
    number = ten("450557710")
    with pytest.raises(Refused) as refusal:
        require_none_in("GB", name="Alder Ward", about=f"Ask for {number}")
    assert refusal.value.field == "about"
    assert number not in refusal.value.sentence
    require_none_in("GB", name="Alder Ward", about="Ward full, 18 of 18 beds on 13 April 2026")
