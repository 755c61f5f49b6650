"""`wellrun invite`: an invitation from the shell, for the first people or where no letter arrives."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from wellrun.cli.setting_up import see_everything

if TYPE_CHECKING:
    from wellrun.organisations.queries import Unit

ROLES = ("member", "coach", "leader", "improvement_office", "administrator")


@click.command()
@click.argument("email")
@click.option("--organisation", required=True, help="Its short name, as in its address.")
@click.option("--unit", default="", help="Short name of a unit. Without it: the whole organisation.")
@click.option("--role", type=click.Choice(ROLES), default="member", show_default=True)
@click.option("--address", default="", help="Where people reach Wellrun. Else the first of WELLRUN_HOSTS.")
def invite(email: str, organisation: str, unit: str, role: str, address: str) -> None:
    """Invite EMAIL, and print the link.

    The link works once, for a week, for that address. No letter is sent: pass the link on yourself.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
    import django

    django.setup()
    see_everything()
    from django.conf import settings
    from django.db import DatabaseError
    from django.urls import reverse
    from django.utils import timezone

    from wellrun.core.actor import SYSTEM
    from wellrun.core.decision import Refused
    from wellrun.organisations import services

    try:
        place = _place(organisation, unit)
        _row, token = services.invite(actor=SYSTEM, unit=place, email=email, role=role, now=timezone.now())
    except Refused as refusal:
        raise click.ClickException(refusal.sentence) from refusal
    except DatabaseError as error:
        raise click.ClickException("There is no database yet. Run `wellrun serve` once first.") from error
    reached = address or settings.PUBLIC_ADDRESS
    click.echo(f"{reached.rstrip('/')}{reverse('invitation', args=[token])}")


def _place(organisation: str, unit: str) -> Unit:
    from wellrun.organisations import queries

    found = queries.organisation_with(organisation)
    if found is None:
        known = ", ".join(queries.all_slugs()) or "none yet"
        raise click.ClickException(f"There is no organisation “{organisation}”. There are: {known}.")
    place = queries.unit_with(found.pk, unit) if unit else queries.root_of(found.pk)
    if place is None:
        raise click.ClickException(f"“{organisation}” has no unit “{unit}”.")
    return place
