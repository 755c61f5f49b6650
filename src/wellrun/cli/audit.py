"""`wellrun audit`: check the chain of audit records, and write it out."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TextIO

import click

from wellrun.cli.setting_up import Stop, with_data

_SAY_AT_MOST = 50


@click.group()
def audit() -> None:
    """Check that no audit record was altered, or write them out."""


@audit.command()
@click.option(
    "--anchor",
    metavar="NUMBER:HASH",
    help="A record and its hash, as an earlier check printed them and you kept them elsewhere.",
)
@with_data
def verify(anchor: str | None) -> None:
    """Read every audit record again, and name any that was altered, removed, put in or moved.

    Exit code 0: all records are as they were written. 1: some are not. 2: the check could not run.
    """
    from wellrun.core.audit_check import Walk, faults

    walk = Walk(anchor=_anchor(anchor))
    found = list(islice(faults(walk), _SAY_AT_MOST))
    for fault in found:
        click.echo(fault.sentence)
    if found:
        if len(found) == _SAY_AT_MOST:
            click.echo("There may be more. These were the first.")
        raise SystemExit(1)
    click.echo(f"{walk.number:,} audit records, each as it was written.")
    click.echo(f"Anchor: {walk.number}:{walk.hash}")
    click.echo("Keep the anchor somewhere else, and give it to the next check with --anchor.")


@audit.command()
@click.argument("file", type=click.File("w", encoding="utf-8"), default="-")
@with_data
def export(file: TextIO) -> None:
    """Write every audit record to FILE, one JSON object a line; without FILE to the screen.

    The lines hold names, and all that is needed to check the chain elsewhere. Keep them as safe as
    the database.
    """
    from wellrun.core.audit_check import export as records

    file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records())


def _anchor(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,18}):([0-9a-f]{64})", text.strip())
    if found is None:
        raise Stop("An anchor looks like 120:9f3c… with 64 letters and digits. Copy the whole line.")
    return int(found[1]), found[2]
