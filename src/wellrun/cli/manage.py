"""`wellrun manage`: Django's management commands for an installed package."""

from __future__ import annotations

import os

import click


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's management commands: wellrun manage check."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
    from django.core.management import execute_from_command_line

    from wellrun.cli.setting_up import see_everything

    see_everything()
    execute_from_command_line(["wellrun manage", *arguments])
