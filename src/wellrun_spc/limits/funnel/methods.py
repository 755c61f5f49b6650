"""The named methods of a funnel: which limits, which scale, and how the spread of the units is measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from wellrun_spc.limits.funnel.exact import binomial_quantile, chi_square_limits, poisson_quantile
from wellrun_spc.limits.funnel.scales import ARCSINE, LOG_RATE, LOG_RATIO, ROOT_RATIO, Scale
from wellrun_spc.limits.funnel.values import FunnelKind, FunnelLimits, FunnelMethod

Pair: TypeAlias = tuple[float, float]
TAILS = {0.025: 1.959964, 0.001: 3.090232}
"""The chance of lying beyond each 95 % limit, and beyond each 99.8 % limit, with its normal quantile.

Quantiles are written to six decimals, as in print and in the programs people compare us with: 1 part in 10^8.
"""


@dataclass(frozen=True, slots=True)
class Method:
    """One way to make a funnel."""

    scale: Scale
    pair: Callable[[float, float, float], Pair]
    """Lower and upper unadjusted limit, from the tail, the denominator and the target."""
    truncate: bool = False
    """Extreme units are left out when the spread is measured, not drawn in."""
    rounds: bool = False
    """Expected numbers are rounded to 2 decimals first, as NHS Digital does for SHMI."""
    whole: bool = False
    """Denominators must be whole numbers."""

    def unadjusted(self, n: float, target: float) -> FunnelLimits:
        """Limits that allow for chance alone."""
        return limits_of([self.pair(tail, n, target) for tail in TAILS], target)

    def adjusted(self, n: float, target: float, *, tau2: float = 0.0, phi: float = 1.0) -> FunnelLimits:
        """Limits that also allow for tau2 between units, or for phi times the variance within them."""
        pairs = []
        for z in TAILS.values():
            low, high = (self.scale.limit(side * z, n, target, tau2=tau2, phi=phi) for side in (-1, 1))
            pairs.append((low, high))
        return limits_of(pairs, target)


def limits_of(pairs: list[Pair], target: float) -> FunnelLimits:
    """Limits at 95 % and 99.8 %; the target always lies between them."""
    (low95, high95), (low998, high998) = ((min(low, target), max(high, target)) for low, high in pairs)
    return FunnelLimits(lcl95=low95, ucl95=high95, lcl998=low998, ucl998=high998)


def _binomial(tail: float, n: float, target: float) -> Pair:
    return binomial_quantile(tail, n, target) / n, binomial_quantile(1 - tail, n, target) / n


def _binomial_prediction(tail: float, n: float, target: float) -> Pair:
    return binomial_quantile(tail, n, target) / n, binomial_quantile(1 - tail, n, target, upper=True) / n


def _poisson(tail: float, n: float, target: float) -> Pair:
    return poisson_quantile(tail, n * target) / n, poisson_quantile(1 - tail, n * target) / n


def _poisson_prediction(tail: float, n: float, target: float) -> Pair:
    return poisson_quantile(tail, n * target) / n, poisson_quantile(1 - tail, n * target, upper=True) / n


def _chi_square(tail: float, n: float, target: float) -> Pair:
    low, high = chi_square_limits(tail, n * target)
    return low / n, high / n


def _arcsine(tail: float, n: float, target: float) -> Pair:
    return ARCSINE.limit(-TAILS[tail], n, target), ARCSINE.limit(TAILS[tail], n, target)


def _log_rate(tail: float, n: float, target: float) -> Pair:
    if not target:
        return 0.0, 0.0
    return LOG_RATE.limit(-TAILS[tail], n, target), LOG_RATE.limit(TAILS[tail], n, target)


METHODS: Mapping[FunnelKind, Mapping[FunnelMethod, Method]] = MappingProxyType(
    {
        "proportion": {
            "exact": Method(ARCSINE, _binomial, whole=True),
            "prediction": Method(ARCSINE, _binomial_prediction, whole=True),
            "arcsine": Method(ARCSINE, _arcsine),
        },
        "rate": {
            "exact": Method(LOG_RATE, _poisson),
            "prediction": Method(LOG_RATE, _poisson_prediction),
            "log": Method(LOG_RATE, _log_rate),
        },
        "ratio": {
            "exact": Method(LOG_RATIO, _poisson, truncate=True),
            "prediction": Method(LOG_RATIO, _poisson_prediction, truncate=True),
            "shmi": Method(LOG_RATIO, _chi_square, truncate=True, rounds=True),
            "cqc": Method(ROOT_RATIO, _chi_square),
        },
    }
)
