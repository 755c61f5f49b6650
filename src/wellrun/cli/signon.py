"""`wellrun signon`: the way back from the shell, when an organisation's own service has failed."""

from __future__ import annotations

import os

import click

from wellrun.cli.setting_up import see_everything


@click.command()
@click.argument("organisation")
@click.option("--free", is_flag=True, help="People may sign in another way again.")
def signon(organisation: str, *, free: bool) -> None:
    """Say whether people of ORGANISATION have to use single sign-on, by its short name.

    With --free they no longer have to. An administrator can require it again in the pages.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
    import django

    django.setup()
    see_everything()
    from django.db import DatabaseError
    from django.utils import timezone

    from wellrun.core.actor import SYSTEM
    from wellrun.organisations import queries, services

    try:
        found = queries.organisation_with(organisation)
        if found is None:
            known = ", ".join(queries.all_slugs()) or "none yet"
            raise click.ClickException(f"There is no organisation “{organisation}”. There are: {known}.")
        if free:
            services.require_sign_on(actor=SYSTEM, organisation=found, is_required=False, now=timezone.now())
            found.refresh_from_db()
    except DatabaseError as error:
        raise click.ClickException("There is no database yet. Run `wellrun serve` once first.") from error
    names = ", ".join(each.name for each in queries.providers_for(found)) or "none is set up"
    rule = "required of everybody but its administrators" if found.requires_sign_on else "a choice"
    click.echo(f"{found.name}: single sign-on is {rule}. Services: {names}.")
