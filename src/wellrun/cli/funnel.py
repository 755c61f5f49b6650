"""`wellrun funnel`: its options and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from wellrun.cli.charting.asked import format_of, pair
from wellrun.cli.charting.request import Format
from wellrun.cli.comparing.request import FunnelAsked
from wellrun.cli.comparing.run import compare_units
from wellrun.exchange.spelling import Decimal
from wellrun_spc.limits.funnel.values import FunnelKind, FunnelMethod, Overdispersion

DECIMALS: dict[str, Decimal] = {"point": ".", "comma": ","}
EXAMPLES = """
\b
Examples:
  wellrun funnel falls.csv
  wellrun funnel ae.csv --unit org_code --y breaches --n attendances -o ae.svg
  wellrun funnel deaths.csv --y deaths --n expected --kind ratio --method shmi
  wellrun funnel falls.csv --overdispersion additive --format json
"""


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file")
@click.option("--unit", metavar="COL", help="Column that names the units to compare.")
@click.option("--y", metavar="COL", help="Column of events.")
@click.option("--n", metavar="COL", help="Column of denominators, or of expected numbers.")
@click.option(
    "--where", metavar="COL=TEXT", multiple=True, help="Keep only rows that hold this text. Repeatable."
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook, by name or number.")
@click.option("--decimal", type=click.Choice(list(DECIMALS)), help="The decimal mark of the numbers.")
@click.option(
    "--kind", type=click.Choice(get_args(FunnelKind)), help="What is compared.  [default: by the columns]"
)
@click.option(
    "--method",
    type=click.Choice(get_args(FunnelMethod)),
    default="exact",
    show_default=True,
    help="How limits are found. shmi and cqc are for ratios, arcsine for proportions, log for rates.",
)
@click.option(
    "--level",
    type=click.Choice(["95", "99.8"]),
    default="99.8",
    show_default=True,
    help="Name the units outside these limits.",
)
@click.option(
    "--overdispersion",
    type=click.Choice(get_args(Overdispersion)),
    default="none",
    show_default=True,
    help="Widen the limits for true differences between units.",
)
@click.option("--trim", type=float, default=0.1, show_default=True, metavar="SHARE",
              help="Share of units at each end drawn in before that is measured.")  # fmt: skip
@click.option("--target", type=float, metavar="NUMBER", help="Compare with this value, not the pooled one.")
@click.option(
    "--multiply",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    metavar="NUMBER",
    help="Multiply values, for example by 1000 for a rate per 1,000.",
)
@click.option("--highlight", metavar="TEXT", multiple=True, help="Name this unit on the picture. Repeatable.")
@click.option("--title", default="", metavar="TEXT", help="What the funnel shows.")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    help="What to make.  [default: by the name after -o, else text]",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was guessed.")
def funnel(**options: Any) -> None:
    """Compare the units in FILE, a CSV or XLSX file, or - for standard input.

    Rows of a unit are added together. Columns are guessed, and the guess is said on standard error. A funnel
    asks what is different; it never ranks.
    The exit code is 0 when the funnel was made, and 2 when it could not be made; then nothing is written.
    """
    form = options.pop("form")
    options["where"] = tuple(map(pair, options["where"]))
    options["decimal"] = DECIMALS.get(options["decimal"])
    options["level"] = float(options["level"])
    compare_units(FunnelAsked(**options, format=form or format_of(options["output"])))
