"""A panel in words for the terminal: a line for each series, as for charts made one by one."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import numpy as np

from wellrun.cli.charting.panels.names import keys_of
from wellrun.cli.charting.words import table_lines
from wellrun_spc.panel.limits import limits_at
from wellrun_spc.panel.value import Core
from wellrun_spc.panel.words import words_of
from wellrun_spc.wording import decimals_for, format_value


def in_words(core: Core, title: str, *, unicode: bool) -> str:
    """The table of all series, under its title."""
    return "\n".join([title, "", *table_lines(_rows(core), unicode=unicode)]) + "\n"


def _rows(core: Core) -> list[tuple[str, ...]]:
    last = core.starts[1:] - 1
    limits = limits_at(core.computed, core.cuts.series[1:] - 1, last)
    lines = list(zip(limits.centre.tolist(), limits.lower.tolist(), limits.upper.tolist(), strict=True))
    decimals = _usual_decimals(core, lines)
    latest = np.where(core.latest < 0, np.nan, core.plotted[core.latest]).tolist()
    written = _Written(percent=core.options.percent, decimals=decimals)
    points = np.diff(core.starts).tolist()
    return [
        (key, str(count), written(value), *map(written, line), word)
        for key, count, value, line, word in zip(
            keys_of(core.keys), points, latest, lines, words_of(core), strict=True
        )
    ]


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


def _usual_decimals(core: Core, lines: Sequence[tuple[float, float, float]]) -> int:
    """The decimals that tell the lines of a middling series apart; its values, where it has no limits."""
    scale = 100 if core.options.percent else 1
    found = []
    for series, line in enumerate(lines):
        shown: Sequence[float] = line
        if isnan(line[1]):
            shown = core.plotted[core.starts[series] : core.starts[series + 1]].tolist()
        found.append(decimals_for(value * scale for value in shown if not isnan(value)))
    return sorted(found)[len(found) // 2]
