"""Who brings the tables up to date: the pages' own role, or on a secured PostgreSQL the tables' owner."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import click

from wellrun.cli.setting_up import Stop

OWNER = "WELLRUN_DATABASE_OWNER_URL"


def prepare_as_owner(say: Callable[[str], None]) -> None:
    """Bring the database up to date. The owner works in a process of its own: the pages never are it."""
    if not os.environ.get(OWNER, "").strip():
        from wellrun.cli.serving.preparation import prepare_database

        prepare_database(say)
        return
    command = [sys.executable, "-c", "from wellrun.cli.main import main; main()", "database", "secure"]
    if subprocess.run(command, check=False).returncode:  # noqa: S603 - our own command
        raise Stop("The database was not prepared. The lines above say why.")


def become_owner() -> str:
    """Use the owner's address from here on; returns the address of the pages. Before Django is set up."""
    pages, owner = (os.environ.get(name, "").strip() for name in ("WELLRUN_DATABASE_URL", OWNER))
    if not (pages and owner):
        raise Stop(
            "The second lock needs PostgreSQL and two addresses: WELLRUN_DATABASE_URL with the role of the"
            f" pages, and {OWNER} with the role that owns the tables."
        )
    os.environ["WELLRUN_DATABASE_URL"] = owner
    click.echo("Working as the owner of the tables.")
    return pages
