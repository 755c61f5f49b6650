"""`wellrun database`: set up the second lock of PostgreSQL, and back up what is in the data folder."""

from __future__ import annotations

from pathlib import Path

import click

from wellrun.cli.serving.owner import become_owner
from wellrun.cli.setting_up import Stop, with_data


@click.group()
def database() -> None:
    """Secure the database, and back it up."""


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


@database.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@with_data
def backup(folder: Path) -> None:
    """Copy the data folder to FOLDER while people work.

    FOLDER is then a data folder like any other: `wellrun serve --data FOLDER` starts from it. A copy that is
    there already is replaced once the new one is whole. It holds the secret key: keep it as safe as the
    data folder.
    """
    from django.conf import settings

    from wellrun.core.backup import CannotBackUp, back_up

    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        raise Stop("The database is PostgreSQL. Back it up with its own tools, for example pg_dump.")
    try:
        size = back_up(settings.DATA, folder)
    except CannotBackUp as refusal:
        raise Stop(str(refusal)) from refusal
    click.echo(f"Backup: {size / 1_000_000:.1f} MB, whole, in {folder}.")
