"""The cast and a measure, for tests of the domain."""

from tests.build.cast import Cast, the_cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from wellrun.measures.models import Measure


@kept
def cast(db: None) -> Cast:
    return the_cast()


@kept
def measure(cast: Cast) -> Measure:
    """Forty weekly counts at Riverside, kept by the owner."""
    return a_measure(cast)
