"""What goes in: ordered periods with a value each, checked before anything is computed."""

from wellrun_spc.series.build import Series, series_of
from wellrun_spc.series.errors import SeriesError
from wellrun_spc.series.places import place_of, places_of

__all__ = ["Series", "SeriesError", "place_of", "places_of", "series_of"]
