"""Words as they are compared."""

import pytest

from wellrun.core.search.tokens import asked, matches, tokens_in, tokens_to_keep


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź-Café: A&E, ward_7", ["lodz", "cafe", "a", "e", "ward", "7"]),
        ("  ", []),
        ("\0%'\"*():-", []),
        ("Straße ÉCOLE", ["strasse", "ecole"]),
        ("مستشفى المدينة", ["مستشفى", "المدينة"]),
        ("x" * 99, ["x" * 60]),
    ],
)
def test_text_becomes_single_folded_words(text: str, expected: list[str]) -> None:
    assert tokens_in(text) == expected


def test_what_is_typed_counts_once_and_eight_words_at_most() -> None:
    assert asked("b a b c d e f g h i j") == ["b", "a", "c", "d", "e", "f", "g", "h"]


@pytest.mark.parametrize(
    ("word", "token", "expected"),
    [
        ("Restraints", "restr", True),
        ("Łódź", "lod", True),
        ("Li", "li", True),
        ("Lithium", "li", False),
        ("Falls", "fell", False),
        ("山田さくら", "さく", True),
    ],
)
def test_three_letters_find_longer_words(word: str, token: str, expected: bool) -> None:
    assert matches(word, token) is expected


def test_where_words_are_not_spaced_one_may_begin_at_any_letter() -> None:
    assert tokens_to_keep("山田 花") == ["山田", "田", "花"]
    assert tokens_to_keep("ward ward") == ["ward"]
