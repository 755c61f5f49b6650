"""Forms about roles: who, which role, from which side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values import Perspective, Role
from wellrun.web.organisations.forms.units import QUIET

ROLE_HELP = _(
    "Members belong to this unit alone. Coaches, leaders, the improvement office and administrators also"
    " help the units below it."
)


class RoleForm(forms.Form):
    """The role a person holds on a unit."""

    role = forms.ChoiceField(label=_("Role"), help_text=ROLE_HELP, choices=Role.choices)
    perspective = forms.ChoiceField(label=_("From which side?"), choices=Perspective.choices)
    title = forms.CharField(
        label=_("What do they do there?"),
        help_text=_("In their own words: Ward manager, Peer worker. You can leave it empty."),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs=QUIET),
    )


class GiveRoleForm(RoleForm):
    """The same, with the person chosen among those that a search has found."""

    person = forms.ChoiceField(
        label=_("Who?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the person."),
            "invalid_choice": _("Choose one of the people in the list. Search again if yours is not there."),
        },
    )
    field_order = ("person", "role", "perspective", "title")

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = list(people)  # type: ignore[attr-defined]


class EndRoleForm(forms.Form):
    """Why a role ends."""

    reason = forms.CharField(
        label=_("Why does it end?"),
        help_text=_("It stays in the history. You can leave it empty."),
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs=QUIET),
    )
