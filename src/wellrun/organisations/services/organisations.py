"""Writes to organisations as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Organisation, Unit
from wellrun.organisations.services.units import placed_below


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


@transaction.atomic
def add_organisation(*, actor: Actor, organisation: NewOrganisation, now: datetime) -> Organisation:
    """Add an organisation with the root of its tree of units."""
    require_none_in(organisation.country, name=organisation.name)
    row = Organisation(
        name=organisation.name,
        slug=organisation.slug or slugify(organisation.name)[:80],
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
    audit.record(
        actor=actor,
        action="organisation.added",
        thing=audit.Thing(kind="organisation", id=row.pk, organisation_id=row.pk),
        now=now,
        after={"name": row.name, "slug": row.slug, "code": row.code, "code_scheme": row.code_scheme},
    )
    return row
