"""From the fuzzer's bytes to what people might pass: numbers of every size, gaps, dates, labels, nonsense."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from math import inf, nan
from typing import Any, Protocol

ODD: Sequence[object] = (
    None, nan, inf, -inf, 0, -0.0, 1, True, 5e-324, -5e-324, 1e-300, 1e-160, 1e160, 1e299, 1e300, 1.1e300,
    -1e300, 1.7976931348623157e308, 2**53, 10**400, 0.1, 0.1 + 0.2, 1 / 3, "3", "", b"3", [], {}, "x",
)  # fmt: skip
START = date(1, 1, 1)


class Given(Protocol):
    """What atheris hands over: bytes that are taken as whatever is asked for."""

    def ConsumeIntInRange(self, low: int, high: int) -> int: ...  # noqa: N802
    def ConsumeRegularFloat(self) -> float: ...  # noqa: N802
    def ConsumeFloatInRange(self, low: float, high: float) -> float: ...  # noqa: N802
    def ConsumeUnicode(self, most: int) -> str: ...  # noqa: N802
    def ConsumeBytes(self, most: int) -> bytes: ...  # noqa: N802
    def ConsumeBool(self) -> bool: ...  # noqa: N802
    def remaining_bytes(self) -> int: ...


def one_of(given: Given, *choices: Any) -> Any:
    """One of these."""
    return choices[given.ConsumeIntInRange(0, len(choices) - 1)]


def maybe(given: Given, make: Callable[[Given], Any]) -> Any:
    """Nothing three times out of four."""
    return make(given) if given.ConsumeIntInRange(0, 3) == 3 else None


def number(given: Given) -> Any:
    """Mostly numbers that a chart takes, so that most series get as far as being charted."""
    kind = given.ConsumeIntInRange(0, 15)
    if kind < 8:
        return given.ConsumeIntInRange(0, 40)
    if kind < 11:
        return given.ConsumeFloatInRange(-100.0, 100.0)
    if kind == 11:
        return given.ConsumeRegularFloat()
    return None if kind == 12 else one_of(given, *ODD) if kind == 15 else given.ConsumeIntInRange(0, 3)


def count(given: Given) -> Any:
    """Mostly whole numbers from 0 on."""
    return number(given) if given.ConsumeIntInRange(0, 31) == 31 else given.ConsumeIntInRange(0, 30)


def size(given: Given) -> Any:
    """Mostly denominators."""
    return number(given) if given.ConsumeIntInRange(0, 31) == 31 else given.ConsumeIntInRange(30, 5000)


def length(given: Given) -> int:
    """Mostly lengths of real series; nought, one and two as well."""
    return given.ConsumeIntInRange(0, 60)


def listed(given: Given, make: Callable[[Given], Any], size: int) -> list[Any]:
    """So many of them."""
    return [make(given) for _ in range(size)]


def xs(given: Given, size: int) -> Any:
    """Periods in order and otherwise."""
    kind = given.ConsumeIntInRange(0, 9)
    if kind < 3:
        return None
    if kind < 6:
        start, step = given.ConsumeIntInRange(0, 3_650_000), one_of(given, 1, 7, 28, 30, 91, 365, -1, 0)
        days = [min(max(start + step * place, 0), 3_652_058) for place in range(size)]
        return [START + timedelta(days=day) for day in days]
    if kind == 6:
        start_at = datetime(2024, 1, 1)  # noqa: DTZ001 - times without a zone are what people have
        return [start_at + timedelta(minutes=given.ConsumeIntInRange(0, 500) + 400 * i) for i in range(size)]
    if kind == 7:
        return [given.ConsumeUnicode(4) for _ in range(size)]
    if kind == 8:
        return [number(given) for _ in range(size)]
    return [float(place) for place in range(size)]


def places(given: Given, size: int) -> Any:
    """Points that are named: positions, periods, flags, or nonsense."""
    kind = given.ConsumeIntInRange(0, 7)
    if kind < 4:
        return ()
    if kind == 4:
        return [given.ConsumeBool() for _ in range(size)]
    if kind == 5:
        return [one_of(given, *ODD, "2024-01-01", given.ConsumeUnicode(4))]
    most = max(size - 1, 0)
    return [given.ConsumeIntInRange(0, most) for _ in range(given.ConsumeIntInRange(0, 6))]


def text(given: Given) -> str:
    """A title or a note."""
    return given.ConsumeUnicode(given.ConsumeIntInRange(0, 40))
