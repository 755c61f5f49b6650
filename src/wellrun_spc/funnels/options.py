"""The options of a funnel, checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from wellrun_spc.limits.funnel import METHODS, Method
from wellrun_spc.limits.funnel.values import FunnelKind, FunnelMethod, Level, Overdispersion
from wellrun_spc.series import SeriesError, number
from wellrun_spc.series.numbers import LARGEST_COUNT


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for."""

    kind: FunnelKind
    name: FunnelMethod
    method: Method
    level: Level
    overdispersion: Overdispersion
    trim: float
    target: float | None
    """As plotted."""
    multiply: float
    rounds: bool

    def rounded(self, size: float) -> float:
        """The denominator that scores and limits rest on: as NHS Digital rounds it, where asked for."""
        return (round(size, 2) or size) if self.rounds else size

    def target_of(self, pairs: Sequence[tuple[float, float]]) -> float:
        """The value to compare with, not multiplied: as given, 1 for ratios, else all events over all."""
        if self.target is not None:
            return self.target / self.multiply
        if self.kind == "ratio":
            return 1.0
        return fsum(o for o, _ in pairs) / fsum(n for _, n in pairs)


def options_of(
    *,
    kind: FunnelKind,
    method: FunnelMethod,
    level: Level,
    overdispersion: Overdispersion,
    trim: float,
    target: float | None,
    multiply: float,
    round_expected: bool | None,
) -> Options:
    """The checked options; raises `SeriesError`."""
    _require_one_of("kind", kind, METHODS)
    _require_one_of(f"method of a {kind}", method, METHODS[kind])
    _require_one_of("level", level, (95, 99.8))
    _require_one_of("overdispersion", overdispersion, ("none", "additive", "multiplicative"))
    trim, multiply = number(trim, "trim"), number(multiply, "factor")
    target = None if target is None else number(target, "target")
    if not 0 <= trim < 0.5:
        raise SeriesError(
            f"A trim of {trim:g} leaves no units.", remedy="Use 0 to less than 0.5; 0.1 is usual."
        )
    if not 1 / LARGEST_COUNT <= multiply <= LARGEST_COUNT:
        raise SeriesError(
            f"Values cannot be multiplied by {multiply:g}.", remedy="Use a number above 0, like 1000."
        )
    _require_target(target, kind, multiply)
    chosen = METHODS[kind][method]
    return Options(
        kind=kind,
        name=method,
        method=chosen,
        level=level,
        overdispersion=overdispersion,
        trim=trim,
        target=target,
        multiply=multiply,
        rounds=chosen.rounds if round_expected is None else round_expected,
    )


def _require_one_of(what: str, given: object, known: object) -> None:
    names = list(known)  # type: ignore[call-overload]
    if given not in names:
        raise SeriesError(
            f"There is no {what} called {given}.", remedy=f"Use one of: {', '.join(map(str, names))}."
        )


def _require_target(target: float | None, kind: FunnelKind, multiply: float) -> None:
    if target is None:
        return
    share = target / multiply
    if kind == "proportion" and not 0 <= share <= 1:
        raise SeriesError(
            f"A target of {target:g} is no proportion.",
            remedy="Give it on the scale of the plotted values, like 0.95.",
        )
    if kind != "proportion" and not 1 / LARGEST_COUNT <= share <= LARGEST_COUNT:
        raise SeriesError(f"A target of {target:g} sets no limits.", remedy="Give a number above 0.")
