"""What was saved a moment ago; and what was typed about a test that takes it no more."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from wellrun.core.vocabulary import worded_lazy
from wellrun.web.components.define.tag import Term
from wellrun.web.huddle.forms import Typed
from wellrun.web.huddle.presenters.page import HuddlePage

SAID = {
    "told": worded_lazy(gettext_lazy("Saved in {the_test}.")),
    "studied": worded_lazy(gettext_lazy("Saved in {the_test}.")),
    "decided": worded_lazy(gettext_lazy("Your decision is saved in {the_test}.")),
    "note": gettext_lazy("Your note stands in the conversation about the measure."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What was saved, in a few words. Each is put right where it stands."""

    text: str
    close_url: str
    undo_url: str = ""


def saved_toast(done: str, *, close_url: str) -> Toast | None:
    """Nothing for a word that is not ours: the address may say anything."""
    return Toast(text=str(SAID[done]), close_url=close_url) if done in SAID else None


def present_unsent(page: HuddlePage, typed: Typed) -> tuple[Term, ...]:
    """Words about a test with which somebody went on meanwhile: shown, so that they are not lost."""
    shown: set[str] = set()
    for test in page.running:
        if typed.is_about("test", test.line.id):
            shown = {"happened"} | {name for name in ("study", "act") if getattr(test, name) is not None}
    if typed.kind != "test":
        return ()
    return tuple(
        Term(term=str(bound.label), text=str(bound.value()))
        for name, form in typed.forms.items()
        if name not in shown
        for bound in form
        if not bound.is_hidden and bound.value()
    )
