"""What happened to an organisation, its units and roles, in one sentence for each action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from wellrun.organisations.values.choices import Role

State = Mapping[str, Any]
THINGS = ("organisation", "unit", "membership")
"""What the audit records of this domain are about."""


def sentence_of(action: str, *, before: State | None, after: State | None, person: str = "") -> str:
    """One sentence for one change; the action itself where there are no words for it.

    ``person`` is who a role is about: the record keeps an id, so that a name can be erased.
    """
    old, new = before or {}, after or {}
    state = {**old, **new}
    words = {
        "name": state.get("name", ""),
        "before": old.get("name", ""),
        "place": new.get("parent", ""),
        "person": person or _("Somebody"),
        "unit": state.get("unit", ""),
        "role": _role(state.get("role", "")),
        "old_role": _role(old.get("role", "")),
        "count": new.get("count", 0),
        # PostgreSQL keeps no order of keys, so the words have one of their own.
        "fields": ", ".join(sorted(_WORDS.get(key, key) for key in new if old.get(key) != new[key])),
    }
    if action == "unit.changed" and old.get("name", "") != new.get("name", ""):
        action = "unit.renamed"
    if action == "membership.changed" and old.get("role") != new.get("role"):
        action = "membership.role"
    return _SENTENCES[action]() % words if action in _SENTENCES else action


def _role(role: str) -> str:
    return str(Role(role).label).lower() if role in Role.values else role


_SENTENCES: dict[str, Callable[[], str]] = {
    "organisation.added": lambda: _("Added %(name)s."),
    "organisation.changed": lambda: _("Changed the organisation’s settings: %(fields)s."),
    "organisation.sign_on_required": lambda: _("Made single sign-on required."),
    "organisation.sign_on_freed": lambda: _("Made single sign-on a choice again."),
    "organisation.exported": lambda: _("Took out a copy of everything."),
    "organisation.units_brought": lambda: _("Brought a tree of units from a file. Rows: %(count)s."),
    "organisation.people_brought": lambda: _("Brought people from a file. Rows: %(count)s."),
    "unit.added": lambda: _("Added %(name)s."),
    "unit.renamed": lambda: _("Renamed %(before)s to %(name)s."),
    "unit.changed": lambda: _("Changed what is said about %(name)s: %(fields)s."),
    "unit.moved": lambda: _("Moved %(name)s to %(place)s."),
    "unit.closed": lambda: _("Closed %(name)s. Its history stays."),
    "unit.reopened": lambda: _("Opened %(name)s again."),
    "membership.given": lambda: _("%(person)s became %(role)s of %(unit)s."),
    "membership.role": lambda: _("%(person)s became %(role)s of %(unit)s. Before: %(old_role)s."),
    "membership.changed": lambda: _("Changed what is said of %(person)s in %(unit)s: %(fields)s."),
    "membership.ended": lambda: _("%(person)s is no longer %(role)s of %(unit)s."),
    "membership.resumed": lambda: _("%(person)s is %(role)s of %(unit)s again."),
}

_WORDS = {
    "code_scheme": "code scheme",
    "method": "improvement method",
}
