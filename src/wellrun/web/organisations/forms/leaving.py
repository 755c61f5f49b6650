"""Forms for somebody who goes: who takes what they look after, and why they go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from wellrun.core.holdings import Holding
from wellrun.web.organisations.forms.units import QUIET

RESTS, FIRST = "rests", "first"


class PassOnForm(forms.Form):
    """For each thing that somebody looks after, who takes it; empty leaves it where it is."""

    def __init__(self, *args: Any, holdings: Sequence[Holding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holdings = holdings
        for each in holdings:
            if each.takers:
                people = [(str(number), name) for number, name in each.takers]
                self.fields[each.key] = forms.ChoiceField(
                    label=_("Who takes it?"),
                    choices=[("", _("Leave it for now")), *people],
                    required=False,
                    error_messages={"invalid_choice": _("Choose one of the people in the list.")},
                )

    def rows(self) -> Iterator[tuple[Holding, BoundField | None]]:
        for each in self.holdings:
            yield each, self[each.key] if each.key in self.fields else None

    def chosen(self) -> dict[str, int]:
        return {key: int(value) for key, value in self.cleaned_data.items() if value}


class EraseForm(forms.Form):
    """To forget somebody for good: their address is typed, so that it is the right person."""

    address = forms.CharField(
        label=_("Type their e-mail address"),
        help_text=_("So that it is the right person. It cannot be undone."),
        max_length=254,
        widget=forms.TextInput(attrs=QUIET),
        error_messages={"required": _("Type the e-mail address of the person you mean to forget.")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("It stays in the history, so name nobody here."),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs=QUIET),
    )

    def __init__(self, *args: Any, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._expected = expected

    def clean_address(self) -> str:
        typed = str(self.cleaned_data["address"]).strip()
        if typed.casefold() != self._expected.casefold():
            raise forms.ValidationError(
                _("This is not the address of this person. Look again whom you mean.")
            )
        return typed


class LeavingForm(forms.Form):
    """Why somebody goes, and whether it is known what then rests with nobody."""

    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("It stays in the history. You can leave it empty."),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs=QUIET),
    )
    leaves_work = forms.ChoiceField(
        label=_("What about the things they look after?"),
        choices=[
            (FIRST, _("I pass them on first")),
            (RESTS, _("They rest with nobody for now. I know that.")),
        ],
        initial=FIRST,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, has_work: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_work:
            del self.fields["leaves_work"]

    def told(self) -> dict[str, Any]:
        return {
            "reason": self.cleaned_data["reason"],
            "leaves_work": self.cleaned_data.get("leaves_work") == RESTS,
        }
