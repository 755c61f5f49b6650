"""What measures are made of: choices, definitions, observations and changes as frozen values; periods."""

from wellrun.measures.values.changes import Change
from wellrun.measures.values.choices import (
    COUNT_CHARTS,
    RATIO_CHARTS,
    Chart,
    Direction,
    Kind,
    Period,
)
from wellrun.measures.values.definitions import MeasureDefinition, NewObservation, Numbers, NumberWords
from wellrun.measures.values.periods import next_period, snapped

__all__ = [
    "COUNT_CHARTS",
    "RATIO_CHARTS",
    "Change",
    "Chart",
    "Direction",
    "Kind",
    "MeasureDefinition",
    "NewObservation",
    "NumberWords",
    "Numbers",
    "Period",
    "next_period",
    "snapped",
]
