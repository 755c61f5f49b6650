"""What each kind of chart is made from: counts, denominators, parts of a whole, subgroups."""

from __future__ import annotations

COUNTS = frozenset({"p", "u", "c", "np", "p_prime", "u_prime", "g"})
"""Charts of things counted: never below 0."""
WITH_DENOMINATORS = frozenset({"p", "u", "np", "p_prime", "u_prime", "i_prime"})
"""Charts that need denominators."""
WITHOUT_DENOMINATORS = frozenset({"c", "g", "t", "xbar", "s"})
"""Charts that have none; all other charts may have them."""
SHARES = frozenset({"p", "np", "p_prime"})
"""Charts of parts of a whole: the numerator is never above the denominator."""
SUBGROUPS = frozenset({"xbar", "s"})
"""Charts of several values at each point."""
GAPS = frozenset({"g", "t"})
"""Charts of what lies between one rare event and the next: a point is an event, not a period."""

_VOWELS = frozenset({"i", "mr", "np", "i_prime", "xbar", "s"})
"""Names that are spoken with a vowel first."""


def a_chart(kind: str) -> str:
    """The chart by name, with its article: "a p chart", "an np chart"."""
    return f"a{'n' * (kind in _VOWELS)} {kind} chart"
