"""A computed Pareto with its ways out: a plain dictionary, JSON and a picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wellrun_spc.limits.pareto import ParetoItem, ParetoResult
from wellrun_spc.paretos.words import ENGLISH
from wellrun_spc.portable.documents import as_lists, messages_of, read_document

if TYPE_CHECKING:
    from wellrun_spc.draw.frame import PanelForm
    from wellrun_spc.draw.numerals import Style
    from wellrun_spc.draw.palette import ThemeName

SCHEMA = "wellrun-pareto/1"
"""Name and version of the shape. A key may be added to it; one that changes or goes makes version 2."""
_PLAIN = ("total", "left_out", "first_few", "close")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pareto(ParetoResult):
    """Kinds in order, with their running share."""

    def to_dict(self) -> dict[str, Any]:
        """The chart as plain values."""
        return {
            "schema": SCHEMA,
            "chart": "pareto",
            **{name: getattr(self, name) for name in _PLAIN},
            "items": [asdict(item) for item in self.items],
            "reading": {
                "sentence": self.sentence,
                "plain": self.plain,
                "messages": as_lists(self.messages),
            },
            "notices": list(self.notices),
            "notice_messages": as_lists(self.notice_messages),
        }

    def to_json(self) -> str:
        """The same as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False)

    def to_frame(self, kind: str | None = None, *, of: str = "items") -> Any:
        """The kinds as a tidy data frame, one row for each of them.

        Parameters
        ----------
        kind
            ``polars`` or ``pandas``; by default Polars where it is installed, otherwise pandas.
        of
            ``items``: there is no other table.

        Raises
        ------
        ModuleNotFoundError
            Where neither is installed; it says what to type.
        """
        return import_module("wellrun_spc.frames").pareto_frame(self, kind, of)

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Pareto:
        """The chart that ``to_dict`` wrote.

        Raises
        ------
        SeriesError
            Where the dictionary is no such chart, or of a form this program does not know.
        """
        return read_document(stored, SCHEMA, cls._read)

    @classmethod
    def _read(cls, stored: Mapping[str, Any]) -> Pareto:
        return cls(
            **{name: stored[name] for name in _PLAIN},
            items=tuple(ParetoItem(**item) for item in stored["items"]),
            sentence=stored["reading"]["sentence"],
            plain=stored["reading"]["plain"],
            notices=tuple(stored["notices"]),
            messages=messages_of(stored["reading"]),
            notice_messages=messages_of(stored, "notice_messages"),
        )

    def svg(
        self,
        *,
        form: PanelForm = "wide",
        title: str = "",
        y_label: str = "",
        id: str = "pareto",  # noqa: A002 - it is what the attribute is called
        theme: ThemeName = "page",
        width: float | None = None,
        number: Style | None = None,
    ) -> str:
        """The chart as an SVG element; see `wellrun_spc.draw.pareto.pareto_svg` for the options."""
        # loaded when the first picture is wanted: drawing would double the time that an import takes
        numerals = import_module("wellrun_spc.draw.numerals")
        with numerals.numbers_as(number):
            drawn: str = import_module("wellrun_spc.draw.pareto").pareto_svg(
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


def _retold(made: Pareto, said: Callable[..., str]) -> Pareto:
    """The chart with the numbers in its reading as the drawing writes them."""
    return replace(made, plain=said(made.plain, made.messages, 1, ENGLISH))
