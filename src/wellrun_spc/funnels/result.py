"""A computed funnel with its ways out: a plain dictionary, JSON and a picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wellrun_spc.funnels.words import ENGLISH
from wellrun_spc.limits.funnel.values import CurvePoint, FunnelLimits, FunnelResult, FunnelUnit
from wellrun_spc.portable.documents import as_lists, messages_of, read_document

if TYPE_CHECKING:
    from wellrun_spc.draw.frame import PanelForm
    from wellrun_spc.draw.numerals import Style
    from wellrun_spc.draw.palette import ThemeName

SCHEMA = "wellrun-funnel/1"
"""Name and version of the shape. A key may be added to it; one that changes or goes makes version 2."""
_PLAIN = (
    "kind", "method", "overdispersion", "level", "trim", "multiply", "percent", "target", "target_given",
    "phi", "tau2", "overdispersed", "adjusted",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel(FunnelResult):
    """A funnel: units compared at one time."""

    def to_dict(self) -> dict[str, Any]:
        """The funnel as plain values; missing is ``None``. Limits named in each unit are those in force."""
        return {
            "schema": SCHEMA,
            "chart": "funnel",
            **{name: getattr(self, name) for name in _PLAIN},
            "units": [_unit_out(unit, adjusted=self.adjusted) for unit in self.units],
            "curve": [asdict(point) for point in self.curve],
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

    def to_frame(self, kind: str | None = None, *, of: str = "units") -> Any:
        """The units, with the limits in force, as a tidy data frame, one row for each of them.

        Parameters
        ----------
        kind
            ``polars`` or ``pandas``; by default Polars where it is installed, otherwise pandas.
        of
            ``units`` (by default), or ``curve``: the limits along the chart.

        Raises
        ------
        ModuleNotFoundError
            Where neither is installed; it says what to type.
        """
        return import_module("wellrun_spc.frames").funnel_frame(self, kind, of)

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Funnel:
        """The funnel that ``to_dict`` wrote.

        Raises
        ------
        SeriesError
            Where the dictionary is no such chart, or of a form this program does not know.
        """
        return read_document(stored, SCHEMA, cls._read)

    @classmethod
    def _read(cls, stored: Mapping[str, Any]) -> Funnel:
        return cls(
            **{name: stored[name] for name in _PLAIN},
            units=tuple(_unit_in(unit) for unit in stored["units"]),
            curve=tuple(_curve_in(point) for point in stored["curve"]),
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
        x_label: str = "",
        highlight: Sequence[str] = (),
        id: str = "funnel",  # noqa: A002 - it is what the attribute is called
        theme: ThemeName = "page",
        width: float | None = None,
        number: Style | None = None,
    ) -> str:
        """The funnel as an SVG element; see `wellrun_spc.draw.funnel.funnel_svg` for the options."""
        # loaded when the first picture is wanted: drawing would double the time that an import takes
        numerals = import_module("wellrun_spc.draw.numerals")
        with numerals.numbers_as(number):
            drawn: str = import_module("wellrun_spc.draw.funnel").funnel_svg(
                _retold(self, numerals.retold),
                form=form,
                title=title,
                y_label=y_label,
                id=id,
                theme=theme,
                width=width,
                x_label=x_label,
                highlight=highlight,
            )
        return drawn

    def _repr_svg_(self) -> str:
        return self.svg(theme="light")


def _retold(funnel: Funnel, said: Callable[..., str]) -> Funnel:
    """The funnel with the numbers in its sentences as the drawing writes them."""
    units = [replace(unit, plain=said(unit.plain, unit.messages, 1, ENGLISH)) for unit in funnel.units]
    return replace(funnel, plain=said(funnel.plain, funnel.messages, 1, ENGLISH), units=tuple(units))


def _unit_out(unit: FunnelUnit, *, adjusted: bool) -> dict[str, Any]:
    force = unit.adjusted if adjusted else unit.unadjusted
    limits = asdict(force) if force else dict.fromkeys(("lcl95", "ucl95", "lcl998", "ucl998"))
    return {**asdict(unit), **limits, "messages": as_lists(unit.messages)}


def _unit_in(stored: Mapping[str, Any]) -> FunnelUnit:
    fields = {name: stored[name] for name in FunnelUnit.__slots__ if name != "messages"}
    return FunnelUnit(
        **{
            **fields,
            "unadjusted": _limits_in(fields["unadjusted"]),
            "adjusted": _limits_in(fields["adjusted"]),
            "messages": messages_of(stored),
        }
    )


def _curve_in(stored: Mapping[str, Any]) -> CurvePoint:
    return CurvePoint(
        denominator=stored["denominator"],
        unadjusted=FunnelLimits(**stored["unadjusted"]),
        adjusted=_limits_in(stored["adjusted"]),
    )


def _limits_in(stored: Mapping[str, float] | None) -> FunnelLimits | None:
    return None if stored is None else FunnelLimits(**stored)
