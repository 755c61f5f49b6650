"""Writes to what a person chooses for themselves. Only they can."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.queries.profile import profile_change_for, profile_of
from wellrun.accounts.values import PROFILE, Digest, Profile, Theme
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.core.models import AuditRecord

LONGEST = {"name": 200, "about": 300}


class ProfileRefused(Refused):
    """A profile that could not be saved."""


@transaction.atomic
def change_profile(*, actor: Actor, profile: Profile, now: datetime) -> AuditRecord | None:
    """Save what the person chose. Returns the record of it, or ``None`` where nothing has changed."""
    person = _own(actor)
    wanted = replace(profile, name=on_one_line(profile.name), about=profile.about.strip())
    _require_sound(wanted)
    return _write(actor, person, wanted, now=now)


@transaction.atomic
def choose_theme(*, actor: Actor, theme: str, now: datetime) -> AuditRecord | None:
    """Light or dark; anything else lets the device decide."""
    person = _own(actor)
    chosen = theme if theme in Theme.values else ""
    return _write(actor, person, replace(profile_of(person), theme=chosen), now=now)


@transaction.atomic
def undo_profile_change(*, actor: Actor, change_id: int, now: datetime) -> AuditRecord | None:
    """Put back what a change replaced, unless it was changed again since."""
    person = _own(actor)
    record = profile_change_for(actor, change_id)
    if record is None:
        raise ProfileRefused(_("There is no such change."))
    before, after = record.before or {}, record.after or {}
    now_is = asdict(profile_of(person))
    if any(now_is[name] != value for name, value in after.items()):
        raise ProfileRefused(_("You have changed this since. It stays as it is."))
    wanted = replace(profile_of(person), **before)
    return _write(actor, person, wanted, now=now, undoes=record.pk)


def _own(actor: Actor) -> Person:
    return Person.objects.select_for_update().get(pk=actor.id)


def _require_sound(profile: Profile) -> None:
    if not profile.name:
        raise ProfileRefused(_("Type your name, as others should see it."), field="name")
    for field, longest in LONGEST.items():
        if len(getattr(profile, field)) > longest:
            raise ProfileRefused(_("Use at most %(count)d letters.") % {"count": longest}, field=field)
    require_none_in(name=profile.name, about=profile.about)
    if profile.language and profile.language not in dict(settings.LANGUAGES):
        raise ProfileRefused(_("Choose one of the languages in the list."), field="language")
    if profile.theme not in {"", *Theme.values}:
        raise ProfileRefused(_("Choose light, dark, or as your device says."), field="theme")
    if profile.digest not in Digest.values:
        raise ProfileRefused(_("Choose how often news should come."), field="digest")


def _write(
    actor: Actor, person: Person, wanted: Profile, *, now: datetime, undoes: int | None = None
) -> AuditRecord | None:
    old, new = asdict(profile_of(person)), asdict(wanted)
    changed = [name for name in new if new[name] != old[name]]
    if not changed:
        return None
    for name in changed:
        setattr(person, name, new[name])
    person.save(update_fields=changed)
    return audit.record(
        actor=actor,
        action="person.profile_changed",
        thing=audit.Thing(kind="person", id=person.pk, part=PROFILE),
        now=now,
        before={name: old[name] for name in changed},
        after={name: new[name] for name in changed},
        undoes=undoes,
    )
