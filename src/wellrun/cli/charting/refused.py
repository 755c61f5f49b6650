"""Refusals of the command: words on standard error, exit code 2, nothing written."""

from __future__ import annotations

from typing import IO, Any

import click

from wellrun.exchange.tables import TableError


class Refused(click.ClickException):
    """Something the command cannot do, said in the words of the trouble itself."""

    exit_code = 2

    def __init__(self, message: str, *, remedy: str = "", option: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy
        self.option = option

    @classmethod
    def of(cls, error: TableError) -> Refused:
        """The same words, with the option that helps."""
        return cls(error.message, remedy=error.remedy, option=error.option)

    def show(self, file: IO[Any] | None = None) -> None:
        """Say what is wrong, what to do, and which option does it."""
        lines = [f"Error: {self.message}", self.remedy, f"Try: {self.option}" if self.option else ""]
        click.echo("\n".join(line for line in lines if line), file=file, err=file is None)
