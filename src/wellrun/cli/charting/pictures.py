"""Charts as SVG and PNG: one chart by itself, several on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from wellrun.cli.charting.charts import Charted, heading_of
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import NumberStyle
from wellrun.cli.charting.source import Source
from wellrun_spc import number_style
from wellrun_spc.draw import chart_svg, numbers_as, sheet_svg

MOST_ON_PNG = 60
"""Charts on one sheet of pixels; more make a picture too large to open."""
ONE_COLUMN = 3
"""Up to this many charts stand under each other, wide; more stand in two columns."""


STYLES = MappingProxyType(
    {
        None: None,
        "point": None,
        "comma": number_style(decimal=",", thousands="."),
        "space": number_style(decimal=",", thousands="\u202f", percent="\u202f%"),
    }
)
"""How numbers are written; in English as they are."""


def drawn_svg(
    charts: Sequence[Charted], source: Source, title: str, numbers: NumberStyle | None = None
) -> str:
    """One SVG, whatever the number of charts."""
    with numbers_as(STYLES[numbers]):
        if len(charts) == 1:
            (only,) = charts
            said = title or heading_of(only, source)
            return chart_svg(only.chart, title=said, y_label=source.label, theme="light")
        columns, said = 1 if len(charts) <= ONE_COLUMN else 2, title or source.title
        pairs = [(charted.series.key, charted.chart) for charted in charts]
        return sheet_svg(pairs, columns=columns, title=said, y_label=source.label, theme="light")


def drawn_png(
    charts: Sequence[Charted], source: Source, title: str, numbers: NumberStyle | None = None
) -> bytes:
    """The same as pixels.

    Raises
    ------
    Refused
        There are more charts than one picture can hold.
    """
    if len(charts) > MOST_ON_PNG:
        raise Refused(
            f"{len(charts)} charts are too many for one PNG. It can hold {MOST_ON_PNG}.",
            remedy="Keep fewer with --where, or use --format svg.",
        )
    from wellrun_spc.draw.png import png

    return png(drawn_svg(charts, source, title, numbers))
