"""`{% sign %}`: what the data says, as a shape with a letter. Always beside its word."""

from __future__ import annotations

from typing import Literal

from django.template import Context

from wellrun.web.components.icon.symbols import use_symbol
from wellrun_spc.draw.signs import sign_for

Size = Literal["sm", "md", "lg"]

COLOURS = {"good": "vi--good", "bad": "vi--bad", "shift": "vi--shift", "usual": ""}


def sign(context: Context, *, of: str, side: str = "", size: Size = "md") -> dict[str, object]:
    """The sign of a variation or an assurance.

    ``of`` is the reading's word (improving, hit_and_miss, ...); ``side`` is high or low where it matters.
    """
    found = sign_for(of, side)
    use_symbol(getattr(context, "request", None), found.name)
    return {
        "symbol": found.name,
        "colour": COLOURS[found.tone],
        "size": "" if size == "md" else f"vi--{size}",
    }
