"""Django for commands that look at the data of an installation."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

P = ParamSpec("P")
T = TypeVar("T")


class Stop(click.ClickException):
    """Something to put right first: exit code 2, and the sentence as it is."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 - the signature is click's
        click.echo(self.message, err=True)


def see_everything() -> None:
    """A command is the installation itself: the second lock is for people."""
    from wellrun.core.second_lock import work_as_system

    work_as_system()


def with_data(command: Callable[P, T]) -> Callable[P, T]:
    """Load the settings before the command runs, and say in words where the database cannot be used."""

    @wraps(command)
    def ready(*args: P.args, **kwargs: P.kwargs) -> T:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
        import django
        from django.core.exceptions import ImproperlyConfigured
        from django.db import DatabaseError

        try:
            django.setup()
            see_everything()
            return command(*args, **kwargs)
        except ImproperlyConfigured as error:
            raise Stop(str(error)) from error
        except DatabaseError as error:
            raise Stop(
                f"The database cannot be used: {str(error).strip()}."
                " Check WELLRUN_DATABASE_URL, or start `wellrun serve` once to bring it up to date."
            ) from error

    return ready
