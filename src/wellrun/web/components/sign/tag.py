"""`{% sign %}`: what the data says, as a shape with a letter. Always beside its word."""

from __future__ import annotations

from typing import Literal

from django.template import Context

from wellrun.web.components.icon.symbols import use_symbol

Size = Literal["sm", "md", "lg"]

# (meaning, side) -> (symbol, colour class). An empty side stands for both.
SIGNS: dict[tuple[str, str], tuple[str, str]] = {
    ("common_cause", ""): ("var-usual", ""),
    ("improving", "high"): ("var-good-high", "vi--good"),
    ("improving", "low"): ("var-good-low", "vi--good"),
    ("concerning", "high"): ("var-bad-high", "vi--bad"),
    ("concerning", "low"): ("var-bad-low", "vi--bad"),
    ("special_high", ""): ("var-shift", "vi--shift"),
    ("special_low", ""): ("var-shift-low", "vi--shift"),
    ("not_assessed", ""): ("as-none", ""),
    ("consistently_meets", ""): ("as-pass", "vi--good"),
    ("hit_and_miss", ""): ("as-mixed", ""),
    ("consistently_misses", ""): ("as-fail", "vi--bad"),
    ("no_target", ""): ("as-none", ""),
}


def sign(context: Context, *, of: str, side: str = "", size: Size = "md") -> dict[str, object]:
    """The sign of a variation or an assurance.

    ``of`` is the reading's word (improving, hit_and_miss, ...); ``side`` is high or low where it matters.
    """
    symbol, colour = SIGNS.get((of, side)) or SIGNS[of, ""]
    use_symbol(getattr(context, "request", None), symbol)
    return {"symbol": symbol, "colour": colour, "size": "" if size == "md" else f"vi--{size}"}
