"""Forms of projects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.organisations.values import Perspective
from wellrun.projects.services import NewProject
from wellrun.projects.values import SeatRole
from wellrun.web.shell.fields import DayField, NumberField


class NewProjectForm(forms.Form):
    """Two minutes are enough."""

    title = forms.CharField(
        label=_("What do you want to make better?"),
        help_text=_("A short name, like: Calmer evenings on Alder Ward."),
        max_length=160,
        error_messages={"required": _("Give the project a name, like “Calmer evenings on Alder Ward”.")},
    )
    unit = forms.ChoiceField(
        label=_("Where?"),
        help_text=_("The team or service that does the work."),
        error_messages={"required": _("Choose the team or service.")},
    )
    why = forms.CharField(
        label=_("Why does it matter?"),
        help_text=_("In the words of the people it affects. Ask one of them. You can add it later."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    why_by = forms.CharField(
        label=_("Whose words are these?"),
        help_text=_("As they want to be named. Leave it empty if they do not."),
        required=False,
        max_length=160,
    )

    def __init__(self, *args: Any, units: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Choose")), *units]  # type: ignore[attr-defined]

    def project(self) -> NewProject:
        return NewProject(**{name: self.cleaned_data[name] for name in ("title", "why", "why_by")})


class AimForm(forms.Form):
    """What, for whom, how much, from where, by when."""

    what = forms.CharField(
        label=_("What do you want to achieve?"),
        help_text=_("One sentence. The result, not the way there."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say what you want to make better.")},
    )
    for_whom = forms.CharField(label=_("For whom?"), required=False, max_length=200)
    measured_by = forms.CharField(
        label=_("What will you count?"),
        help_text=_("For example: restraints a week."),
        required=False,
        max_length=200,
    )
    start = NumberField(
        label=_("Where are you now?"),
        help_text=_("A number. Leave it empty if you do not know yet."),
        required=False,
    )
    goal = NumberField(
        label=_("Where do you want to be?"), help_text=_("A number. Your best guess will do."), required=False
    )
    by_when = DayField(
        label=_("By when?"), help_text=_("You can change it later, and say why."), required=False
    )
    reason = forms.CharField(
        label=worded_lazy(_("Why does {the_aim} change?")),
        help_text=_("It stays in the history, so that others can follow."),
        required=False,
        max_length=500,
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["reason"]


class SeatForm(forms.Form):
    """Ask somebody to join the team."""

    email = forms.EmailField(
        label=_("Their e-mail address"),
        max_length=254,
        error_messages={"required": _("Type the e-mail address they sign in with.")},
    )
    role = forms.ChoiceField(label=_("Role"), choices=SeatRole.choices, initial=SeatRole.MEMBER)
    perspective = forms.ChoiceField(label=_("Comes as"), choices=Perspective.choices)
    title = forms.CharField(
        label=_("What do they bring?"),
        help_text=_("In their own words, like: Staff nurse, keeps the data."),
        required=False,
        max_length=120,
    )

    def refuse_too_often(self) -> None:
        self.add_error("email", _("Many addresses were tried in this hour. Wait a little, then try again."))

    def refuse_unknown(self) -> None:
        self.add_error(
            "email",
            _("Nobody here signs in with this address. Check it, or ask an administrator to invite them."),
        )
