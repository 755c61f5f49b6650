"""Forms for a new measure: bring a file, say what its columns are, say what the measure is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.exchange.tables import DateOrderQuestion, Table
from wellrun.web.measures.bringing import EVERY_GROUP, MOST_GROUPS
from wellrun_spc.wording import format_date

LARGEST_FILE = 5_000_000
SHOWN_KEYS = 1000


class BringForm(forms.Form):
    """A file, or a table pasted from a spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("A file"),
        help_text=gettext_lazy("CSV or Excel (.xlsx), up to 5 MB. Drop it here, or choose it."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,text/csv"}),
    )
    table = forms.CharField(
        label=gettext_lazy("Or paste a table"),
        help_text=gettext_lazy(
            "Copy the cells in your spreadsheet, with the row of headings, and paste them here."
        ),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or self.cleaned_data)
        if not data.get("file") and not (data.get("table") or "").strip():
            self.add_error("file", _("Choose a file, or paste a table below."))
        elif data.get("file") and data["file"].size > LARGEST_FILE:
            self.add_error("file", _("This file is larger than 5 MB. Keep only the columns the chart needs."))
        return data

    def name_and_content(self) -> tuple[str, bytes]:
        """What was brought. A file goes before a paste: it is the greater effort."""
        file = self.cleaned_data["file"]
        if file:
            return file.name, file.read()
        return "", self.cleaned_data["table"].encode()


class ColumnsForm(forms.Form):
    """What each column is for; guessed, and a person can change it."""

    x = forms.ChoiceField(label=gettext_lazy("Dates"), required=False)
    y = forms.ChoiceField(label=gettext_lazy("Numbers"))
    n = forms.ChoiceField(
        label=gettext_lazy("Out of"),
        help_text=gettext_lazy("For percentages and rates: how many there were in all."),
        required=False,
    )
    by = forms.ChoiceField(
        label=gettext_lazy("Groups"),
        help_text=gettext_lazy("A column that tells wards or sites apart."),
        required=False,
    )
    note = forms.ChoiceField(label=gettext_lazy("Notes"), required=False)
    dates = forms.ChoiceField(widget=forms.RadioSelect, required=False)
    group = forms.ChoiceField(label=gettext_lazy("Which group?"), required=False)

    def __init__(
        self,
        *args: Any,
        table: Table,
        by: str,
        question: DateOrderQuestion | None,
        keys: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        columns = [(str(at), name) for at, name in enumerate(table.header)]
        self._choose("x", [("", _("No dates")), *columns])
        self._choose("y", columns)
        self._choose("n", [("", _("Nothing: each number stands alone")), *columns])
        together = [(by, " + ".join(table.header[int(at)] for at in by.split(",")))] if "," in by else []
        self._choose("by", [("", _("No groups: one measure")), *together, *columns])
        self._choose("note", [("", _("No notes")), *columns])
        self._ask_for_order(question)
        self._ask_for_group(keys)

    def _choose(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    def _ask_for_order(self, question: DateOrderQuestion | None) -> None:
        """The one question about dates that is never answered by a guess."""
        if question is None:
            del self.fields["dates"]
            return
        field = self.fields["dates"]
        field.label = _("How are the dates written?")
        field.help_text = _("Row %(row)s of “%(column)s” says %(example)s.") % {
            "row": question.row,
            "column": question.column,
            "example": question.example,
        }
        self._choose(
            "dates",
            [
                ("day-first", _("Day first: %(day)s") % {"day": format_date(question.day_first)}),
                ("month-first", _("Month first: %(day)s") % {"day": format_date(question.month_first)}),
            ],
        )

    def _ask_for_group(self, keys: Sequence[str]) -> None:
        if len(keys) < 2:
            del self.fields["group"]
            return
        every = [(EVERY_GROUP, _("All %(count)d: a measure for each") % {"count": len(keys)})]
        first = (
            every if len(keys) <= MOST_GROUPS else [("", _("Choose one of %(count)d") % {"count": len(keys)})]
        )
        self._choose("group", [*first, *((key, key) for key in keys[:SHOWN_KEYS])])
