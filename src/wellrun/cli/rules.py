"""`wellrun rules`: the rule sets, their parts, and how often each is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from wellrun_spc import RuleSet

SCHEMA = "wellrun-rule-sets/1"
EXAMPLES = """
\b
Examples:
  wellrun rules
  wellrun rules anhoej/1 nhs-mdc/2
  wellrun rules --format json
"""


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What to make.",
)
def rules(names: tuple[str, ...], form: str) -> None:
    """List the rule sets, or those NAMEd: what each looks for, and how often it is wrong.

    The false signals are the share of stable series with at least one signal, by simulation.
    """
    from wellrun.cli.charting.output import deliver
    from wellrun.cli.charting.refused import Refused
    from wellrun_spc.rules import RULE_SETS, rule_set
    from wellrun_spc.series import SeriesError

    try:
        chosen = [rule_set(name) for name in names] or list(RULE_SETS.values())
    except SeriesError as error:
        raise Refused(str(error)) from None
    if form == "json":
        document = {"schema": SCHEMA, "rule_sets": [described(one) for one in chosen]}
        text = json.dumps(document, indent=2, ensure_ascii=False)
    else:
        text = "\n\n".join(map(told, chosen))
    deliver(f"{text}\n".encode(), None)


def described(chosen: RuleSet) -> dict[str, Any]:
    """A rule set as data: as it is saved, with its rates."""
    from wellrun_spc.rules.rates import LENGTHS, RATES, SHIFTS

    rate = RATES[chosen.key]
    return {
        "key": chosen.key,
        "rules": chosen.to_dict(),
        "false_signals": [
            {"points": size, "share": share} for size, share in zip(LENGTHS, rate.shares, strict=True)
        ],
        "points_to_signal": [
            {"shift": shift, "points": wait} for shift, wait in zip(SHIFTS, rate.waits, strict=True)
        ],
    }


def told(chosen: RuleSet) -> str:
    """A rule set in a few lines."""
    data = described(chosen)
    parts = ", ".join(_part(part) for part in data["rules"]["parts"])
    shares = ", ".join(f"{100 * one['share']:.0f}% of {one['points']}" for one in data["false_signals"])
    waits = ", ".join(f"{one['points']:.0f} for {one['shift']:g}" for one in data["points_to_signal"])
    return "\n".join(
        [
            f"{chosen.key}  {chosen.title}",
            f"  {chosen.sentence}",
            f"  Parts: {parts}.",
            f"  False signals: {shares} stable points.",
            f"  Points until a shift is found: {waits} standard deviations.",
        ]
    )


def _part(part: dict[str, object]) -> str:
    name = str(part["rule"])
    return f"{name} {part['length']}" if "length" in part else name
