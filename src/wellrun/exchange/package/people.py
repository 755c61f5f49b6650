"""People as a package names them: a number within the record, and what they are called. Never an address."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.projects.values import Told


class People:
    """Everybody who is named so far, each once, whether they have an account here or came as words."""

    def __init__(self, told: Told, *, with_names: bool) -> None:
        self._told, self._with_names = told, with_names
        self._numbers: dict[tuple[str, int], int] = {}
        self._names: list[str] = []

    def here(self, person: Person | None) -> int | None:
        """Somebody with an account."""
        return None if person is None else self._number(("here", person.pk), person.name)

    def told(self, number: int | None) -> int | None:
        """Somebody of an earlier package."""
        name = self._told.person(number)
        if number is None or not name:
            return None
        here = self._told.here.get(str(number))
        return self._number(("here", here) if here is not None else ("told", number), name)

    def wrote(self, part: str, person: Person | None) -> int | None:
        """Who wrote a row: as its package said, where it came in one; otherwise the person of the row."""
        number = self._told.by.get(part)
        return self.here(person) if number is None else self.told(number)

    def rows(self) -> list[dict[str, Any]]:
        return [{"number": number, "name": name} for number, name in enumerate(self._names, 1)]

    def _number(self, key: tuple[str, int], name: str) -> int:
        if key not in self._numbers:
            number = self._numbers[key] = len(self._names) + 1
            self._names.append(name if self._with_names else _("Person %(number)d") % {"number": number})
        return self._numbers[key]
