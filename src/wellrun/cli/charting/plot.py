"""A small chart in the terminal: the data as a line of dots, centre, limits, and marks for signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wellrun_spc.results import Point, Result
from wellrun_spc.wording import decimals_for, format_moment, format_value

HEIGHT = 13
WIDEST = 80
BRAILLE = 0x2800
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a Braille character: four rows of two dots."""
FINE_X, FINE_Y = 2, 4


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters of a chart."""

    centre: str
    limit: str
    target: str
    good: str
    bad: str
    higher: str
    lower: str
    left_out: str
    point: str
    axis: str
    corner: str
    floor: str
    uses_dots: bool


UNICODE = Marks("─", "┈", "═", "◆", "□", "▲", "▼", "○", "•", "│", "└", "─", uses_dots=True)
ASCII = Marks("-", ".", "=", "#", "X", "^", "v", "o", "*", "|", "+", "-", uses_dots=False)
NAMES = {"ucl": "upper limit", "lcl": "lower limit", "target": "target"}


def centre_name(result: Result) -> str:
    """What the centre line is: the mean of transformed times is none of the times."""
    return {"run": "median", "t": "typical"}.get(result.chart, "average")


def plotted(result: Result, *, unicode: bool, width: int = WIDEST) -> list[str]:
    """Draw a chart as lines of text, none wider than ``width``.

    Parameters
    ----------
    result : Result
        The computed chart.
    unicode : bool
        Whether the terminal can show more than ASCII.
    width : int
        Columns to use, at least 40.
    """
    marks = UNICODE if unicode else ASCII
    span = _span(result)
    if span is None:
        return ["(no numbers to draw)"]
    low, high = span
    ticks = _ticks(result, low, high)
    left = max(map(len, ticks.values())) + 1
    names = _line_names(result, low, high)
    room = max(10, width - left - 2 - (max(map(len, names.values()), default=0) + 1))
    grid = _grid(result, room, low, high, marks)
    lines = []
    for row, cells in enumerate(grid):
        name = f" {names[row]}" if row in names else ""
        lines.append(f"{ticks.get(row, ''):>{left}}{marks.axis}{''.join(cells)}{name}".rstrip())
    lines.append(f"{'':>{left}}{marks.corner}{marks.floor * room}")
    lines.append(f"{'':>{left}} {_ends(result, room)}")
    return lines


def legend(result: Result, *, unicode: bool) -> str:
    """What the marks mean, for those that are used."""
    marks = UNICODE if unicode else ASCII
    meanings = {
        marks.good: "good news",
        marks.bad: "bad news",
        marks.higher: "higher than usual",
        marks.lower: "lower than usual",
        marks.left_out: "left out",
    }
    used = {_mark(point, result, marks) for point in result.points if point.value is not None}
    return "   ".join(f"{mark} {meaning}" for mark, meaning in meanings.items() if mark in used)


def _span(result: Result) -> tuple[float, float] | None:
    """Lowest and highest number to be seen, with a little room."""
    seen = [
        number
        for point in result.points
        for number in (point.value, point.centre, point.lcl, point.ucl, point.target)
        if number is not None
    ]
    if not seen:
        return None
    low, high = min(seen), max(seen)
    room = (high - low) * 0.02 or abs(high) * 0.1 or 1.0
    return low - room, high + room


def _row(value: float, low: float, high: float, height: int = HEIGHT) -> int:
    """Row of a number, counted from the top."""
    return min(height - 1, max(0, int((high - value) / (high - low) * height)))


def _grid(result: Result, room: int, low: float, high: float, marks: Marks) -> list[list[str]]:
    grid = [[" "] * room for _ in range(HEIGHT)]
    at = _columns(len(result.points), room * FINE_X)
    for name, mark in (
        ("lcl", marks.limit),
        ("ucl", marks.limit),
        ("target", marks.target),
        ("centre", marks.centre),
    ):
        _draw_line(grid, [getattr(point, name) for point in result.points], at, mark, (low, high))
    if marks.uses_dots:
        _draw_dots(grid, result.points, at, low, high)
    for point, column in zip(result.points, at, strict=True):
        mark = _mark(point, result, marks)
        if point.value is not None and (
            mark != marks.point or not marks.uses_dots or len(result.points) == 1
        ):
            grid[_row(point.value, low, high)][column // FINE_X] = mark
    return grid


def _columns(count: int, room: int) -> list[int]:
    """Fine column of each point, spread over the room."""
    return [0] if count == 1 else [round(i * (room - 1) / (count - 1)) for i in range(count)]


def _draw_line(
    grid: list[list[str]], values: Sequence[float | None], at: list[int], mark: str, span: tuple[float, float]
) -> None:
    """A line of one character, up to half way to the neighbours of each point."""
    edges = [0, *((one + two) // 2 for one, two in pairwise(at)), len(grid[0]) * FINE_X]
    for value, start, end in zip(values, edges, edges[1:], strict=False):
        if value is not None:
            for column in range(start // FINE_X, -(-end // FINE_X)):
                grid[_row(value, *span)][column] = mark


def _draw_dots(
    grid: list[list[str]], points: Sequence[Point], at: list[int], low: float, high: float
) -> None:
    """Join neighbours by dots, eight to a character; a missing point leaves a gap, one left out does not."""
    cells: dict[tuple[int, int], int] = {}
    before: tuple[int, int] | None = None
    for point, x in zip(points, at, strict=True):
        if point.excluded:
            continue
        if point.value is None:
            before = None
            continue
        here = (x, _row(point.value, low, high, HEIGHT * FINE_Y))
        for fine_x, fine_y in _between(before or here, here):
            cell = (fine_y // FINE_Y, fine_x // FINE_X)
            cells[cell] = cells.get(cell, 0) | DOTS[fine_y % FINE_Y][fine_x % FINE_X]
        before = here
    for (row, column), dots in cells.items():
        grid[row][column] = chr(BRAILLE + dots)


def _between(one: tuple[int, int], two: tuple[int, int]) -> list[tuple[int, int]]:
    steps = max(abs(two[0] - one[0]), abs(two[1] - one[1]), 1)
    return [
        (round(one[0] + (two[0] - one[0]) * step / steps), round(one[1] + (two[1] - one[1]) * step / steps))
        for step in range(steps + 1)
    ]


def _mark(point: Point, result: Result, marks: Marks) -> str:
    """Shape says the same as in pictures: good news, bad news, neither, left out."""
    if point.excluded:
        return marks.left_out
    sides = {s.side for s in result.signals if s.located and point.position in s.positions}
    if not sides:
        return marks.point
    if result.direction == "neutral":
        return marks.higher if "high" in sides else marks.lower
    better = "high" if result.direction == "increase" else "low"
    return marks.good if better in sides else marks.bad


def _ticks(result: Result, low: float, high: float) -> dict[int, str]:
    """Numbers beside the axis: top, middle, bottom."""
    rows = (0, HEIGHT // 2, HEIGHT - 1)
    values = [high - (row + 0.5) * (high - low) / HEIGHT for row in rows]
    scale = 100 if result.percent else 1
    decimals = decimals_for(value * scale for value in values)
    return {
        row: format_value(value, percent=result.percent, decimals=decimals)
        for row, value in zip(rows, values, strict=True)
    }


def _line_names(result: Result, low: float, high: float) -> dict[int, str]:
    """Names at the end of the lines; where two lines meet, the more telling name stays."""
    last = result.points[-1]
    names: dict[int, str] = {}
    for line in ("lcl", "ucl", "target", "centre"):
        value = getattr(last, line)
        if value is not None:
            names[_row(value, low, high)] = centre_name(result) if line == "centre" else NAMES[line]
    return names


def _ends(result: Result, room: int) -> str:
    first, last = (format_moment(point.x, result.period) for point in (result.points[0], result.points[-1]))
    if len(result.points) == 1 or len(first) + len(last) + 2 > room:
        return first[:room]
    return f"{first}{last:>{room - len(first)}}"
