"""Numbers on drawings, written as a language has them; as in English unless somebody says otherwise.

The style is kept for as long as one drawing takes, so that what measures and places words need not know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

from wellrun_spc import wording
from wellrun_spc.messages import ENGLISH, Message, render
from wellrun_spc.wording import Written, number_in

Style: TypeAlias = Callable[[Written], str]

_in_force: ContextVar[Style | None] = ContextVar("wellrun_numbers", default=None)
_FIXED_SPACE = "\u00a0"
"""Stands within a number, so that no line ends there."""


@contextmanager
def numbers_as(number: Style | None) -> Iterator[None]:
    """Write numbers in this style on all drawings that are made meanwhile; ``None`` changes nothing.

    Parameters
    ----------
    number
        `wellrun_spc.number_style`, or any function that says a `Written` number.

    Examples
    --------
    >>> from wellrun_spc import i_chart, number_style
    >>> with numbers_as(number_style(decimal=",", thousands=".")):
    ...     drawing = i_chart([3.5, 4.25, 3.75])._repr_svg_()
    >>> ">Upper limit 5,49<" in drawing
    True
    """
    before = _in_force.set(_in_force.get() if number is None else number)
    try:
        yield
    finally:
        _in_force.reset(before)


def said(text: str) -> str:
    """A number that was written as in English, in the style in force; other text stays as it is."""
    style = _in_force.get()
    if style is None:
        return text
    written = number_in(text)
    return text if written is None else style(written).replace(" ", _FIXED_SPACE)


def retold(told: str, messages: Sequence[Message], which: int, catalogue: Mapping[str, str] = ENGLISH) -> str:
    """A sentence with its numbers in the style in force; as it was told where its message is not known."""
    style = _in_force.get()
    return told if style is None or which >= len(messages) else render(messages[which], catalogue, style)


def format_value(
    value: float,
    *,
    percent: bool = False,
    reference: float | Sequence[float | None] | None = None,
    decimals: int | None = None,
) -> str:
    """As `wellrun_spc.wording.format_value`."""
    return said(wording.format_value(value, percent=percent, reference=reference, decimals=decimals))


def format_rounded(value: float, decimals: int, *, percent: bool = False) -> str:
    """As `wellrun_spc.wording.format_rounded`."""
    return said(wording.format_rounded(value, decimals, percent=percent))


def format_moment(x: object, period: str) -> str:
    """As `wellrun_spc.wording.format_moment`: of periods, only decimal numbers are written in the style."""
    moment = wording.format_moment(x, period)
    return said(moment) if isinstance(x, float) else moment


def format_period(x: object, period: str) -> str:
    """As `wellrun_spc.wording.format_period`."""
    return f"point {format_moment(x, period)}" if isinstance(x, float) else wording.format_period(x, period)


def plural(period: str, count: float) -> str:
    """As `wellrun_spc.wording.plural`."""
    return f"{format_value(count)} {period}" if count == 1 else f"{format_value(count)} {period}s"
