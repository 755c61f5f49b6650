"""From checked units to a frozen funnel: scores, spread, limits, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from math import isfinite, sqrt

from wellrun_spc.funnels.notices import notices_of
from wellrun_spc.funnels.options import Options
from wellrun_spc.funnels.result import Funnel
from wellrun_spc.funnels.units import Unit, require_whole
from wellrun_spc.funnels.words import reading_words, told, unit_words
from wellrun_spc.limits.funnel import Spread, chi_square_quantile, spread_of
from wellrun_spc.limits.funnel.values import CurvePoint, FunnelLimits, FunnelUnit

_CURVE_STEPS = 100
_ROOM_BELOW, _ROOM_ABOVE = 0.8, 1.05
"""The curve runs a little beyond the smallest and the largest unit."""


def computed(units: Sequence[Unit], missing_rows: int, options: Options) -> Funnel:
    """The funnel of these units."""
    if options.method.whole:
        require_whole(units)
    pairs = [
        (unit.observed, options.rounded(unit.size))
        for unit in units
        if unit.observed is not None and unit.size is not None
    ]
    target = options.target_of(pairs)
    z, spread = _scores(pairs, target, options)
    bounds = Bounds(options, target, spread)
    scored = iter(zip(z, spread.trimmed if spread else (False,) * len(z), strict=True))
    result = Funnel(
        kind=options.kind,
        method=options.name,
        overdispersion=options.overdispersion,
        level=options.level,
        trim=options.trim,
        multiply=options.multiply,
        percent=options.kind == "proportion" and options.multiply == 1,
        target=target * options.multiply,
        target_given=options.target is not None,
        phi=spread.phi if spread else None,
        tau2=spread.tau2 if spread else None,
        overdispersed=_overdispersed(spread),
        adjusted=bounds.in_force,
        units=tuple(
            _empty(unit)
            if unit.observed is None or unit.size is None
            else bounds.unit(unit.name, unit.observed, unit.size, *next(scored))
            for unit in units
        ),
        curve=bounds.curve([n for _, n in pairs]),
        sentence="",
        plain="",
    )
    return _worded(result, missing_rows, spread)


def _scores(
    pairs: Sequence[tuple[float, float]], target: float, options: Options
) -> tuple[list[float | None], Spread | None]:
    """The z-score of each unit and the spread of all; nothing where the scale has no place for the target."""
    scale = options.method.scale
    try:
        z = [scale.z(o, n, target) for o, n in pairs]
    except ValueError:  # the logarithm of a pooled rate of nought
        return [None] * len(pairs), None
    # where there are no events, the square root scale always has an answer: 2 (sqrt 0 - sqrt E)
    instead = [-2 * sqrt(n * target) for _, n in pairs]
    errors = [scale.unit_error(o, n, target) for o, n in pairs]
    spread = spread_of(z, errors, trim=options.trim, truncate=options.method.truncate, instead=instead)
    return [score if isfinite(score) else other for score, other in zip(z, instead, strict=True)], spread


def _overdispersed(spread: Spread | None) -> bool:
    return spread is not None and spread.phi * spread.count > chi_square_quantile(0.95, spread.count)


def _empty(unit: Unit) -> FunnelUnit:
    return FunnelUnit(
        unit=unit.name,
        numerator=None,
        denominator=None,
        value=None,
        z=None,
        trimmed=False,
        unadjusted=None,
        adjusted=None,
        outside95=None,
        outside998=None,
    )


class Bounds:
    """The limits of one funnel at any denominator, each computed once."""

    def __init__(self, options: Options, target: float, spread: Spread | None) -> None:
        self._options = options
        self._target = target
        self._widened = spread if options.overdispersion != "none" else None
        self.in_force = self._widened is not None and self._widened.phi > 1
        self.at = cache(self._at)

    def _at(self, n: float) -> CurvePoint:
        method, spread = self._options.method, self._widened
        adjusted = None
        if spread is not None and self._options.overdispersion == "additive":
            adjusted = method.adjusted(n, self._target, tau2=spread.tau2)
        elif spread is not None:
            adjusted = method.adjusted(n, self._target, phi=max(1.0, spread.phi))
        return CurvePoint(
            denominator=n,
            unadjusted=self._multiplied(method.unadjusted(n, self._target)),
            adjusted=None if adjusted is None else self._multiplied(adjusted),
        )

    def _multiplied(self, limits: FunnelLimits) -> FunnelLimits:
        by = self._options.multiply
        return FunnelLimits(
            lcl95=limits.lcl95 * by,
            ucl95=limits.ucl95 * by,
            lcl998=limits.lcl998 * by,
            ucl998=limits.ucl998 * by,
        )

    def unit(self, name: str, o: float, n: float, z: float | None, trimmed: bool) -> FunnelUnit:
        """A unit with its limits, and where it lies."""
        limits = self.at(self._options.rounded(n))
        value = o / n * self._options.multiply
        force = limits.adjusted if self.in_force and limits.adjusted is not None else limits.unadjusted
        return FunnelUnit(
            unit=name,
            numerator=o,
            denominator=n,
            value=value,
            z=z,
            trimmed=trimmed,
            unadjusted=limits.unadjusted,
            adjusted=limits.adjusted,
            outside95=force.side(value, 95),
            outside998=force.side(value, 99.8),
        )

    def curve(self, sizes: Sequence[float]) -> tuple[CurvePoint, ...]:
        """Limits along the chart, closer together where they bend."""
        low, high = sqrt(min(sizes) * _ROOM_BELOW), sqrt(max(sizes) * _ROOM_ABOVE)
        along = [(low + (high - low) * step / _CURVE_STEPS) ** 2 for step in range(_CURVE_STEPS + 1)]
        if self._options.method.whole:
            along = sorted({float(max(1, round(n))) for n in along})
        return tuple(self.at(n) for n in along)


def _worded(result: Funnel, missing_rows: int, spread: Spread | None) -> Funnel:
    units = []
    for unit in result.units:
        said = unit_words(unit, result)
        sentence, plain = map(told, said) if said else ("", "")
        units.append(replace(unit, sentence=sentence, plain=plain, messages=said))
    field, everyday = reading_words(result)
    notices = notices_of(result, missing_rows, spread.count if spread else 0)
    return replace(
        result,
        units=tuple(units),
        sentence=told(field),
        plain=told(everyday),
        messages=(field, everyday),
        notices=tuple(map(told, notices)),
        notice_messages=notices,
    )
