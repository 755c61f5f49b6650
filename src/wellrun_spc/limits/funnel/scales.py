"""The scales on which units are compared: there a standard error depends on size alone, and limits can widen.

Spiegelhalter 2005, appendices A.1 and A.2; Spiegelhalter et al. 2012, Statistical methods for healthcare
regulation (square root); NHS Digital, SHMI methodology (logarithm).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import asin, exp, inf, log, pi, sin, sqrt


@dataclass(frozen=True, slots=True)
class Scale:
    """A transformation of the values, with its standard errors. ``o`` events among (or against) ``n``."""

    forward: Callable[[float], float]
    back: Callable[[float], float]
    transformed: Callable[[float, float], float]
    """A unit on this scale, from o and n; minus infinity where the scale has no place for no events."""
    unit_error: Callable[[float, float, float], float]
    """Standard error of a unit, from o, n and the target."""
    limit_error: Callable[[float, float], float]
    """Standard error at a denominator, from n and the target: what limits rest on."""

    def z(self, o: float, n: float, target: float) -> float:
        """Standard errors from the target."""
        return (self.transformed(o, n) - self.forward(target)) / self.unit_error(o, n, target)

    def limit(self, z: float, n: float, target: float, *, tau2: float = 0.0, phi: float = 1.0) -> float:
        """The value z standard errors from the target, widened by tau2 between units, or phi times within."""
        error = sqrt(phi * self.limit_error(n, target) ** 2 + tau2)
        return self.back(self.forward(target) + z * error)


_LARGEST_POWER = 690.0
"""A limit stops here (1e299), where the denominator is next to nothing."""


def _arcsine_back(angle: float) -> float:
    return sin(min(pi / 2, max(0.0, angle))) ** 2


def _square_back(root: float) -> float:
    return max(0.0, root) ** 2


def _exp(power: float) -> float:
    return exp(min(power, _LARGEST_POWER))


def _rate_error(o: float, n: float, target: float) -> float:  # noqa: ARG001 (all scales are asked alike)
    return sqrt(o / (o + 0.5) ** 2 + n / (n + 0.5) ** 2)


ARCSINE = Scale(
    forward=lambda value: asin(sqrt(value)),
    back=_arcsine_back,
    transformed=lambda o, n: asin(sqrt(o / n)),
    unit_error=lambda _o, n, _target: 0.5 / sqrt(n),
    limit_error=lambda n, _target: 0.5 / sqrt(n),
)
"""Proportions: asin sqrt p, with standard error 1 / (2 sqrt n)."""

LOG_RATE = Scale(
    forward=log,
    back=_exp,
    transformed=lambda o, n: log((o + 0.5) / (n + 0.5)),
    unit_error=_rate_error,
    limit_error=lambda n, target: sqrt(1 / (target * n) + 1 / n),
)
"""Rates: log (O + 1/2) / (n + 1/2), with squared standard error 1/O + 1/n; limits have the target's O."""

LOG_RATIO = Scale(
    forward=log,
    back=_exp,
    transformed=lambda o, n: log(o / n) if o else -inf,
    unit_error=lambda _o, n, target: 1 / sqrt(n * target),
    limit_error=lambda n, target: 1 / sqrt(n * target),
)
"""Standardised ratios as in SHMI: log O/E, with standard error 1 / sqrt E."""

ROOT_RATIO = Scale(
    forward=sqrt,
    back=_square_back,
    transformed=lambda o, n: sqrt(o / n),
    unit_error=lambda _o, n, _target: 0.5 / sqrt(n),
    limit_error=lambda n, _target: 0.5 / sqrt(n),
)
"""Standardised ratios as in the CQC's monitoring: sqrt O/E, with standard error 1 / (2 sqrt E)."""
