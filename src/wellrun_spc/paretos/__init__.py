"""Pareto charts: which kinds are most common, in order, with their running share."""

from wellrun_spc.limits.pareto import ParetoItem
from wellrun_spc.paretos.build import pareto
from wellrun_spc.paretos.result import Pareto

__all__ = ["Pareto", "ParetoItem", "pareto"]
