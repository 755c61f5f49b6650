"""Examples of a remark."""

from __future__ import annotations

from wellrun.web.components.part import Example
from wellrun.web.components.remark.tag import Piece, Remark


def _one() -> dict[str, object]:
    words = (Piece(text="@Marcus Bell", is_name=True), Piece(text=", would the card help at night too?"))
    return {
        "of": Remark(
            by="Amina Yusuf",
            when="14 April 2026, 10:30",
            when_iso="2026-04-14T09:30:00+00:00",
            paragraphs=(words,),
            edited="Edited",
            edited_href="#remark",
            answers=("I will do this: Marcus Bell",),
        )
    }


def _gone() -> dict[str, object]:
    return {
        "of": Remark(
            by="Marcus Bell",
            when="14 April 2026, 11:02",
            when_iso="2026-04-14T10:02:00+00:00",
            gone="Removed by its author.",
        )
    }


def _hidden() -> dict[str, object]:
    return {
        "of": Remark(
            by="Marcus Bell",
            when="14 April 2026, 11:02",
            when_iso="2026-04-14T10:02:00+00:00",
            gone="Hidden by Amina Yusuf because: It names somebody in care.",
            kept_from="Read it: only its author and who can show it again see this",
            paragraphs=((Piece(text="Ask Mr K. in room 4."),),),
        )
    }


EXAMPLES = (
    Example(title="A question", template="{% remark of=of %}", values=_one),
    Example(title="Taken back", template="{% remark of=of %}", values=_gone),
    Example(title="Hidden, as its author sees it", template="{% remark of=of %}", values=_hidden),
)
