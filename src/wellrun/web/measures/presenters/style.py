"""How numbers are written in the reader's language: in charts, their readings and their tables alike."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.formats import get_format

from wellrun_spc import number_style, render
from wellrun_spc.messages import Message
from wellrun_spc.wording import Written, number_in


def reader_style() -> Callable[[Written], str] | None:
    """The style for the language that is active; none where numbers are written as charts write them."""
    decimal, thousands = str(get_format("DECIMAL_SEPARATOR")), str(get_format("THOUSAND_SEPARATOR"))
    return None if (decimal, thousands) == (".", ",") else number_style(decimal=decimal, thousands=thousands)


def number_text(text: str) -> str:
    """A number that was written as in English, as the reader writes it."""
    style, written = reader_style(), number_in(text)
    return text if style is None or written is None else style(written)


def told_text(told: str, messages: tuple[Message, ...], which: int) -> str:
    """A sentence of a reading with its numbers as the reader writes them."""
    style = reader_style()
    return told if style is None or which >= len(messages) else render(messages[which], number=style)
