"""Names are found without capitals and accents, in any script."""

import pytest

from wellrun.core.folding import folded, words_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zoë  O’Brien", "zoe o’brien"),
        ("ŁÓDŹ", "lodz"),
        ("Straße", "strasse"),
        ("İstanbul ISPARTA", "istanbul isparta"),
        ("Ærø", "aero"),
        ("病棟", "病棟"),
        ("مُحَمَّد", "محمد"),
        ("ﬁve", "five"),
        ("a\0b", "a b"),
    ],
)
def test_capitals_and_marks_do_not_matter(text: str, expected: str) -> None:
    assert folded(text) == expected
    assert folded(expected) == expected, "folding twice changes nothing"


def test_a_key_fits_its_column() -> None:
    assert len(folded("ﷺ" * 200, longest=200)) == 200


def test_a_search_is_a_few_folded_words() -> None:
    assert words_in("  Łucja   ALDER ") == ["lucja", "alder"]
    assert len(words_in("a " * 500)) == 8
    assert words_in("\0") == []
