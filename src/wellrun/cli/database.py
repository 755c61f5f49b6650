"""`wellrun database`: bring the tables up to date, and set up the second lock of PostgreSQL."""

from __future__ import annotations

import click

from wellrun.cli.serving.owner import become_owner
from wellrun.cli.setting_up import Stop, with_data


@click.group()
def database() -> None:
    """Bring the database up to date, and secure it."""


@database.command()
def secure() -> None:
    """Bring PostgreSQL up to date and let it show each person their own rows alone.

    Makes the role that WELLRUN_DATABASE_URL names, which owns nothing and cannot step over the rules. Run
    as the owner that WELLRUN_DATABASE_OWNER_URL names. Repeating it does no harm; `wellrun serve` does so
    at each start.
    """
    _secure(become_owner())


@with_data
def _secure(pages: str) -> None:
    from urllib.parse import unquote, urlsplit

    from wellrun.cli.serving.preparation import prepare_database
    from wellrun.core.secure_database import CannotSecure, Role, secure

    parts = urlsplit(pages)
    if not parts.username:
        raise Stop("WELLRUN_DATABASE_URL names no role. Write it as postgres://role:password@host:5432/name.")
    prepare_database(click.echo)
    try:
        guarded = secure(Role(name=unquote(parts.username), password=unquote(parts.password or "")))
    except CannotSecure as refusal:
        raise Stop(str(refusal)) from refusal
    click.echo(f"Database: {guarded} tables show each person their own rows alone.")
