"""Series of all kinds, for statements that hold for every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

import wellrun_spc as spc

RULES = list(spc.RULE_SETS)
SINGLE = ("run", "i", "mr")
RATIOS = ("p", "u", "np", "p_prime", "u_prime", "i_prime")
SUBGROUPS = ("xbar", "s")
COUNTS = ("c", "g")

quarters = st.integers(-400, 400).map(lambda k: k / 4)
"""Numbers with ties among them, that sums and differences do not round."""


def values(least: int = 1, missing: bool = True) -> st.SearchStrategy[list[float | None]]:
    """Single values, some of them missing, often repeated."""
    one = st.one_of(st.none(), quarters, st.integers(0, 3).map(float)) if missing else quarters
    return st.lists(one, min_size=least, max_size=40)


@st.composite
def ratios(draw: st.DrawFn) -> tuple[list[float | None], list[float | None]]:
    """Numerators and denominators, some missing."""
    rows = draw(
        st.lists(st.tuples(st.integers(1, 60), st.floats(0, 1), st.booleans()), min_size=1, max_size=40)
    )
    parts: list[float | None] = [None if gone else round(share * whole) for whole, share, gone in rows]
    return parts, [whole for whole, _, _ in rows]


def times(least: int = 1) -> st.SearchStrategy[list[float | None]]:
    """Times between events, some missing, often repeated."""
    one = st.one_of(st.none(), st.integers(1, 400).map(lambda k: k / 4), st.integers(1, 3).map(float))
    return st.lists(one, min_size=least, max_size=40)


def subgroups(least: int = 1) -> st.SearchStrategy[list[list[float | None]]]:
    """Several values at each point, of one size or of many; some points have none."""
    alike = st.lists(quarters, min_size=3, max_size=3)
    varied = st.lists(st.one_of(quarters, quarters, quarters, st.none()), max_size=5)
    return st.one_of(
        st.lists(alike, min_size=least, max_size=25), st.lists(varied, min_size=least, max_size=25)
    )


@st.composite
def charts(draw: st.DrawFn, kinds: Sequence[str] = spc.CHARTS) -> tuple[dict[str, Any], list[Any]]:
    """Any chart: its options, and its values."""
    kind = draw(st.sampled_from(kinds))
    given: list[Any]
    options: dict[str, Any] = {"chart": kind, "rules": draw(st.sampled_from(RULES))}
    if kind in RATIOS:
        given, options["n"] = draw(ratios())
    elif kind in SUBGROUPS:
        given = draw(subgroups())
    elif kind == "t":
        given = draw(times())
    elif kind in COUNTS:
        given = draw(st.lists(st.one_of(st.none(), st.integers(0, 30).map(float)), min_size=1, max_size=40))
    else:
        given = draw(values())
    places = st.integers(0, len(given) - 1)
    options["excluded"] = draw(st.lists(places, max_size=3))
    options["phases"] = sorted(draw(st.sets(places, max_size=3)))
    options["freeze"] = draw(st.one_of(st.none(), st.integers(2, 40)))
    options["direction"] = draw(st.sampled_from(["increase", "decrease", "neutral"]))
    options["target"] = draw(st.one_of(st.none(), quarters))
    options["bridge_gaps"] = draw(st.booleans())
    return options, given
