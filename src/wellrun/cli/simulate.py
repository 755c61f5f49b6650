"""`wellrun simulate`: a series with a known shift, the same for the same seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from wellrun_spc.simulate import Simulated

COLUMNS = {
    "measured": ("point", "value"),
    "count": ("point", "count"),
    "share": ("point", "numerator", "denominator"),
}
EXAMPLES = """
\b
Examples:
  wellrun simulate --length 36 --shift 1.5 --at 25 --seed 7
  wellrun simulate --kind share --mean 0.1 --n 200 -o shares.csv
  wellrun simulate --shift 2 | wellrun chart -
"""


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--length",
    type=click.IntRange(min=1),
    default=24,
    show_default=True,
    metavar="N",
    help="How many points.",
)
@click.option(
    "--kind",
    type=click.Choice(list(COLUMNS)),
    default="measured",
    show_default=True,
    help="Normal values, Poisson counts, or binomial shares.",
)
@click.option(
    "--mean", type=float, metavar="VALUE", help="Before the shift.  [default: 50, 10, or a share of 0.2]"
)
@click.option(
    "--sd", type=float, metavar="VALUE", help="Standard deviation of measured values.  [default: 5]"
)
@click.option(
    "--n", type=int, default=100, show_default=True, metavar="N", help="Cases in each point of a share."
)
@click.option(
    "--shift", type=float, default=0.0, metavar="SD", help="How far the mean moves, in standard deviations."
)
@click.option(
    "--at",
    type=click.IntRange(min=1),
    metavar="K",
    help="First point after the shift, from 1.  [default: the middle]",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, metavar="N", help="The same seed gives the same series."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json"]),
    default="csv",
    show_default=True,
    help="What to make.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file.")
def simulate(form: str, output: Path | None, at: int | None, **options: Any) -> None:  # fmt: skip
    """Make up a series of independent points that may shift once, to try charts and rules on.

    The exit code is 0 when the series was made, and 2 when it could not be made; then nothing is written.
    """
    from wellrun.cli.charting.output import deliver
    from wellrun.cli.charting.refused import Refused
    from wellrun_spc.series import SeriesError
    from wellrun_spc.simulate import series

    if at is not None and at > options["length"]:
        raise Refused(f"The shift cannot start at point {at}. There are {options['length']} points.")
    try:
        made = series(shift_at=None if at is None else at - 1, **options)
    except SeriesError as error:
        raise Refused(str(error)) from None
    text = json.dumps(made.to_dict(), indent=2) + "\n" if form == "json" else "\n".join(_table(made)) + "\n"
    deliver(text.encode(), output)


def _table(made: Simulated) -> Iterator[str]:
    """The rows of a CSV file."""
    yield ",".join(COLUMNS[made.kind])
    for place, value in enumerate(made.values):
        cells = [str(place + 1), f"{value:.10g}"]
        yield ",".join(cells if made.n is None else [*cells, str(made.n[place])])
