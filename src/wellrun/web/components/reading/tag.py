"""`{% reading %}`: what the chart says, in words.

The words come first in importance; the chart is the evidence.
"""

from __future__ import annotations

from collections.abc import Sequence


def reading(*, of: str, word: str, lines: Sequence[str], side: str = "") -> dict[str, object]:
    """Sign and word, one fact, one meaning, one next step. ``of`` is a variation or an assurance."""
    look = {
        "improving": "good",
        "concerning": "bad",
        "consistently_meets": "good",
        "consistently_misses": "bad",
    }.get(of, "")
    if of in {"special_high", "special_low"}:
        look = "shift"
    return {"of": of, "side": side, "word": word, "lines": [line for line in lines if line], "look": look}
