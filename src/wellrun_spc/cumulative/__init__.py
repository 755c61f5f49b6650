"""Cumulative charts: small changes, and rare or risk-adjusted events, seen soon because they add up."""

from wellrun_spc.cumulative.bernoulli import bernoulli_cusum
from wellrun_spc.cumulative.result import Cumulative
from wellrun_spc.cumulative.values import cusum, ewma
from wellrun_spc.cumulative.vlad import vlad
from wellrun_spc.limits.cumulative.values import CumulativePoint, CumulativeSignal

__all__ = ["Cumulative", "CumulativePoint", "CumulativeSignal", "bernoulli_cusum", "cusum", "ewma", "vlad"]
