"""Kinds of fields that every part of a record uses."""

from __future__ import annotations

from wellrun.exchange.package.shape import Whole

NUMBER = Whole()
NUMBER_OR_NONE = Whole(is_optional=True)
"""Of a person, driver or measure of the record."""
MANY, FEW = 2_000, 200
"""Entries of a list."""
LONG = 4_000
"""Letters of a long text."""
