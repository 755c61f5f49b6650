"""What to expect of a stable process against limits that people set; no claim about one that is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from importlib import import_module
from types import MappingProxyType
from typing import Any

from wellrun_spc.chart import Chart, chart
from wellrun_spc.limits.capability import Index, indices_of, share_outside
from wellrun_spc.messages import Message, render
from wellrun_spc.portable.documents import as_lists
from wellrun_spc.results import Messages
from wellrun_spc.rules import RuleSet
from wellrun_spc.series import SeriesError, number
from wellrun_spc.wording import format_value

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "capability.both": "outside {low} to {high}",
        "capability.lower": "below {low}",
        "capability.upper": "above {high}",
        "capability.unstable": (
            "These numbers are not stable yet, so nobody can say what to expect. "
            "Find out what was different first."
        ),
        "capability.early": "You have {count} numbers. With 12 or more we can say what to expect.",
        "capability.same": "Every number is the same, so there is no spread to compare.",
        "capability.some": "If nothing changes, about {count} of every 1,000 will lie {limits}.",
        "capability.few": "If nothing changes, fewer than 1 of every 1,000 will lie {limits}.",
        "capability.field": "{index} {value} (95% interval {low} to {high}), {count} values.",
        "capability.none": "No capability claim.",
    }
)
_ENOUGH = 12
_FARTHEST = 1e6
"""In sigma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """Indices with their intervals, or the reason why there are none."""

    chart: Chart
    """The individuals chart that says whether the process is stable."""
    lower: float | None
    upper: float | None
    target: float | None
    stable: bool
    indices: tuple[Index, ...]
    """Empty where there is no claim."""
    share_outside: float | None
    """Share of values expected outside the limits if nothing changes and they are spread normally."""
    sentence: str
    plain: str
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence`` and ``plain``."""

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values; the chart as in its own document."""
        return {
            "schema": "wellrun-capability/1",
            "lower": self.lower,
            "upper": self.upper,
            "target": self.target,
            "stable": self.stable,
            "indices": [asdict(index) for index in self.indices],
            "share_outside": self.share_outside,
            "chart": self.chart.to_dict(),
            "reading": {
                "sentence": self.sentence,
                "plain": self.plain,
                "messages": as_lists(self.messages),
            },
        }

    def to_frame(self, kind: str | None = None, *, of: str = "indices") -> Any:
        """The indices as a tidy data frame, one row for each of them.

        Parameters
        ----------
        kind
            ``polars`` or ``pandas``; by default Polars where it is installed, otherwise pandas.
        of
            ``indices``: there is no other table.

        Raises
        ------
        ModuleNotFoundError
            Where neither is installed; it says what to type.
        """
        return import_module("wellrun_spc.frames").indices_frame(self.indices, kind, of)

    def svg(self, **options: Any) -> str:
        """The chart that says whether the process is stable, as SVG; options as for `Chart.svg`."""
        return self.chart.svg(**options)

    def _repr_svg_(self) -> str:
        return self.svg(theme="light")


