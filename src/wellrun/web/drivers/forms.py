"""Forms of the driver diagram."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def _text(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, error_messages={"required": _("Say it in a few words.")}
    )


class AddForm(forms.Form):
    """A new part below the one that is chosen."""

    text = _text(_("In a few words"))


class WriteForm(forms.Form):
    """The words of one part."""

    text = _text(_("In a few words"))
    why = forms.CharField(
        label=_("Why could it work?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MoveForm(forms.Form):
    """Which line of the diagram goes where."""

    link_id = forms.IntegerField(min_value=0)
    parent_id = forms.IntegerField(min_value=0, required=False)
    position = forms.IntegerField(min_value=-1)


class ServeForm(forms.Form):
    """One more parent."""

    parent_id = forms.IntegerField(min_value=0)
