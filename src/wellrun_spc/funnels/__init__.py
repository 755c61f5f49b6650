"""Funnels: units of different size compared at one time, with limits for what chance alone would do."""

from wellrun_spc.funnels.build import funnel
from wellrun_spc.funnels.result import Funnel
from wellrun_spc.limits.funnel.values import (
    CurvePoint,
    FunnelKind,
    FunnelLimits,
    FunnelMethod,
    FunnelUnit,
    Level,
    Overdispersion,
)

__all__ = [
    "CurvePoint", "Funnel", "FunnelKind", "FunnelLimits", "FunnelMethod", "FunnelUnit", "Level",
    "Overdispersion", "funnel",
]  # fmt: skip
