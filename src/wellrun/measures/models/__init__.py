"""Measures and what belongs to them."""

from wellrun.measures.models.annotation import Annotation
from wellrun.measures.models.measure import Measure
from wellrun.measures.models.observation import Observation
from wellrun.measures.models.phase_start import PhaseStart
from wellrun.measures.models.use import MeasureUse

__all__ = ["Annotation", "Measure", "MeasureUse", "Observation", "PhaseStart"]
