"""Series for panels: of every length and temper, and as columns of a table."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

LENGTHS = (1, 2, 3, 5, 8, 11, 12, 13, 20, 24, 36, 63, 64, 65, 66, 100, 300, 1000)
"""Up to 64 points are judged in words of bits, more by loops."""


def steady(chance: random.Random, length: int) -> list[float]:
    """Nothing but chance."""
    return [chance.gauss(50, 5) for _ in range(length)]


def tied(chance: random.Random, length: int) -> list[float]:
    """Few values, so that many are the same, and some on the centre."""
    return [float(chance.randint(0, 4)) for _ in range(length)]


def constant(chance: random.Random, length: int) -> list[float]:
    """A steady 10 %, whose mean is not quite 0.1 as computers add."""
    return [0.1] * length


def rising(chance: random.Random, length: int) -> list[float]:
    """Only ever more."""
    return [float(place) for place in range(length)]


def falling(chance: random.Random, length: int) -> list[float]:
    """Only ever less."""
    return [-place / 3 for place in range(length)]


def shifted(chance: random.Random, length: int) -> list[float]:
    """A change half way."""
    return [chance.gauss(50 + (place > length / 2) * 5, 3) for place in range(length)]


def huge(chance: random.Random, length: int) -> list[float]:
    """Values that lose each other when they are added."""
    return [chance.choice([1e16, -1e16, 1.0, 3.0, 0.1]) for _ in range(length)]


def tiny(chance: random.Random, length: int) -> list[float]:
    """Next to nothing."""
    return [chance.gauss(5e-300, 1e-301) for _ in range(length)]


TEMPERS = (steady, tied, constant, rising, falling, shifted, huge, tiny)


def columns(
    seed: int, *, series: int = 40, counts: bool = False, missing: float = 0.05
) -> dict[str, list[Any]]:
    """A table of series as lists, in order of series and month."""
    chance = random.Random(seed)
    made: dict[str, list[Any]] = {name: [] for name in ("unit", "month", "value", "n", "left_out", "aim")}
    for number in range(series):
        length = chance.choice(LENGTHS[:-2])
        temper = chance.choice(TEMPERS)
        step = chance.choice([1, 7, 30, 91, 365])
        begin = date(2019, 1, chance.randint(1, 28))
        values = [abs(value) % 40 // 1 if counts else value for value in temper(chance, length)]
        made["unit"] += [f"Ward {number}"] * length
        made["month"] += [begin + timedelta(days=step * place) for place in range(length)]
        made["value"] += [None if chance.random() < missing else value for value in values]
        made["n"] += [float(chance.randint(40, 200)) if number % 4 else 50.0 for _ in range(length)]
        made["left_out"] += [chance.random() < 0.05 for _ in range(length)]
        made["aim"] += [45.0 if place > 3 else None for place in range(length)]
    return made


def split(table: dict[str, list[Any]], by: str = "unit") -> dict[Any, dict[str, list[Any]]]:
    """The columns of each series on its own."""
    parts: dict[Any, dict[str, list[Any]]] = {}
    for row, key in enumerate(table[by]):
        part = parts.setdefault(key, {name: [] for name in table})
        for name, column in table.items():
            part[name].append(column[row])
    return parts
