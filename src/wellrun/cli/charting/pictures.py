"""Charts as SVG and PNG: one chart by itself, several on one sheet."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun.cli.charting.charts import Charted, heading_of
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.source import Source
from wellrun_spc.draw import chart_svg, sheet_svg

MOST_ON_PNG = 60
"""Charts on one sheet of pixels; more make a picture too large to open."""
ONE_COLUMN = 3
"""Up to this many charts stand under each other, wide; more stand in two columns."""


def drawn_svg(charts: Sequence[Charted], source: Source, title: str) -> str:
    """One SVG, whatever the number of charts."""
    if len(charts) == 1:
        (only,) = charts
        said = title or heading_of(only, source)
        return chart_svg(only.chart, title=said, y_label=source.label, theme="light")
    columns = 1 if len(charts) <= ONE_COLUMN else 2
    pairs = [(charted.series.key, charted.chart) for charted in charts]
    return sheet_svg(pairs, columns=columns, title=title or source.title, y_label=source.label, theme="light")


def drawn_png(charts: Sequence[Charted], source: Source, title: str) -> bytes:
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

    return png(drawn_svg(charts, source, title))
