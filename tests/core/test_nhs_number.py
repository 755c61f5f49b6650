"""Free text that looks as if it names a patient."""

import random

import pytest

from wellrun.core.identifiers import holds_nhs_number


# Made up from the range 999 000 0000 to 999 999 9999, which is never issued.
def with_check_digit(nine: str) -> str | None:
    remainder = 11 - sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
    return None if remainder == 10 else nine + str(remainder % 11)


def made_up(count: int) -> list[str]:
    numbers = (with_check_digit(f"999{random.Random(seed).randrange(10**6):06}") for seed in range(count))
    return [number for number in numbers if number]


@pytest.mark.parametrize("number", made_up(200))
def test_a_number_with_the_right_check_digit_is_seen_however_it_is_written(number: str) -> None:
    parts = number[:3], number[3:6], number[6:]
    for joint in ("", " ", "-", ".", "\u00a0", "\u2011"):
        assert holds_nhs_number(f"Moved to Elm Ward ({joint.join(parts)}) on Monday")


@pytest.mark.parametrize("number", made_up(50))
def test_one_wrong_digit_is_not_an_nhs_number(number: str) -> None:
    wrong = str((int(number[4]) + 1) % 10)
    assert not holds_nhs_number(number[:4] + wrong + number[5:])


def test_full_width_digits_are_digits() -> None:
    number = made_up(1)[0]
    assert holds_nhs_number("".join(chr(ord("０") + int(digit)) for digit in number))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ward full, 18 of 18 beds",
        "12 14 15 13 12",
        "Ring 020 7946 0958",
        "01632 960983",
        "2026-04-13",
        "1,234,567,890",
    ],
)
def test_ordinary_notes_are_left_alone(text: str) -> None:
    assert not holds_nhs_number(text)


def test_a_longer_number_is_not_searched_for_a_shorter_one() -> None:
    assert not holds_nhs_number("1" + made_up(1)[0])
