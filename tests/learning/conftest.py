"""The cast."""

import pytest

from tests.build.cast import Cast, the_cast


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()
