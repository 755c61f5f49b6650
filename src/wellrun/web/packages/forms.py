"""Forms of project packages: what goes in, the file, and who is who here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.accounts.queries import Person, person_with
from wellrun.exchange.package.gathering import Choices
from wellrun.exchange.package.limits import FOR_PAGES
from wellrun.exchange.package.opening import too_large
from wellrun.exchange.package.reading import Package, read_package
from wellrun.exchange.package.refusals import PackageRefused
from wellrun.projects.values import SeatRole

MOST_PEOPLE = 60
"""Who can be given a seat while a project is brought; the others can be on the team's page later."""


class PackingForm(forms.Form):
    """What whoever packs a project decides."""

    names = forms.ChoiceField(
        label=gettext_lazy("Names of people"),
        help_text=gettext_lazy("No e-mail address is ever in it."),
        choices=[
            ("write", gettext_lazy("Write them")),
            ("leave_out", gettext_lazy("Leave them out: Person 1, Person 2")),
        ],
        initial="write",
        widget=forms.RadioSelect,
    )
    coaching = forms.ChoiceField(
        label=gettext_lazy("Coaching log"),
        help_text=gettext_lazy("Only team and coach read it here. Whoever has the package can read it."),
        choices=[("leave_out", gettext_lazy("Leave it out")), ("take", gettext_lazy("Take it along"))],
        initial="leave_out",
        widget=forms.RadioSelect,
    )

    conversations = forms.ChoiceField(
        label=gettext_lazy("Conversations"),
        help_text=gettext_lazy(
            "What people said about it here, under their names, with earlier words and short answers."
            " Where names are left out, this is too."
        ),
        choices=[("take", gettext_lazy("Take them along")), ("leave_out", gettext_lazy("Leave them out"))],
        initial="take",
        widget=forms.RadioSelect,
    )

    def choices(self) -> Choices:
        return Choices(
            coaching=self.cleaned_data["coaching"] == "take",
            conversations=self.cleaned_data["conversations"] == "take",
            names=self.cleaned_data["names"] == "write",
        )


class PackageForm(forms.Form):
    """The file. It is measured before it is read, and read before it is kept."""

    file = forms.FileField(
        label=gettext_lazy("A project package"),
        help_text=gettext_lazy("The .zip file from “Take this project along”, up to 5 MB."),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose the package first.")},
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_file(self) -> tuple[str, bytes]:
        file = self.cleaned_data["file"]
        try:
            if file.size > FOR_PAGES.packed:
                raise too_large(FOR_PAGES)
            content: bytes = file.read()
            read_package(content, FOR_PAGES)
        except PackageRefused as refusal:
            raise forms.ValidationError(refusal.sentence) from refusal
        return file.name, content


class ArrivalForm(forms.Form):
    """Where it goes, and who of those in the team there is who here."""

    unit = forms.ChoiceField(
        label=gettext_lazy("Where?"), help_text=gettext_lazy("The team or service that goes on with it.")
    )
    again = forms.ChoiceField(
        label=gettext_lazy("Do you want another copy?"),
        help_text=gettext_lazy("The two go on apart from each other."),
        choices=[("no", gettext_lazy("No")), ("yes", gettext_lazy("Yes, bring another copy"))],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self, *args: Any, package: Package, units: Sequence[Any], asks_again: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        self._people = dict(wanted_people(package)[:MOST_PEOPLE])
        for number, name in self._people.items():
            self.fields[f"person_{number}"] = forms.EmailField(
                label=name,
                help_text=roles_of(package, number),
                required=False,
                widget=forms.EmailInput(attrs={"autocomplete": "off"}),
            )
        if not asks_again:
            del self.fields["again"]

    def refuse_too_often(self, typed: Mapping[str, str]) -> None:
        """What was typed stays, and is not looked up."""
        self.data = dict(typed)
        self.add_error(None, _("Many addresses were tried in this hour. Wait a little, then try again."))

    @property
    def people(self) -> list[forms.BoundField]:
        return [self[f"person_{number}"] for number in self._people]

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or self.cleaned_data)
        for number in self._people:
            address = data.get(f"person_{number}")
            if address and _open_account(address) is None:
                self.add_error(
                    f"person_{number}",
                    _("Nobody here has this address. Leave it empty to keep the name alone."),
                )
        return data

    def here(self) -> Mapping[int, Person]:
        """Who of the package is who here, as far as the form is right."""
        found = {
            number: _open_account(self.cleaned_data.get(f"person_{number}") or "") for number in self._people
        }
        return {number: person for number, person in found.items() if person is not None}


def newly_typed(before: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """Addresses that were not asked about yet."""
    asked, told = (
        {text.strip().casefold() for name, text in each.items() if name.startswith("person_")}
        for each in (before, now)
    )
    return told - asked - {""}


def _open_account(address: str) -> Person | None:
    """A closed account is told apart from none by nobody."""
    found = person_with(address)
    return found if found is not None and found.is_active else None


def wanted_people(package: Package) -> list[tuple[int, str]]:
    """Those who can have a seat or an action here: number and name, in the order of the team."""
    record = package.record
    names = {each["number"]: each["name"] for each in record["people"]}
    seated = [row["person"] for row in record["team"] if row["ended_at"] is None]
    doing = [row["person"] for row in record["actions"] if row["done_at"] is None]
    return [(number, names[number]) for number in dict.fromkeys([*seated, *doing]) if number is not None]


def roles_of(package: Package, number: int) -> str:
    """What somebody is in the team there: "Lead, Coach"."""
    held = [row["role"] for row in package.record["team"] if row["person"] == number and not row["ended_at"]]
    return ", ".join(str(SeatRole(role).label) for role in dict.fromkeys(held))
