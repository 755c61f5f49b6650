"""What the form before did, said on the page that follows it: ``?done=answered``.

Only words of this file are ever said: an address that somebody passes on cannot put others on the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy

DONE: Mapping[str, str | Promise] = MappingProxyType(
    {
        "answered": _("Your answer goes to the whole team."),
        "asked": _("Asked. The answer comes back to the whole team."),
        "closed": _("Closed. Whoever was asked is told."),
        "coached": _("Saved. The team reads it."),
        "decided": worded_lazy(_("Your decision is saved in {the_test}.")),
        "note": _("Your note stands in the conversation about the measure."),
        "studied": worded_lazy(_("Saved in {the_test}.")),
        "told": worded_lazy(_("Saved in {the_test}.")),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A message that can be closed."""

    text: str
    close_url: str
    undo_url: str = ""


def done(address: str, what: str) -> str:
    """The address with what was done, before the part of the page that it leads to."""
    page, hash_mark, part = address.partition("#")
    return f"{page}?done={what}{hash_mark}{part}"


def done_on(request: HttpRequest) -> Done | None:
    words = DONE.get(request.GET.get("done", ""))
    return Done(text=str(words), close_url=request.path) if words else None
