"""What a measure is in a project."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.measures.values import Kind
from wellrun.projects.queries import Driver


class UseForm(forms.Form):
    """Outcome, process or balancing, and the driver that it watches."""

    kind = forms.ChoiceField(
        label=_("What is it here?"),
        choices=Kind.choices,
        error_messages={"required": _("Choose outcome, process or balancing.")},
    )
    driver = forms.ChoiceField(label=worded_lazy(_("Which {driver} does it watch?")), required=False)

    def __init__(self, *args: Any, drivers: Iterable[Driver], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("None")), *((str(driver.pk), driver.text) for driver in drivers)]
        self.fields["driver"].choices = choices  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """The answers as the service takes them."""
        driver = self.cleaned_data["driver"]
        return {"kind": self.cleaned_data["kind"], "driver_id": int(driver) if driver else None}


class AddForm(UseForm):
    """A measure that is there already joins the family."""

    measure = forms.IntegerField(min_value=1, max_value=2**62)
