"""Forms of the driver diagram."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy

LARGEST_ID = 2**62


def _text(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=200,
        error_messages={
            "required": _("Say it in a few words."),
        },
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
    source = forms.CharField(label=_("Whose idea was it?"), required=False, max_length=200)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MoveForm(forms.Form):
    """Which line of the diagram goes where."""

    link_id = forms.IntegerField(min_value=0, max_value=LARGEST_ID)
    parent_id = forms.IntegerField(label=_("Below"), min_value=0, max_value=LARGEST_ID, required=False)
    position = forms.IntegerField(min_value=-1, max_value=10_000)
    expected_version = forms.IntegerField(required=False)


class ServeForm(forms.Form):
    """One more parent."""

    parent_id = forms.IntegerField(label=_("It also serves"), min_value=0, max_value=LARGEST_ID)


class LeaveForm(forms.Form):
    """The line that is taken away."""

    link_id = forms.IntegerField(min_value=0, max_value=LARGEST_ID)


class MeasureForm(forms.Form):
    """A measure of the project that begins, or no longer has, to watch this part."""

    measure_id = forms.IntegerField(label=_("Measure"), min_value=0, max_value=LARGEST_ID)
    is_off = forms.BooleanField(required=False)


class VersionForm(forms.Form):
    """A name for the diagram as it is now."""

    name = forms.CharField(
        label=_("A name for it"),
        help_text=worded_lazy(_("Like: Before the first {tests}.")),
        max_length=120,
        error_messages={"required": worded_lazy(_("Give it a name, like “Before the first {tests}”."))},
    )
