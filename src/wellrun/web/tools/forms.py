"""Forms of tools. What a form asks comes from the table of kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wellrun.core.vocabulary import worded_lazy
from wellrun.projects.values.tools import (
    KINDS,
    LARGEST_NUMBER,
    LONGEST_GROUP,
    LONGEST_SUBJECT,
    LONGEST_TEXT,
    LONGEST_TITLE,
    POINTS_TO_CHOOSE,
    KindOfTool,
    Numbers,
    VoteMethod,
    ranks_for,
)

Choices = Sequence[tuple[str, Any]]


class NameForm(forms.Form):
    """What a tool is called, and what it is about."""

    title = forms.CharField(
        label=_("Name"),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Give it a name, so that people find it.")},
    )
    subject = forms.CharField(max_length=LONGEST_SUBJECT, required=False)
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        subject = self.fields["subject"]
        subject.label, subject.help_text = str(KINDS[kind].subject), str(KINDS[kind].example)


class CardForm(forms.Form):
    """A new card: its words, where it stands, its number."""

    text = forms.CharField(
        max_length=LONGEST_TEXT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Say it in a few words.")},
    )

    def __init__(self, *args: Any, kind: KindOfTool, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = str(kind.item)
        if len(places) > 1:
            self.fields["where"] = forms.ChoiceField(label=_("Where does it belong?"), choices=places)
        if kind.numbers is not None:
            self.fields["number"] = number_field(kind.numbers)

    @property
    def told(self) -> dict[str, Any]:
        """What the service is told."""
        cleaned = self.cleaned_data
        place, parent_id = where_in(cleaned.get("where", ""))
        return {
            "text": cleaned["text"],
            "number": cleaned.get("number"),
            "place": place,
            "parent_id": parent_id,
        }


class WriteForm(forms.Form):
    """The words of a card, and its number."""

    text = forms.CharField(
        label=_("In a few words"),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Say it in a few words.")},
    )
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: KindOfTool, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "write_%s", **kwargs})
        if kind.numbers is not None:
            self.fields["number"] = number_field(kind.numbers)


class MoveForm(forms.Form):
    """Where a card goes: a place, or below another card; and after how many others."""

    where = forms.CharField(required=False, max_length=LONGEST_GROUP + 10)
    position = forms.IntegerField(required=False, min_value=-1, max_value=LARGEST_NUMBER)


class BecomeForm(forms.Form):
    """What a card becomes in the driver diagram, and below what."""

    to = forms.ChoiceField(label=worded_lazy(_("In {the_driver_diagram}, it is")))

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - it is one
        field.choices = choices

    @property
    def told(self) -> dict[str, Any]:
        kind, _colon, parent = self.cleaned_data["to"].partition(":")
        return {"kind": kind, "parent_id": int(parent) if parent else None}


class GroupForm(forms.Form):
    """The name of a group: of a new one, or another name for the one it is ``about``."""

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_GROUP, error_messages={"required": _("Give it a name.")}
    )

    def __init__(self, *args: Any, about: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about


class RoundForm(forms.Form):
    """How to vote, and among which ideas where a tie is broken."""

    method = forms.ChoiceField(
        label=_("How do we vote?"),
        choices=VoteMethod.choices,
        initial=VoteMethod.RANK,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how to vote.")},
    )
    points = forms.TypedChoiceField(
        label=_("With points, how many has each person?"),
        choices=[(number, str(number)) for number in POINTS_TO_CHOOSE],
        coerce=int,
        empty_value=None,
        required=False,
        initial=POINTS_TO_CHOOSE[1],
    )
    among = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    @property
    def told(self) -> dict[str, Any]:
        named = self.cleaned_data["among"].split(",")
        among = {int(each) for each in named if each.isdecimal() and len(each) < 19}
        return {
            "method": self.cleaned_data["method"],
            "points": self.cleaned_data["points"] or 0,
            "among": among,
        }


class BallotForm(forms.Form):
    """One field for each idea: a rank to choose, or points to type."""

    def __init__(
        self, *args: Any, candidates: Iterable[tuple[int, str]], method: str, points: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = list(candidates)
        choices = [("", "–"), *((str(rank), str(rank)) for rank in ranks_for(len(listed)))]
        for item_id, text in listed:
            self.fields[f"item_{item_id}"] = (
                forms.TypedChoiceField(
                    label=text, choices=choices, coerce=int, empty_value=None, required=False
                )
                if method == VoteMethod.RANK
                else _whole_number(text, most=points)
            )

    @property
    def ballot(self) -> dict[int, int]:
        return {int(name.removeprefix("item_")): number or 0 for name, number in self.cleaned_data.items()}


def number_field(numbers: Numbers) -> forms.Field:
    """Steps to choose from, or a whole number."""
    if not numbers.choices:
        return _whole_number(numbers.label, most=LARGEST_NUMBER, is_needed=numbers.is_needed)
    choices: list[tuple[str, Any]] = [(str(step), words) for step, words in numbers.choices]
    return forms.TypedChoiceField(
        label=str(numbers.label),
        choices=choices if numbers.is_needed else [("", _("Not said")), *choices],
        coerce=int,
        empty_value=None,
        required=numbers.is_needed,
    )


def _whole_number(label: Any, *, most: int, is_needed: bool = False) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=most,
        required=is_needed,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Type a whole number, like 3."),
            "required": _("Type a whole number, like 3."),
        },
    )


def where_in(named: str) -> tuple[str, int | None]:
    """``place:Equipment`` or ``below:17`` as a place and a parent."""
    kind, _colon, rest = named.partition(":")
    if kind == "below" and rest.isdecimal() and len(rest) < 19:
        return "", int(rest)
    return rest, None
