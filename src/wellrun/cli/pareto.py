"""`wellrun pareto`: its options and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from wellrun.cli.charting.asked import format_of, pair
from wellrun.cli.charting.request import Format
from wellrun.cli.comparing.request import ParetoAsked
from wellrun.cli.comparing.run import compare_kinds
from wellrun.exchange.spelling import Decimal

DECIMALS: dict[str, Decimal] = {"point": ".", "comma": ","}
EXAMPLES = """
\b
Examples:
  wellrun pareto incidents.csv
  wellrun pareto incidents.csv --kind cause --top 6 -o causes.svg
  wellrun pareto totals.csv --kind cause --y count --format json
"""


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file")
@click.option("--kind", metavar="COL", help="Column that holds the kind of each event.")
@click.option("--y", metavar="COL", help="Column of counts; without one, each row counts as one.")
@click.option(
    "--where", metavar="COL=TEXT", multiple=True, help="Keep only rows that hold this text. Repeatable."
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook, by name or number.")
@click.option("--decimal", type=click.Choice(list(DECIMALS)), help="The decimal mark of the numbers.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Keep N kinds; put the rest together.")
@click.option("--keep-missing", is_flag=True, help="Count rows without a kind as “Not recorded”.")
@click.option("--title", default="", metavar="TEXT", help="What the chart shows.")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    help="What to make.  [default: by the name after -o, else text]",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was guessed.")
def pareto(**options: Any) -> None:
    """Count the kinds in FILE, a CSV or XLSX file, or - for standard input, most common first.

    Columns are guessed, and the guess is said on standard error.
    The exit code is 0 when the chart was made, and 2 when it could not be made; then nothing is written.
    """
    form = options.pop("form")
    options["where"] = tuple(map(pair, options["where"]))
    options["decimal"] = DECIMALS.get(options["decimal"])
    compare_kinds(ParetoAsked(**options, format=form or format_of(options["output"])))
