# ruff: noqa: E501 - lines of a document are as long as they are
"""How often each rule set is wrong and how soon it is right, by simulation; writes what the documents show.

``python -m benchmarks.false_signals rates`` takes some minutes and writes ``src/wellrun_spc/rules/rates.py``;
``python -m benchmarks.false_signals`` writes ``docs/methods/false-signals.md`` from it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from wellrun_spc import simulate
from wellrun_spc.rules import RULE_SETS, RuleSet, crossings, longest_run, outside, shift, trend
from wellrun_spc.rules.rates import LENGTHS, RATES, SHIFTS, Rate

ROOT = Path(__file__).parents[1]
MODULE = ROOT / "src" / "wellrun_spc" / "rules" / "rates.py"
DOCUMENT = ROOT / "docs" / "methods" / "false-signals.md"
SEED = 20
SERIES, WAITS = 10_000, 1_000


def rate_of(rules: str | RuleSet, *, series: int = SERIES, waits: int = WAITS) -> Rate:
    """One row of both tables."""
    shares = [simulate.share_with_signal(rules, size, series=series, seed=SEED) for size in LENGTHS]
    found = [simulate.points_to_signal(rules, size, series=waits, seed=SEED) for size in SHIFTS]
    return Rate(tuple(round(share, 4) for share in shares), tuple(round(wait, 2) for wait in found))


_ANHOEJ = replace(RULE_SETS["anhoej/1"], name="check")
CHECKS = {
    "Three sigma alone": replace(_ANHOEJ, parts=(outside(),)),
    "Three sigma alone, moving ranges screened": replace(_ANHOEJ, parts=(outside(),), screening=True),
    "Longest run and crossings alone": replace(_ANHOEJ, parts=(longest_run(), crossings())),
    "Shift and trend of `ihi-run/1` alone": replace(
        RULE_SETS["ihi-run/1"], name="check", parts=(shift(6), trend(5))
    ),
}
"""Parts of sets that an independent simulation looked at too."""

TEMPLATE = """\
# False signals, and how soon a shift is found

More rules find a change sooner, and cry wolf more often. Choose a rule set with both tables in view, once, before looking.

<!-- Written by: python -m benchmarks.false_signals -->

## Stable series with at least one signal

Nothing changes in these series: independent normal values, and limits that the series itself sets. {series} series for each number, so that it is right to about one percentage point.
`ihi-run/1` is judged on a run chart, the others on an individuals chart.

{shares}

Some parts alone:

{parts}

An independent simulation of 24 points gave 9% for three sigma alone, 3% for the longest run and crossings, 36% for shift and trend of 6 and 5, 17% for the parts of `life-qi/1`, and 18% for `nhs-mdc`.
Whether it screened moving ranges is not recorded: for three sigma its number lies between ours with and without.

## Points until a shift is found

The mean moves by so many standard deviations after 24 stable points, and stays there. The limits are known. The mean number of points until the first signal, of {waits} series each.

{found}

A check from print: for the four tests of Western Electric, judged from the first point on, Champ & Woodall 1987 (Technometrics 29: 393-399) give 91.75 points without a shift, and 9.22 with a shift of one standard
deviation. The tests hold the simulation against the second.

## Again

`python -m benchmarks.false_signals rates` makes these numbers from a fixed seed. One of them:

```python
>>> from wellrun_spc import simulate
>>> simulate.share_with_signal("anhoej/1", 24, series=200, seed=1) < 0.25
True
>>> simulate.points_to_signal("nhs-mdc/2", 2, series=50, seed=1) < 6
True

```
"""


def module_text(rates: dict[str, Rate]) -> str:
    """The module that holds the rates."""
    head = MODULE.read_text(encoding="utf-8").split("RATES: ", 1)[0]
    rows = "".join(f'    "{name}": Rate({rate.shares}, {rate.waits}),\n' for name, rate in rates.items())
    return f"{head}RATES: Mapping[str, Rate] = {{\n{rows}}}\n"


def document_text() -> str:
    """The document, from the stored rates."""
    sets = {name: RATES[name] for name in RULE_SETS}
    lengths = [f"{size} points" for size in LENGTHS]
    return TEMPLATE.format(
        series=f"{SERIES:,}",
        waits=f"{WAITS:,}",
        shares=table("Rule set", lengths, {f"`{name}`": as_shares(rate) for name, rate in sets.items()}),
        parts=table("Parts", lengths, {name: as_shares(RATES[name]) for name in CHECKS}),
        found=table(
            "Rule set",
            [f"{size} SD" for size in SHIFTS],
            {f"`{name}`": [f"{wait:.1f}" for wait in rate.waits] for name, rate in sets.items()},
        ),
    )


def as_shares(rate: Rate) -> list[str]:
    return [f"{100 * share:.1f}%" for share in rate.shares]


def table(first: str, heads: list[str], rows: dict[str, list[str]]) -> str:
    """A table of numbers."""
    lines = [
        [first, *heads],
        ["---"] * (len(heads) + 1),
        *([name, *numbers] for name, numbers in rows.items()),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Simulate, or write the document."""
    if "rates" in sys.argv:
        rates = {name: rate_of(name) for name in RULE_SETS}
        rates |= {name: rate_of(rules) for name, rules in CHECKS.items()}
        MODULE.write_text(module_text(rates), encoding="utf-8")
        return
    DOCUMENT.write_text(document_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
