"""The form that says what a measure is, so that two people counting get the same answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.visibility import Visibility
from wellrun.measures.values import RATIO_CHARTS, Chart, Direction, Kind, MeasureDefinition, NumberWords
from wellrun.web.shell.fields import NumberField
from wellrun_spc import RULE_SETS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONG = {"rows": 2}
RULES_HELP = _("Anhøj is the quietest. NHS Making Data Count is what many in England know.")


def rule_choices() -> list[tuple[str, str]]:
    """The named rule sets, the quietest first."""
    return [(name, rules.title) for name, rules in RULE_SETS.items()]


def text(label: StrOrPromise, help_text: StrOrPromise = "", *, longest: int = 160) -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=longest)


def long_text(label: StrOrPromise, help_text: StrOrPromise = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=2000, widget=forms.Textarea(attrs=LONG)
    )


class DefinitionForm(forms.Form):
    """Everything a person says about a measure. Targets of percentages are typed as percentages."""

    name = text(_("What do you call it?"), _("For example: Restraints each week."))
    place = text(_("Where?"), _("A team, ward or service."))
    unit = forms.ChoiceField(
        label=_("Which unit?"),
        help_text=_("Its team can see it, and helps to look after it."),
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What kind of measure?"), required=False, choices=[("", _("Not said")), *Kind.choices]
    )
    direction = forms.ChoiceField(label=_("Which way is better?"), choices=Direction.choices)
    chart = forms.ChoiceField(label=_("Chart"), choices=Chart.choices)
    rules = forms.ChoiceField(label=_("How we spot change"), help_text=RULES_HELP, choices=rule_choices)
    target = NumberField(label=_("Target"), help_text=_("Leave empty if there is none."), required=False)
    y_label = text(_("What is one number?"), _("Beside the chart, for example: Restraints in the week."))
    numerator = text(_("What is the first number?"), _("The part, for example: Letters sent in 24 hours."))
    denominator = text(_("What is the second number?"), _("The whole, for example: People who went home."))
    counts = long_text(_("Count this"), _("So that two people counting get the same answer."))
    counts_not = long_text(_("Do not count"))
    where_and_who = long_text(_("Where and who"))
    source = long_text(_("Where it comes from"))
    how_often = long_text(_("How often"))
    agreed_by = long_text(_("Agreed by"))
    visibility = forms.ChoiceField(label=_("Who can see it?"), choices=Visibility.choices)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_ratio: bool, units: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Numbers stay what they are, so a part and a whole keep a chart of parts and wholes."""
        super().__init__(*args, **kwargs)
        none = ("", _("No unit: the organisation as a whole"))
        self.fields["unit"].choices = [none, *((str(pk), name) for pk, name in units)]  # type: ignore[attr-defined]
        charts = [choice for choice in Chart.choices if (choice[0] in RATIO_CHARTS) == is_ratio]
        self.fields["chart"].choices = charts  # type: ignore[attr-defined]
        if not is_ratio:
            del self.fields["numerator"], self.fields["denominator"]

    def definition(self, **kept: Any) -> MeasureDefinition:
        """What was typed, as the value services take.

        ``kept`` are parts of the measure this form does not change.
        """
        data = self.cleaned_data
        plain = (
            "name", "place", "kind", "direction", "chart", "rules", "counts", "counts_not", "where_and_who",
            "source", "how_often", "agreed_by", "visibility",
        )  # fmt: skip
        target = data["target"]
        return MeasureDefinition(
            **{name: data[name] for name in plain},
            target=target / 100 if target is not None and data["chart"] == Chart.P else target,
            words=NumberWords(
                y_label=data["y_label"],
                numerator=data.get("numerator", ""),
                denominator=data.get("denominator", ""),
            ),
            **kept,
        )
