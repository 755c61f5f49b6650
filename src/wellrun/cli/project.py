"""`wellrun project`: a whole project to a file, and from a file into an organisation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wellrun.cli.setting_up import Stop, with_data

if TYPE_CHECKING:
    from wellrun.accounts.queries import Person
    from wellrun.core.actor import Actor
    from wellrun.exchange.package.planning import Plan
    from wellrun.exchange.package.reading import Package
    from wellrun.organisations.queries import Unit


@click.group()
def project() -> None:
    """Pack a whole project as one file, or bring one in."""


@project.command()
@click.argument("number", type=int)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--as", "email", default="", help="Address of the person who packs it. Else Wellrun itself.")
@click.option("--with-coaching", is_flag=True, help="With the coaching log: needs --as somebody of the team.")
@click.option("--without-conversations", is_flag=True, help="What people said stays here.")
@click.option("--without-names", is_flag=True, help="People are Person 1, Person 2.")
@with_data
def export(
    number: int,
    file: Path,
    email: str,
    *,
    with_coaching: bool,
    without_conversations: bool,
    without_names: bool,
) -> None:
    """Pack project NUMBER, as in its address, into FILE."""
    from django.utils import timezone

    from wellrun.core.actor import SYSTEM
    from wellrun.core.decision import Refused
    from wellrun.exchange.package.gathering import Choices
    from wellrun.exchange.package.services import export_project
    from wellrun.projects.queries import project_with

    actor = _actor(email) if email else SYSTEM
    found = project_with(number)
    if found is None:
        raise Stop(f"There is no project {number}.")
    talk = bool(email) and not without_conversations
    choices = Choices(coaching=with_coaching, conversations=talk, names=not without_names)
    try:
        sealed = export_project(actor=actor, project=found, choices=choices, now=timezone.now())
    except Refused as refusal:
        raise Stop(refusal.sentence) from refusal
    try:
        file.write_bytes(sealed.content)
    except OSError as error:
        raise Stop(f"{file} cannot be written: {error.strerror}.") from error
    click.echo(f"{file}: “{found.title}”, {len(sealed.content):,} bytes.")


@project.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--organisation", required=True, help="Its short name, as in its address.")
@click.option("--unit", default="", help="Short name of a unit. Without it: the whole organisation.")
@click.option("--as", "email", required=True, help="Address of the person who brings it, and leads it here.")
@click.option(
    "--person", "pairs", multiple=True, metavar="NAME=ADDRESS", help="Who of the package is who here."
)
@click.option("--again", is_flag=True, help="Bring another copy of a project that is here already.")
@click.option("--look", is_flag=True, help="Say what would come, and save nothing.")
@with_data
def bring(
    file: Path, organisation: str, unit: str, email: str, pairs: tuple[str, ...], *, again: bool, look: bool
) -> None:
    """Bring the project in FILE into an organisation.

    Exit code 0: it came, or with --look it could. 2: it could not, and nothing of it was saved.
    """
    from django.utils import timezone

    from wellrun.core.decision import Refused
    from wellrun.exchange.package.limits import FOR_COMMANDS
    from wellrun.exchange.package.opening import too_large
    from wellrun.exchange.package.planning import Arrival, plan_import
    from wellrun.exchange.package.reading import read_package
    from wellrun.exchange.package.services import import_project

    try:
        if file.stat().st_size > FOR_COMMANDS.packed:
            raise too_large(FOR_COMMANDS)
        package = read_package(file.read_bytes(), FOR_COMMANDS)
        arrival = Arrival(
            unit=_place(organisation, unit), package=package, here=_people(package, pairs), again=again
        )
        actor, now = _actor(email), timezone.now()
        plan = plan_import(actor, arrival, now=now)
        came = None if look else import_project(actor=actor, plan=plan, now=now).project.pk
    except Refused as refusal:
        more = " Add --again for another copy." if refusal.field == "again" else ""
        raise Stop(refusal.sentence + more) from refusal
    _tell(plan, came)


def _tell(plan: Plan, came: int | None) -> None:
    for each in plan.left_out:
        click.echo(f"Left out: {each.place}. {each.reason}")
    words = "would come" if came is None else f"came as project {came}"
    click.echo(f"“{plan.title}” {words}, with {len(plan.measures)} measures.")


def _person(email: str) -> Person:
    from wellrun.accounts.queries import person_with

    found = person_with(email)
    if found is None:
        raise Stop(f"Nobody here has the address {email}.")
    return found


def _actor(email: str) -> Actor:
    from wellrun.access import actor_for

    return actor_for(_person(email))


def _place(organisation: str, unit: str) -> Unit:
    from wellrun.organisations.queries import all_slugs, organisation_with, root_of, unit_with

    found = organisation_with(organisation)
    if found is None:
        known = ", ".join(all_slugs()) or "none yet"
        raise Stop(f"There is no organisation “{organisation}”. There are: {known}.")
    place = unit_with(found.pk, unit) if unit else root_of(found.pk)
    if place is None:
        raise Stop(f"“{organisation}” has no unit “{unit}”.")
    return place


def _people(package: Package, pairs: tuple[str, ...]) -> dict[int, Person]:
    numbers = {each["name"]: each["number"] for each in package.record["people"]}
    found = {}
    for pair in pairs:
        name, _sign, address = pair.rpartition("=")
        if name.strip() not in numbers:
            raise Stop(f"The package names no “{name.strip()}”. It names: {', '.join(numbers) or 'nobody'}.")
        found[numbers[name.strip()]] = _person(address.strip())
    return found
