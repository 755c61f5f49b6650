"""Messages: whole sentences with arguments, in plain words, ready for translation."""

from __future__ import annotations

import re
from string import Formatter

import pytest

import wellrun_spc as spc
from wellrun_spc.messages import ENGLISH, render, sentences

PHRASES = (
    "count.", "moment", "Moment", "from_to", "between", "average", "typical", "middle", "limit", "near",
    "range", "word.", "period", "month.", "date", "listed.",
)  # fmt: skip


def arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def everyday() -> dict[str, str]:
    return {name: text for name, text in ENGLISH.items() if not name.startswith(("field.", "reason."))}


@pytest.mark.parametrize(
    "name", [name for name in ENGLISH if not name.startswith(PHRASES) or ENGLISH[name][-1] == "."]
)
def test_sentences_are_whole(name: str) -> None:
    text = ENGLISH[name]
    assert text[0].isupper() or text[0] in "{1"
    assert text.endswith((".", "{also}"))
    assert "  " not in text


def test_nobody_is_cheered_or_blamed() -> None:
    assert not [text for text in ENGLISH.values() if re.search(r"[!?]|fail|must|error|wrong", text)]


def test_everyday_sentences_are_short() -> None:
    long = [
        part
        for text in everyday().values()
        for part in re.split(r"(?<=[.:]) ", text)
        if len(part.split()) > 17
    ]
    assert long == []


def test_everyday_words_keep_terms_of_the_field_out() -> None:
    terms = re.compile(
        r"sigma|centre line|special cause|common cause|control limit|mean\b|median", re.IGNORECASE
    )
    assert not [text for text in everyday().values() if terms.search(text)]


def test_forms_of_one_message_take_the_same_arguments() -> None:
    for name, text in ENGLISH.items():
        if name.endswith(".one") and not name.startswith("from_to"):
            assert arguments(text) <= arguments(ENGLISH[name.removesuffix("one") + "other"])


def test_a_reading_can_be_said_in_another_language() -> None:
    danish = ENGLISH | {
        "run.low.now": "De sidste {counted} er alle under {line}.",
        "count.point.other": "{count} punkter",
        "average": "gennemsnittet på {value}",
        "unlikely": "Det er næppe tilfældigt.",
    }
    reading = spc.i_chart([10, 12, 9, 11] * 6 + [7, 6, 8, 7, 6, 8, 7, 6, 7], direction="decrease").reading
    _, plain, _ = reading.messages
    assert render(plain) == reading.plain
    assert render(plain, danish) == (
        "De sidste 9 punkter er alle under gennemsnittet på 9.5. Det er næppe tilfældigt."
    )


def test_the_three_messages_are_the_three_sentences() -> None:
    reading = spc.i_chart([10, 12, 9, 11] * 4 + [40], target=5, direction="decrease").reading
    assert tuple(render(message) for message in reading.messages) == (
        reading.sentence, reading.plain, reading.assurance_plain,
    )  # fmt: skip


def test_sentences_are_joined_by_a_space() -> None:
    assert render(sentences([("unlikely", {}), ("ask", {})])) == (
        "That is very unlikely to be chance. Ask what was different."
    )
