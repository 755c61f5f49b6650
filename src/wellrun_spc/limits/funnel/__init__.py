"""Funnels: the limits within which units that differ by chance alone would lie, by size."""

from wellrun_spc.limits.funnel.exact import (
    binomial_quantile,
    chi_square_limits,
    chi_square_quantile,
    poisson_quantile,
)
from wellrun_spc.limits.funnel.methods import METHODS, Method
from wellrun_spc.limits.funnel.spread import Spread, spread_of

__all__ = [
    "METHODS", "Method", "Spread", "binomial_quantile", "chi_square_limits", "chi_square_quantile",
    "poisson_quantile", "spread_of",
]  # fmt: skip
