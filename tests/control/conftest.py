"""The cast."""

from tests.build.cast import Cast, the_cast
from tests.build.kept import kept


@kept
def cast(db: None) -> Cast:
    return the_cast()
