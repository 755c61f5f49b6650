"""A computed cumulative chart with its ways out: a plain dictionary, JSON and a picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wellrun_spc.cumulative.words import ENGLISH
from wellrun_spc.limits.cumulative.values import CumulativePoint, CumulativeResult, CumulativeSignal
from wellrun_spc.portable.documents import as_lists, messages_of, read_document
from wellrun_spc.results import Reading, X

if TYPE_CHECKING:
    from wellrun_spc.draw.frame import PanelForm
    from wellrun_spc.draw.numerals import Style
    from wellrun_spc.draw.palette import ThemeName

SCHEMA = "wellrun-cumulative/1"
"""Name and version of the shape. A key may be added to it; one that changes or goes makes version 2."""
_PLAIN = ("chart", "direction", "period", "centre", "sigma", "settings", "n_used")
_READING = ("variation", "side", "sentence", "plain", "word", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cumulative(CumulativeResult):
    """A chart of sums or averages that let small changes add up."""

    def to_dict(self) -> dict[str, Any]:
        """The chart as plain values; dates as ISO text, missing as ``None``."""
        return {
            "schema": SCHEMA,
            **{name: getattr(self, name) for name in _PLAIN},
            "x_type": _x_type(self.points[0].x),
            "points": [{**asdict(point), "x": _written(point.x)} for point in self.points],
            "signals": [{**asdict(signal), "messages": as_lists(signal.messages)} for signal in self.signals],
            "reading": {
                **{name: getattr(self.reading, name) for name in _READING},
                "since": None if self.reading.since is None else _written(self.reading.since),
                "messages": as_lists(self.reading.messages),
            },
            "notices": list(self.notices),
            "notice_messages": as_lists(self.notice_messages),
        }

    def to_json(self) -> str:
        """The same as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False)

    def to_frame(self, kind: str | None = None, *, of: str = "points") -> Any:
        """The points as a tidy data frame, one row for each of them.

        Parameters
        ----------
        kind
            ``polars`` or ``pandas``; by default Polars where it is installed, otherwise pandas.
        of
            ``points`` (by default) or ``signals``.

        Raises
        ------
        ModuleNotFoundError
            Where neither is installed; it says what to type.
        """
        return import_module("wellrun_spc.frames").cumulative_frame(self, kind, of)

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Cumulative:
        """The chart that ``to_dict`` wrote.

        Raises
        ------
        SeriesError
            Where the dictionary is no such chart, or of a form this program does not know.
        """
        return read_document(stored, SCHEMA, cls._read)

    @classmethod
    def _read(cls, stored: Mapping[str, Any]) -> Cumulative:
        read = _READERS[stored["x_type"]]
        return cls(
            **{name: stored[name] for name in _PLAIN},
            points=tuple(
                CumulativePoint(**{**point, "x": read(point["x"]), "signals": tuple(point["signals"])})
                for point in stored["points"]
            ),
            signals=tuple(
                CumulativeSignal(
                    **{**signal, "positions": tuple(signal["positions"]), "messages": messages_of(signal)}
                )
                for signal in stored["signals"]
            ),
            reading=_reading(stored["reading"], read),
            notices=tuple(stored["notices"]),
            notice_messages=messages_of(stored, "notice_messages"),
        )

    def svg(
        self,
        *,
        form: PanelForm = "wide",
        title: str = "",
        y_label: str = "",
        id: str = "cumulative",  # noqa: A002 - it is what the attribute is called
        theme: ThemeName = "page",
        width: float | None = None,
        number: Style | None = None,
    ) -> str:
        """The chart as an SVG element; see `wellrun_spc.draw.cumulative.cumulative_svg` for the options."""
        # loaded when the first picture is wanted: drawing would double the time that an import takes
        numerals = import_module("wellrun_spc.draw.numerals")
        with numerals.numbers_as(number):
            drawn: str = import_module("wellrun_spc.draw.cumulative").cumulative_svg(
                _retold(self, numerals.retold),
                form=form,
                title=title,
                y_label=y_label,
                id=id,
                theme=theme,
                width=width,
            )
        return drawn

    def _repr_svg_(self) -> str:
        return self.svg(theme="light")


def _retold(made: Cumulative, said: Callable[..., str]) -> Cumulative:
    """The chart with the numbers in its sentences as the drawing writes them."""
    reading = replace(made.reading, plain=said(made.reading.plain, made.reading.messages, 1, ENGLISH))
    signals = [
        replace(signal, sentence=said(signal.sentence, signal.messages, 0, ENGLISH))
        for signal in made.signals
    ]
    return replace(made, reading=reading, signals=tuple(signals))


def _reading(stored: Mapping[str, Any], read: Callable[[Any], X]) -> Reading:
    return Reading(
        **{name: stored[name] for name in _READING},
        since=None if stored["since"] is None else read(stored["since"]),
        assurance="not_assessed",
        mixed=False,
        assurance_word="",
        assurance_plain="",
        messages=messages_of(stored),
    )


_READERS: Mapping[str, Callable[[Any], X]] = {
    "time": datetime.fromisoformat,
    "date": date.fromisoformat,
    "number": lambda x: x,
    "label": str,
}


def _x_type(x: X) -> str:
    if isinstance(x, date):
        return "time" if isinstance(x, datetime) else "date"
    return "label" if isinstance(x, str) else "number"


def _written(x: X) -> float | int | str:
    return x.isoformat() if isinstance(x, date) else x
