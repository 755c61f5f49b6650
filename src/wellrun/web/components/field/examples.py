"""Examples of the field."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms

from wellrun.web.components.part import Example


class _Restraints(forms.Form):
    aim = forms.CharField(label="What is your aim?", help_text="What, by how much, by when.")
    number = forms.IntegerField(
        label="Restraints this week",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": "Type a number, like 3. You typed “three”."},
    )
    rules = forms.ChoiceField(label="How we spot change", choices=[("anhoej/1", "Anhøj: the quietest")])


def _empty() -> Mapping[str, object]:
    return {"form": _Restraints(initial={"aim": "Halve restraints by 30 June 2026"}, auto_id="empty-%s")}


def _wrong() -> Mapping[str, object]:
    form = _Restraints({"aim": "x", "number": "three", "rules": "anhoej/1"}, auto_id="wrong-%s")
    form.fields["number"].widget.attrs["data-example"] = "true"
    return {"form": form}


EXAMPLES = (
    Example(title="A question with help", template="{% field bound=form.aim %}", values=_empty),
    Example(title="A choice", template="{% field bound=form.rules %}", values=_empty),
    Example(
        title="Something to put right", template='{% field bound=form.number look="short" %}', values=_wrong
    ),
)
