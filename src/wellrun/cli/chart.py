"""`wellrun chart`: its options and their help."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, get_args

import click

from wellrun.cli.charting.asked import format_of, pair
from wellrun.cli.charting.request import READINGS, Format, NumberStyle, Request, Screening
from wellrun.cli.charting.run import run
from wellrun.exchange.spelling import Decimal
from wellrun_spc import RULE_SETS
from wellrun_spc.results import ChartKind, Direction

PLACE = "K|DATE"
DECIMALS: dict[str, Decimal] = {"point": ".", "comma": ","}
EXAMPLES = """
\b
Examples:
  wellrun chart falls.csv
  wellrun chart ae.csv --x period --y breaches --n attendances --by org_code
  wellrun chart falls.xlsx --target 3 --direction decrease -o falls.svg
  wellrun chart falls.csv --phase 2024-06-01 --format json
"""


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file")
@click.option("--x", metavar="COL", help="Column of dates or periods.")
@click.option("--y", metavar="COL", help="Column of numbers, or of numerators.")
@click.option("--n", metavar="COL", help="Column of denominators.")
@click.option(
    "--by", metavar="COL", multiple=True, help="One chart for each text in this column. Repeatable."
)
@click.option(
    "--where", metavar="COL=TEXT", multiple=True, help="Keep only rows that hold this text. Repeatable."
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook, by name or number.")
@click.option(
    "--dates", type=click.Choice(["day-first", "month-first"]), help="How to read dates like 01/09/2021."
)
@click.option("--decimal", type=click.Choice(list(DECIMALS)), help="The decimal mark of the numbers.")
@click.option(
    "--chart", type=click.Choice(get_args(ChartKind)), help="Kind of chart.  [default: by the columns]"
)
@click.option(
    "--rules",
    type=click.Choice(list(RULE_SETS)),
    default="anhoej/1",
    show_default=True,
    help="Rules that say what is unlikely to be chance.",
)
@click.option("--freeze", metavar=PLACE, help="Limits rest on the points up to and including this one.")
@click.option(
    "--phase",
    "phases",
    metavar=PLACE,
    multiple=True,
    help="A new phase starts at this point, counted from 1. Repeatable.",
)
@click.option("--exclude", metavar=PLACE, multiple=True, help="Leave this point out of all sums. Repeatable.")
@click.option(
    "--subgroup", metavar="COL", help="Column that says which rows are one point of an xbar or s chart."
)
@click.option(
    "--screen",
    type=click.Choice(get_args(Screening)),
    help="Leave out moving ranges that are far too large, once.  [default: by the rules]",
)
@click.option("--centre", metavar="NUMBER", help="A centre line that is given, and not computed.")
@click.option("--bridge-gaps", is_flag=True, help="Let moving ranges span missing points.")
@click.option("--target", metavar="NUMBER", help="Target; 95% and 0.95 are the same for proportions.")
@click.option("--trajectory", metavar="COL", help="Column with a target that moves, in units of the chart.")
@click.option(
    "--direction",
    type=click.Choice(get_args(Direction)),
    default="neutral",
    show_default=True,
    help="Which way is better.",
)
@click.option(
    "--multiply",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    metavar="NUMBER",
    help="Multiply values, for example by 1000 for a rate per 1,000.",
)
@click.option("--title", default="", metavar="TEXT", help="What the chart shows.")
@click.option(
    "--numbers",
    type=click.Choice(get_args(NumberStyle)),
    help="How SVG and PNG write numbers: 1,234.5 or 1.234,5 or 1 234,5.  [default: point]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*get_args(Format), READINGS]),
    help="What to make.  [default: by the name after -o, else text]",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--skip-bad", is_flag=True, help="Leave out series with an error, and list them.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was guessed.")
def chart(**options: Any) -> None:
    """Chart the numbers in FILE, a CSV, XLSX or Parquet file, or - for standard input.

    Columns are guessed, and the guess is said on standard error. K is the number of a point, counted from 1.
    The exit code is 0 when the chart was made, and 2 when it could not be made; then nothing is written.
    """
    # A short run makes many small lists and leaves them all at once; looking for cycles takes a third of it.
    gc.disable()
    run(_request(options))
    gc.freeze()  # nor is there a cycle worth looking for in a million cells as the process ends


def _request(options: dict[str, Any]) -> Request:
    output, form = options["output"], options.pop("form")
    options["where"] = tuple(map(pair, options["where"]))
    options["decimal"] = DECIMALS.get(options["decimal"])
    return Request(**options, format=form or format_of(output))
