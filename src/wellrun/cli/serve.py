"""`wellrun serve`: the pages and the background work as one command that stops cleanly."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from pathlib import Path

import click

from wellrun.cli.serving.address import AddressRefused, address, answers, require_free
from wellrun.cli.setting_up import see_everything
from wellrun.core import place

_OLDEST_PYTHON = (3, 11)


@click.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    envvar="PORT",
    show_default=True,
    show_envvar=True,
    help="Port of the address.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Use 0.0.0.0 to let the network in.")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="WELLRUN_DATA",
    default=Path("data"),
    show_default=True,
    show_envvar=True,
    help="Folder for the database, the secret key and files.",
)
@click.option(
    "--demo",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="WELLRUN_DEMO",
    show_envvar=True,
    help="Folder of demo data, loaded once.",
)
def serve(port: int, host: str, data: Path, demo: Path | None) -> None:
    """Start Wellrun: pages and background work, until Ctrl-C.

    Makes the data folder, brings the database up to date and prints the address to open. Running it again is
    quick and keeps the data.
    """
    require_python(sys.version_info[:2])
    try:
        require_free(host, port)
    except AddressRefused as refusal:
        raise _Stop(str(refusal)) from refusal
    _use_data_folder(data)
    os.environ["PORT"] = str(port)  # links in letters name it where WELLRUN_HOSTS names nothing
    _run(host, port, first=_prepare(demo))


def require_python(found: tuple[int, ...]) -> None:
    if found < _OLDEST_PYTHON:
        raise _Stop(
            f"Wellrun needs Python 3.11 or newer, and this is Python {found[0]}.{found[1]}."
            " Install a newer one from https://www.python.org/downloads/."
        )


def _use_data_folder(data: Path) -> None:
    folder = data.expanduser().absolute()
    os.environ[place.DATA_VARIABLE] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
    try:
        place.make_data_folder(folder)
        place.make_secret_key(folder)
    except OSError as error:
        raise _Stop(
            f"The data folder {folder} cannot be used: {error.strerror}. Choose another with --data."
        ) from error
    click.echo(f"Wellrun {version('wellrun')}")
    click.echo(f"Data folder: {folder}")


def _prepare(demo: Path | None) -> str:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    try:
        django.setup()
        see_everything()
        return _prepare_everything(demo)
    except ImproperlyConfigured as error:
        raise _Stop(str(error)) from error
    except DatabaseError as error:
        raise _Stop(
            f"The database cannot be used: {str(error).strip()}."
            " Check WELLRUN_DATABASE_URL, or the data folder."
        ) from error


def _prepare_everything(demo: Path | None) -> str:
    """Returns the path of the page that sets Wellrun up, where that was not done yet."""
    from django.utils import timezone

    from wellrun.cli.serving import preparation
    from wellrun.cli.serving.demo import DemoRefused, load_demo
    from wellrun.cli.serving.owner import prepare_as_owner

    prepare_as_owner(click.echo)
    preparation.prepare_static_files(click.echo)
    if demo is not None:
        try:
            load_demo(demo, now=timezone.now(), say=click.echo)
        except DemoRefused as refusal:
            raise _Stop(str(refusal)) from refusal
    preparation.prepare_background_work(click.echo)
    first = preparation.first_address()
    preparation.close_connections()
    return first


def _run(host: str, port: int, *, first: str) -> None:
    from wellrun.cli.serving.background import Background
    from wellrun.cli.serving.pages import serve_pages

    background = Background()

    def announce() -> None:
        if not answers(host, port):
            click.echo("The pages do not answer yet. The lines above may say why.", err=True)
        click.echo(f"Open {address(host, port)}  (Ctrl-C stops Wellrun)")
        if first:
            click.echo(f"Set Wellrun up: {address(host, port)}{first}  (works once)")
        _say_who_is_answered(host, port)
        background.start()

    try:
        serve_pages(host, port, on_start=announce)
    finally:
        background.stop()
    click.echo("Stopped. Your data is kept.")


def _say_who_is_answered(host: str, port: int) -> None:
    if host not in {"127.0.0.1", "::1", "localhost"} and not os.environ.get("WELLRUN_HOSTS"):
        click.echo(
            "Other machines get no answer until WELLRUN_HOSTS names the address that people type,"
            f" for example WELLRUN_HOSTS=http://ward-laptop:{port}"
        )


class _Stop(click.ClickException):
    """Something to put right before Wellrun can start."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 - the signature is click's
        click.echo(self.message, err=True)
