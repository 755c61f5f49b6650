"""A panel in words for the terminal: a line for each series, as for charts made one by one."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import NamedTuple

import numpy as np

from wellrun.cli.charting.panels.names import keys_of
from wellrun.cli.charting.words import table_lines
from wellrun_spc.panel.limits import limits_at
from wellrun_spc.panel.value import Core
from wellrun_spc.panel.words import words_of
from wellrun_spc.wording import decimals_for, format_value


class Told(NamedTuple):
    """What the line of one series says."""

    key: str
    points: int
    numbers: tuple[float, float, float, float]
    """Latest value, centre and limits; NaN where there is none."""
    decimals: int
    """Decimals that tell its lines apart."""
    word: str


def told_of(core: Core) -> list[Told]:
    """The line of each series."""
    last = core.starts[1:] - 1
    limits = limits_at(core.computed, core.cuts.series[1:] - 1, last)
    latest = np.where(core.latest < 0, np.nan, core.plotted[core.latest])
    columns = (latest, limits.centre, limits.lower, limits.upper)
    numbers = list(zip(*(column.tolist() for column in columns), strict=True))
    points, decimals = np.diff(core.starts).tolist(), _decimals(core, numbers)
    return list(map(Told, keys_of(core.keys), points, numbers, decimals, words_of(core)))


def in_words(told: Sequence[Told], title: str, *, percent: bool, unicode: bool) -> str:
    """The table of all series, under its title; with as many decimals as a middling one needs."""
    decimals = sorted(each.decimals for each in told)[len(told) // 2]
    written = _Written(percent=percent, decimals=decimals)
    rows = [(each.key, str(each.points), *map(written, each.numbers), each.word) for each in told]
    return "\n".join([title, "", *table_lines(rows, unicode=unicode)]) + "\n"


class _Written(dict[float, str]):
    """Numbers in words. Many series share few of them, so what has been written is kept."""

    def __init__(self, *, percent: bool, decimals: int) -> None:
        self._percent = percent
        self._decimals = decimals
        super().__init__()

    def __missing__(self, value: float) -> str:
        text = "" if isnan(value) else format_value(value, percent=self._percent, decimals=self._decimals)
        self[value] = text
        return text

    def __call__(self, value: float) -> str:
        return self[value]


def _decimals(core: Core, numbers: Sequence[tuple[float, float, float, float]]) -> list[int]:
    """The decimals that tell the lines of each series apart; its values, where it has no limits."""
    scale = 100 if core.options.percent else 1
    found = []
    for series, (_, *lines) in enumerate(numbers):
        shown = lines
        if isnan(lines[1]):
            shown = core.plotted[core.starts[series] : core.starts[series + 1]].tolist()
        found.append(decimals_for(value * scale for value in shown if not isnan(value)))
    return found
