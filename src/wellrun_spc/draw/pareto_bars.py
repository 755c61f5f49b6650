"""A Pareto chart with upright bars: numbers at the left, shares at the right, names below."""

from __future__ import annotations

from wellrun_spc.draw.axes import NumberAxis, Tick, number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.frame import Frame, draw_number_axis, left_margin
from wellrun_spc.draw.lettering import text_width, wrap
from wellrun_spc.draw.numerals import format_value
from wellrun_spc.draw.plot import TICK
from wellrun_spc.draw.svg import escape, num, points
from wellrun_spc.limits.pareto import MOST, ParetoItem, ParetoResult

_BAR, _WIDEST = 0.7, 72.0
"""A bar's share of its place, and its largest width."""
_NARROWEST = 52.0
"""With less room than this for each name, rows read better than bars."""
_LINES = 3
_LINE = 15.0
_SHARES = (0, 0.2, 0.4, 0.6, 0.8, 1)


def fits_bars(canvas: Canvas, result: ParetoResult, width: float) -> bool:
    """Whether each name has room below its bar, with no word cut off."""
    place = _place(_frame(canvas, result, 0, width), result)
    words = [word for item in result.items for word in item.category.split()]
    longest = max(text_width(word, canvas.form.text) for word in words)
    return place >= max(_NARROWEST, longest + 6)


def few_of(result: ParetoResult) -> int:
    """How many bars are filled: the first few, or all where no few stand out."""
    return result.first_few if result.stands_out else len(result.items)


def draw_bars(canvas: Canvas, result: ParetoResult, *, top: float, width: float) -> float:
    """All parts; returns how far down the drawing reaches."""
    frame = _frame(canvas, result, top, width)
    for item in result.items:
        _draw_bar(canvas, frame, result, item)
    draw_number_axis(canvas, frame)
    _draw_shares(canvas, frame)
    foot = max(_draw_name(canvas, frame, result, item) for item in result.items)
    _draw_running_share(canvas, frame, result)
    return foot + 10


def _frame(canvas: Canvas, result: ParetoResult, top: float, width: float) -> Frame:
    """A panel whose scale ends at the total, so that it ends at 100 % on the other side too."""
    whole = all(item.count == int(item.count) for item in result.items)
    round_axis = number_axis([0, result.total], wanted=canvas.form.steps, from_zero=True, whole=whole)
    ticks = tuple(tick for tick in round_axis.ticks if 0 <= tick.at <= result.total)
    axis = NumberAxis(0.0, result.total, ticks)
    right = width - canvas.width("100%", "t-num") - TICK * 2 - 4
    return Frame(
        left=left_margin(canvas, axis),
        right=right,
        top=top,
        height=canvas.form.plot_height,
        width=width,
        axis=axis,
    )


def _draw_shares(canvas: Canvas, frame: Frame) -> None:
    """The right side: shares of all, and a quiet line at 80 %."""
    right = num(frame.right)
    ticks = [(Tick(share * frame.axis.high, format_value(share, percent=True))) for share in _SHARES]
    canvas.path("axis", f"M{right} {num(frame.top - 2)}V{num(frame.bottom)}")
    canvas.path("tick", "".join([f"M{right} {num(frame.y(tick.at))}h4" for tick in ticks]))
    for tick in ticks:
        canvas.text("t-num", frame.right + TICK * 2, frame.y(tick.at) + 4.3, tick.label)
    canvas.path("leader", f"M{num(frame.left)} {num(frame.y(ticks[4].at))}H{right}")


def _place(frame: Frame, result: ParetoResult) -> float:
    return (frame.right - frame.left) / len(result.items)


def _middle(frame: Frame, result: ParetoResult, item: ParetoItem) -> float:
    return frame.left + (item.rank - 0.5) * _place(frame, result)


def _draw_bar(canvas: Canvas, frame: Frame, result: ParetoResult, item: ParetoItem) -> None:
    half = min(_WIDEST, _place(frame, result) * _BAR) / 2
    x, y = _middle(frame, result, item), frame.y(item.count)
    outline = f"M{num(x - half)} {num(frame.bottom)}V{num(y)}H{num(x + half)}V{num(frame.bottom)}z"
    title = f"<title>{escape(told(item, result.total))}</title>"
    if item.rank <= few_of(result):
        canvas.open("usual")
        canvas.add(f'<path d="{outline}">{title}</path>')
        canvas.close()
    else:
        canvas.path("band", outline)
        canvas.path("limit", outline)
    canvas.text("t-strong", x, y - 5, format_value(item.count), anchor="middle", halo=True)


def told(item: ParetoItem, total: float) -> str:
    """What a bar tells when pointed at."""
    so_far = format_value(item.cumulative_share, percent=True, decimals=0)
    return f"{item.category}: {format_value(item.count)} of {format_value(total)}. So far {so_far}"


def _draw_name(canvas: Canvas, frame: Frame, result: ParetoResult, item: ParetoItem) -> float:
    """The name below a bar, on as many lines as it needs; returns the height of the last."""
    y = frame.bottom + 4
    for line in wrap(item.category, _place(frame, result) - 4, canvas.form.text, lines=_LINES):
        y += _LINE
        canvas.text("t-num", _middle(frame, result, item), y, line, anchor="middle")
    return y


def _draw_running_share(canvas: Canvas, frame: Frame, result: ParetoResult) -> None:
    """The line of the bars stacked, with the first few named where it passes 80 %."""
    place = _place(frame, result)
    dots = [(frame.left + item.rank * place, frame.y(item.cumulative)) for item in result.items]
    canvas.add(f'<polyline{canvas.theme.pens["line"]} points="{points(dots)}"/>')
    canvas.open("usual")
    canvas.parts += [f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(canvas.form.radius)}"/>' for x, y in dots]
    canvas.close()
    few = few_of(result)
    if few < len(result.items):
        x, y = dots[few - 1]
        share = format_value(result.items[few - 1].cumulative_share * 100, decimals=0)
        name = result.items[0].category if few == 1 else f"The first {few}"
        below = frame.y(MOST * frame.axis.high) + 17
        canvas.text("t-strong", x + 9, max(y + 19, below), f"{name}: {share} of every 100", halo=True)