def capability(
    values: Iterable[object],
    *,
    lower: float | None = None,
    upper: float | None = None,
    target: float | None = None,
    x: Iterable[object] | None = None,
    excluded: Iterable[object] = (),
    rules: str | RuleSet = "anhoej/1",
) -> Capability:
    """Compare the spread of a stable process with limits that people set.

    Parameters
    ----------
    values
        Single values in order of time; ``None`` where missing.
    lower, upper
        What is acceptable, in the units of the values; at least one.
    target
        What is wanted; the middle between both limits by default.
    x, excluded, rules
        As for `chart`: an individuals chart with these rules says whether the process is stable.

    Returns
    -------
    Capability
        Cp, Cpl, Cpu, Cpk and Cpm as far as the limits allow, with 95 % intervals, and the share expected
        outside; or none of them and the reason.

    Raises
    ------
    SeriesError
        Data that cannot be charted, or limits that leave nothing between them.

    Notes
    -----
    Sigma is the mean moving range / d2. The share outside, and the meaning of the indices, rest on a normal
    spread.

    References
    ----------
    Montgomery, Introduction to Statistical Quality Control, 7th ed., chapter 8.

    Examples
    --------
    >>> found = capability([10, 9, 11, 10, 12, 10, 9, 11, 10, 9, 11, 10], lower=4, upper=16)
    >>> [(index.name, round(index.value, 2)) for index in found.indices]
    [('Cp', 1.55), ('Cpl', 1.59), ('Cpu', 1.51), ('Cpk', 1.51), ('Cpm', 1.54)]
    """
    lower, upper, target = (_given(value) for value in (lower, upper, target))
    _require_limits(lower, upper, target)
    drawn = chart(values, chart="i", x=x, excluded=excluded, rules=rules)
    phase = drawn.phases[-1]
    limits = {"lower": lower, "upper": upper, "target": target}
    if drawn.signals:
        return _no_claim(drawn, limits, _say("unstable"))
    if phase.n_used < _ENOUGH or phase.centre is None or phase.sigma is None:
        return _no_claim(drawn, limits, _say("early", count=phase.n_used))
    if phase.sigma == 0:
        return _no_claim(drawn, limits, _say("same"), stable=True)
    _require_near(limits.values(), phase.centre, phase.sigma)
    indices = indices_of(mean=phase.centre, sigma=phase.sigma, count=phase.n_used, **limits)
    share = share_outside(mean=phase.centre, sigma=phase.sigma, lower=lower, upper=upper)
    said, plain = _field(indices, phase.n_used), _expected(share, lower, upper)
    return Capability(
        chart=drawn,
        **limits,
        stable=True,
        indices=indices,
        share_outside=share,
        sentence=render(said, ENGLISH),
        plain=render(plain, ENGLISH),
        messages=(said, plain),
    )


def _given(value: object) -> float | None:
    return None if value is None else number(value, "limit or target")


def _require_limits(lower: float | None, upper: float | None, target: float | None) -> None:
    given = [value for value in (lower, target, upper) if value is not None]
    if lower is None and upper is None:
        raise SeriesError("There is nothing to compare with.", remedy="Give lower, upper, or both.")
    if any(value != value for value in given):
        raise SeriesError("A limit or target is not a number.", remedy="Give numbers, or leave it out.")
    if lower is not None and upper is not None and lower >= upper:
        raise SeriesError(
            f"Nothing lies between {lower:g} and {upper:g}.", remedy="Give the lower limit as lower."
        )


def _require_near(limits: Iterable[float | None], centre: float, sigma: float) -> None:
    if any(abs(value - centre) > _FARTHEST * sigma for value in limits if value is not None):
        raise SeriesError(
            "A limit or target is too far from the values to compare them.", remedy="Check it, and its unit."
        )


def _no_claim(
    drawn: Chart, limits: Mapping[str, float | None], plain: Message, *, stable: bool = False
) -> Capability:
    return Capability(
        chart=drawn,
        lower=limits["lower"],
        upper=limits["upper"],
        target=limits["target"],
        stable=stable,
        indices=(),
        share_outside=None,
        sentence=render(_NONE, ENGLISH),
        plain=render(plain, ENGLISH),
        messages=(_NONE, plain),
    )


def _field(indices: tuple[Index, ...], count: int) -> Message:
    index = next(index for index in indices if index.name == "Cpk")
    value, low, high = (f"{number:.2f}" for number in (index.value, index.low, index.high))
    return _say("field", index=index.name, value=value, low=low, high=high, count=count)


def _expected(share: float, lower: float | None, upper: float | None) -> Message:
    kind = "both" if lower is not None and upper is not None else "upper" if lower is None else "lower"
    low, high = ("" if value is None else format_value(value) for value in (lower, upper))
    thousand = round(share * 1000)
    return _say("some" if thousand else "few", count=thousand, limits=_say(kind, low=low, high=high))


def _say(name: str, **arguments: object) -> Message:
    return f"capability.{name}", arguments


_NONE = _say("none")
