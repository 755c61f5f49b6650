"""Forms that bring a tree of units, or people, from a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.exchange.organisations.columns import Columns
from wellrun.exchange.tables import Table
from wellrun.web.measures.forms.new import BringForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: Mapping[str, Mapping[str, StrOrPromise]] = {
    "units": {
        "name": gettext_lazy("Name"),
        "code": gettext_lazy("Code"),
        "kind": gettext_lazy("Kind"),
        "parent": gettext_lazy("Belongs to (code or name)"),
    },
    "people": {
        "email": gettext_lazy("E-mail address"),
        "name": gettext_lazy("Name"),
        "unit": gettext_lazy("Unit (code or name)"),
        "role": gettext_lazy("Role"),
        "perspective": gettext_lazy("From which side"),
        "title": gettext_lazy("What they do"),
    },
}
NEEDED = {"units": ("name",), "people": ("email", "name")}


class BringTableForm(BringForm):
    """The same two ways to bring a table as for numbers."""


class WhichColumnsForm(forms.Form):
    """What each column is for; guessed, and a person can change it."""

    def __init__(self, *args: Any, kind: str, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._header = table.header
        for field, label in LABELS[kind].items():
            none = [] if field in NEEDED[kind] else [("", _("No such column"))]
            self.fields[field] = forms.ChoiceField(
                label=label,
                required=False,
                choices=[*none, *((str(at), name) for at, name in enumerate(table.header))],
            )

    def columns(self) -> Columns:
        """The columns by name, as far as the form is right."""
        chosen = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return {name: self._header[int(at)] if at else None for name, at in chosen.items()}


def places_of(table: Table, columns: Columns) -> dict[str, str]:
    """Columns as the form holds them: by their place in the table."""
    place = {name: str(at) for at, name in enumerate(table.header)}
    return {field: place[name] if name else "" for field, name in columns.items()}
