"""A computed chart as a value that can be stored, read back, and drawn."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wellrun_spc.portable import document, result_fields
from wellrun_spc.results import Result

if TYPE_CHECKING:
    from wellrun_spc.draw import Annotation
    from wellrun_spc.draw.numerals import Style


class Chart(Result):
    """A computed chart: a result that can be stored, read back, and drawn. A notebook shows the drawing."""

    __slots__ = ()

    def to_dict(self, key: str = "") -> dict[str, object]:
        """The chart as a JSON-safe document of one series: dates are ISO text, missing is ``None``."""
        return document([(key, self)])

    def to_json(self, key: str = "", *, indent: int | None = None) -> str:
        """The same as text."""
        return json.dumps(self.to_dict(key), indent=indent, ensure_ascii=False, allow_nan=False)

    def to_frame(self, kind: str | None = None, *, of: str = "points") -> Any:
        """The points as a tidy data frame, one row for each of them.

        Parameters
        ----------
        kind
            ``polars`` or ``pandas``; by default Polars where it is installed, otherwise pandas.
        of
            ``points`` (by default), ``phases`` or ``signals``.

        Raises
        ------
        ModuleNotFoundError
            Where neither is installed; it says what to type.
        """
        return import_module("wellrun_spc.frames").chart_frame(self, kind, of)

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Chart:
        """A chart from what `to_dict` gave, or from one series of a larger document.

        Raises
        ------
        SeriesError
            Where the dictionary is not a stored chart, or of a form this program does not know.
        """
        return cls(**result_fields(stored))

    def svg(
        self,
        *,
        form: str = "wide",
        title: str = "",
        y_label: str = "",
        annotations: Sequence[Annotation] = (),
        last: int | None = None,
        id: str = "chart",  # noqa: A002 - it is what the attribute is called
        theme: str = "page",
        width: float | None = None,
        number: Style | None = None,
    ) -> str:
        """The chart as an SVG element; see `wellrun_spc.draw.chart_svg` for the options."""
        # Loaded when the first picture is wanted: it would double the time that an import takes.
        draw = import_module("wellrun_spc.draw")
        drawn: str = draw.chart_svg(
            self, form=form, title=title, y_label=y_label, annotations=annotations, last=last, id=id,
            theme=theme, width=width, number=number,
        )  # fmt: skip
        return drawn

    def _repr_svg_(self) -> str:
        return self.svg(theme="light")
