"""Writes to organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.organisations.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    name: str
    slug: str = ""
    code: str = ""
    code_scheme: str = ""
    country: str = ""
    language: str = "en-gb"


@transaction.atomic
def add_organisation(*, actor: Actor, organisation: NewOrganisation, now: datetime) -> Organisation:
    row = Organisation(
        name=organisation.name,
        slug=organisation.slug or slugify(organisation.name)[:80],
        code=organisation.code,
        code_scheme=organisation.code_scheme,
        country=organisation.country,
        language=organisation.language,
        created_at=now,
    )
    row.full_clean()
    row.save()
    audit.record(
        actor=actor,
        action="organisation.added",
        thing=audit.Thing(kind="organisation", id=row.pk, organisation_id=row.pk),
        now=now,
        after={"name": row.name, "slug": row.slug, "code": row.code, "code_scheme": row.code_scheme},
    )
    return row
