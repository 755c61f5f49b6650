"""Cumulative charts: sums and averages that let small changes add up."""

from wellrun_spc.limits.cumulative.sums import (
    Averages,
    Side,
    average_run_length,
    cusum_sides,
    ewma_averages,
    one_side,
    weight,
)

__all__ = [
    "Averages", "Side", "average_run_length", "cusum_sides", "ewma_averages", "one_side", "weight",
]  # fmt: skip
