"""What was done, in a few words that are also read aloud."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.web.drivers.presenters.page import DriversPage

SAID: Mapping[str, str | Promise] = {
    "add": gettext_lazy("Added."),
    "write": gettext_lazy("The words are saved."),
    "serve": gettext_lazy("It serves one more part now."),
    "leave": gettext_lazy("This line is taken away."),
    "measure": gettext_lazy("Saved what is watched here."),
    "restore": gettext_lazy("Put back."),
    "version": gettext_lazy("This version is kept."),
}


def said(done: str, page: DriversPage) -> str:
    """Nothing for a word that is not ours: the address may say anything."""
    if done == "place" and page.chosen is not None and page.chosen.places:
        place = page.chosen.places[0]
        return _("Moved: number %(number)d of %(all)d below %(parent)s.") % {
            "number": place.number,
            "all": place.of,
            "parent": place.parent,
        }
    return str(SAID.get(done, ""))
