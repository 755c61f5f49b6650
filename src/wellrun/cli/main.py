"""The `wellrun` command: its words, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

WORDS = {
    "chart": ("wellrun.cli.chart", "Chart a CSV or XLSX file, in the terminal or as a file."),
    "funnel": ("wellrun.cli.funnel", "Compare units of different size, with limits for chance."),
    "pareto": ("wellrun.cli.pareto", "Count kinds, most common first."),
    "rules": ("wellrun.cli.rules", "List the rule sets, and how often each is wrong."),
    "simulate": ("wellrun.cli.simulate", "Make up a series with a known shift."),
    "serve": ("wellrun.cli.serve", "Start the pages and the background work, until Ctrl-C."),
    "audit": ("wellrun.cli.audit", "Check that no audit record was altered, or write them out."),
    "database": ("wellrun.cli.database", "Secure the database, and back it up."),
    "invite": ("wellrun.cli.invite", "Invite somebody from the shell, and print the link."),
    "project": ("wellrun.cli.project", "Pack a whole project as one file, or bring one in."),
    "signon": ("wellrun.cli.signon", "Show whether single sign-on is required, and take that back."),
    "reindex": ("wellrun.cli.reindex", "Make the search index again."),
    "manage": ("wellrun.cli.manage", "Django's management commands."),
}
"""Each word with its module, in which the command has the same name, and its help in short."""


class Words(click.Group):
    """A group that imports a command when it is called: a chart needs no web server to start."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """The words, in the order of their use."""
        return list(WORDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load one command."""
        if cmd_name not in WORDS:
            return None
        command = getattr(import_module(WORDS[cmd_name][0]), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the words without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(word, short) for word, (_, short) in WORDS.items()])


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="wellrun", prog_name="wellrun", message="%(prog)s %(version)s")
def main() -> None:
    """Wellrun: charts that people can trust, from a file or in the browser."""
