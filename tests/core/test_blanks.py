"""What cannot be seen is empty; what can be seen keeps the marks that its script needs."""

import pytest

from wellrun.core.blanks import trimmed


@pytest.mark.parametrize(
    "unseen", ["", "  \n\t", "\u200b", "\u2060 \ufeff", "\u00ad\u200d\u200e", "\u3164\u2800", "\ufe0f", "\0"]
)
def test_what_nobody_can_see_is_empty(unseen: str) -> None:
    assert trimmed(unseen) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Fewer falls \n", "Fewer falls"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("…", "…"),
    ],
)
def test_what_can_be_seen_stays_as_it_was_typed(typed: str, kept: str) -> None:
    assert trimmed(typed) == kept
