"""A Pareto chart in rows: a name, a bar, its number, and the share so far. It reads on a phone."""

from __future__ import annotations

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.lettering import shorten
from wellrun_spc.draw.numerals import format_value
from wellrun_spc.draw.pareto_bars import few_of, told
from wellrun_spc.draw.svg import escape, num
from wellrun_spc.limits.pareto import ParetoItem, ParetoResult

_ROW, _BAR = 40.0, 14.0
_SO_FAR = "So far"


def draw_rows(canvas: Canvas, result: ParetoResult, *, top: float, width: float) -> float:
    """All rows, and a line under the first few; returns how far down the drawing reaches."""
    column = canvas.width("100%", "t-strong") + 4
    right = width - column - canvas.width(_SO_FAR, "t-dim")
    canvas.text("t-dim", width - 2, top - 2, _SO_FAR, anchor="end")
    few = few_of(result)
    for item in result.items:
        y = top + 8 + (item.rank - 1) * _ROW
        _draw_row(canvas, result, item, y=y, right=right, width=width)
        if item.rank == few < len(result.items):
            canvas.path("mean", f"M2 {num(y + _ROW - 3)}H{num(width - 2)}")
    return top + 8 + len(result.items) * _ROW + 6


def _draw_row(
    canvas: Canvas, result: ParetoResult, item: ParetoItem, *, y: float, right: float, width: float
) -> None:
    first = item.rank <= few_of(result)
    name = shorten(item.category, right - 4, canvas.form.text)
    canvas.text("t-num", 2, y + 13, name)
    number = format_value(item.count)
    room = right - canvas.width(number, "t-strong") - 12
    length = max(1.0, room * item.count / result.items[0].count) if item.count else 0.0
    length = min(length, room)
    outline = f"M2 {num(y + 18)}h{num(length)}v{num(_BAR)}h-{num(length)}z"
    if first:
        canvas.open("usual")
        canvas.add(f'<path d="{outline}"><title>{escape(told(item, result.total))}</title></path>')
        canvas.close()
    else:
        canvas.path("band", outline)
        canvas.path("limit", outline)
    canvas.text("t-strong", 2 + length + 6, y + 29.5, number)
    so_far = format_value(item.cumulative_share, percent=True, decimals=0)
    canvas.text("t-dim", width - 2, y + 29.5, so_far, anchor="end")
