"""Centre lines and limits, one module for each family of charts."""

from wellrun_spc.limits.counts import count_lines, rate_lines
from wellrun_spc.limits.factors import EXACT, PUBLISHED, RangeFactors
from wellrun_spc.limits.individuals import individual_lines, range_lines
from wellrun_spc.limits.lines import Lines
from wellrun_spc.limits.proportions import number_lines, proportion_lines
from wellrun_spc.limits.ratios import Ratios
from wellrun_spc.limits.runs import median_line

__all__ = [
    "EXACT", "PUBLISHED", "Lines", "RangeFactors", "Ratios", "count_lines", "individual_lines", "median_line",
    "number_lines", "proportion_lines", "range_lines", "rate_lines",
]  # fmt: skip
