"""What goes in: ordered periods with a value each, checked before anything is computed."""

from wellrun_spc.series.axis import X
from wellrun_spc.series.build import Series, series_of
from wellrun_spc.series.errors import SeriesError, written
from wellrun_spc.series.kinds import GAPS, SHARES, SUBGROUPS, WITH_DENOMINATORS, WITHOUT_DENOMINATORS, a_chart
from wellrun_spc.series.numbers import LARGEST, number, numbers, require_same_length
from wellrun_spc.series.places import as_period, matches_nothing, places_of

__all__ = [
    "GAPS", "LARGEST", "SHARES", "SUBGROUPS", "WITHOUT_DENOMINATORS", "WITH_DENOMINATORS", "Series",
    "SeriesError", "X", "a_chart", "as_period", "matches_nothing", "number", "numbers", "places_of",
    "require_same_length", "series_of", "written",
]  # fmt: skip
