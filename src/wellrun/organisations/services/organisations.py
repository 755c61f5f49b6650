"""Writes to organisations as a whole."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Organisation, Unit
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.services.recording import recorded
from wellrun.organisations.services.units import hold_tree, named, placed_below
from wellrun.organisations.values import Change, Method

COUNTRY = re.compile(r"[A-Z]{2}|")


class OrganisationRefused(Refused):
    """Settings of an organisation that could not be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    name: str
    slug: str = ""
    code: str = ""
    code_scheme: str = ""
    country: str = ""
    language: str = "en-gb"
    method: str = "model_for_improvement"
    is_invented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSettings:
    """What an administrator says about the organisation."""

    name: str
    code: str = ""
    code_scheme: str = ""
    country: str = ""
    language: str = "en-gb"
    method: str = "model_for_improvement"


@transaction.atomic
def add_organisation(*, actor: Actor, organisation: NewOrganisation, now: datetime) -> Organisation:
    """Add an organisation with the root of its tree of units."""
    require_none_in(organisation.country, name=organisation.name)
    name = named(organisation.name)
    row = Organisation(
        name=name,
        slug=organisation.slug or slugify(name)[:80],
        code=organisation.code,
        code_scheme=organisation.code_scheme,
        country=organisation.country,
        language=organisation.language,
        method=organisation.method,
        is_invented=organisation.is_invented,
        created_at=now,
    )
    row.full_clean()
    row.save()
    placed_below(None, Unit(organisation=row, name=row.name, slug=row.slug, created_at=now))
    after = {"name": row.name, "slug": row.slug, "code": row.code, "code_scheme": row.code_scheme}
    recorded(actor, "organisation.added", thing_of(row), after=after, now=now)
    return row


@transaction.atomic
def change_organisation(
    *, actor: Actor, organisation: Organisation, settings: OrganisationSettings, now: datetime
) -> Change:
    """Change the organisation's settings. Its address stays, so that links go on working."""
    root = hold_tree(organisation.pk)
    may_administer(actor, root).require()
    row = Organisation.objects.get(pk=organisation.pk)
    wanted = asdict(_checked(row, settings))
    before = {name: getattr(row, name) for name in wanted}
    changed = [name for name in wanted if wanted[name] != before[name]]
    if not changed:
        return Change(id=0, sentence=_("Nothing has changed."))
    for name in changed:
        setattr(row, name, wanted[name])
    row.save(update_fields=changed)
    root.name = row.name
    root.save(update_fields=["name"])
    return recorded(
        actor,
        "organisation.changed",
        thing_of(row),
        before={name: before[name] for name in changed},
        after={name: wanted[name] for name in changed},
        now=now,
    )


@transaction.atomic
def note_export(*, actor: Actor, organisation: Organisation, now: datetime) -> Change:
    """Leave a record that somebody takes a copy of everything. Raises `NotAllowed`."""
    may_administer(actor, Unit.objects.get(organisation=organisation, parent=None)).require()
    return recorded(actor, "organisation.exported", thing_of(organisation), now=now)


def thing_of(row: Organisation) -> audit.Thing:
    return audit.Thing(kind="organisation", id=row.pk, organisation_id=row.pk)


def _checked(row: Organisation, wanted: OrganisationSettings) -> OrganisationSettings:
    """The settings as they are kept. Raises `OrganisationRefused`, with the remedy."""
    code, scheme = wanted.code.strip()[:40], wanted.code_scheme.strip().lower()[:40]
    country = wanted.country.strip().upper()
    if not COUNTRY.fullmatch(country):
        raise OrganisationRefused(
            _("Type the two letters of the country, like GB or UG, or leave it empty."), field="country"
        )
    if wanted.language not in dict(settings.LANGUAGES) and wanted.language != row.language:
        raise OrganisationRefused(_("Choose one of the languages in the list."), field="language")
    if wanted.method not in Method.values:
        raise OrganisationRefused(_("Choose one of the methods in the list."), field="method")
    others = Organisation.objects.filter(code=code, code_scheme=scheme).exclude(pk=row.pk)
    if code and others.exists():
        raise OrganisationRefused(
            _("Another organisation has this code already. Check it, or say whose code it is."), field="code"
        )
    require_none_in(country, name=wanted.name)
    return OrganisationSettings(
        name=named(wanted.name),
        code=code,
        code_scheme=scheme,
        country=country,
        language=wanted.language,
        method=wanted.method,
    )
