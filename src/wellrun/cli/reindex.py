"""`wellrun reindex`: make the search index again."""

from __future__ import annotations

import os

import click

from wellrun.cli.setting_up import see_everything


@click.command()
@click.option("--missing", is_flag=True, help="Only what is not in the index yet: quick.")
def reindex(missing: bool) -> None:
    """Make the search index again from everything that can be found.

    People can save and search meanwhile. Needed after rows were written past Wellrun, for example by SQL.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wellrun.config.settings")
    import django

    django.setup()
    see_everything()
    from wellrun.core.search.index import how_many, rebuild

    with click.progressbar(length=0 if missing else how_many(), label="Search: indexing") as bar:
        count = rebuild(only_missing=missing, progress=bar.update)
    click.echo(f"Search: indexed {count} {'row' if count == 1 else 'rows'}.")
