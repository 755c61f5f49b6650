"""What a cumulative chart says: since when, compared with what, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wellrun_spc.limits.cumulative.values import CumulativeKind
from wellrun_spc.messages import ENGLISH as MESSAGES
from wellrun_spc.messages import Message, render
from wellrun_spc.readings.moments import moment_phrase
from wellrun_spc.results import X
from wellrun_spc.wording import format_value

_SENTENCES = {
    # signals in values
    "cumulative.values.high.now": (
        "Since about {first}, the values have run above {centre}. That is very unlikely to be chance."
    ),
    "cumulative.values.low.now": (
        "Since about {first}, the values have run below {centre}. That is very unlikely to be chance."
    ),
    "cumulative.values.high.then": (
        "From about {first} to {last}, the values ran above {centre}. That was very unlikely to be chance."
    ),
    "cumulative.values.low.then": (
        "From about {first} to {last}, the values ran below {centre}. That was very unlikely to be chance."
    ),
    "cumulative.field.cusum.high": (
        "CUSUM signal, high: the sum reached {reached} sigma at {moment}, beyond the limit of {limit}. "
        "Mean since {first}: {mean}."
    ),
    "cumulative.field.cusum.low": (
        "CUSUM signal, low: the sum reached {reached} sigma at {moment}, beyond the limit of {limit}. "
        "Mean since {first}: {mean}."
    ),
    "cumulative.field.ewma.high": (
        "EWMA signal, high: {reached} at {moment}, above the limit of {limit}. Mean since {first}: {mean}."
    ),
    "cumulative.field.ewma.low": (
        "EWMA signal, low: {reached} at {moment}, below the limit of {limit}. Mean since {first}: {mean}."
    ),
    # signals in cases
    "cumulative.cases.high.now": (
        "Since about {first} there were {events} in {cases}, where {expected} were expected. "
        "That is more than we would expect from chance alone."
    ),
    "cumulative.cases.low.now": (
        "Since about {first} there were {events} in {cases}, where {expected} were expected. "
        "That is fewer than we would expect from chance alone."
    ),
    "cumulative.cases.high.then": (
        "From about {first} to {last} there were {events} in {cases}, where {expected} were expected. "
        "That was more than we would expect from chance alone."
    ),
    "cumulative.cases.low.then": (
        "From about {first} to {last} there were {events} in {cases}, where {expected} were expected. "
        "That was fewer than we would expect from chance alone."
    ),
    "cumulative.field.b.high": (
        "Bernoulli CUSUM signal, high: log likelihood ratio {reached} at {moment}, limit {limit}."
    ),
    "cumulative.field.b.low": (
        "Bernoulli CUSUM signal, low: log likelihood ratio {reached} at {moment}, limit {limit}."
    ),
    "cumulative.field.vlad.high": (
        "Risk-adjusted CUSUM signal, high: log likelihood ratio {reached} at {moment}, limit {limit}."
    ),
    "cumulative.field.vlad.low": (
        "Risk-adjusted CUSUM signal, low: log likelihood ratio {reached} at {moment}, limit {limit}."
    ),
    # the whole chart
    "cumulative.word.improving": "Improving",
    "cumulative.word.concerning": "Concerning",
    "cumulative.word.special_high": "Changed",
    "cumulative.word.special_low": "Changed",
    "cumulative.word.common_cause": "Steady",
    "cumulative.word.not_assessed": "Too early to tell",
    "cumulative.ask": "Ask what was different.",
    "cumulative.again": "The sum began again after that, and has not signalled since.",
    "cumulative.decide": "Decide together if that matters.",
    "cumulative.steady.values": (
        "The values stay around {centre}. A small change that lasts would add up here."
    ),
    "cumulative.steady.cases": (
        "The number of events is about what chance would give: {events} in {cases}, "
        "where {expected} were expected."
    ),
    "cumulative.steady.now": "Now we see only the usual ups and downs. {then}",
    "cumulative.field.steady": "No signal at the latest point.",
    "cumulative.no_values": "There are too few numbers to judge by. Add at least {least}.",
    "cumulative.no_spread": (
        "Every number that sets the limits is the same, so there is no spread to judge by."
    ),
    "cumulative.so_far.more": "So far: {events} in {cases}, {difference} more than expected.",
    "cumulative.so_far.fewer": "So far: {events} in {cases}, {difference} fewer than expected.",
    "cumulative.reason": "{chart}: {settings}.",
    # counts
    "cumulative.count.event.one": "{count} event",
    "cumulative.count.event.other": "{count} events",
    "cumulative.count.case.one": "{count} case",
    "cumulative.count.case.other": "{count} cases",
    "cumulative.case": "case {case}",
    # notices
    "cumulative.notice.trial": (
        "The average and the spread rest on {count} points. With fewer than 12, treat signals as hints."
    ),
    "cumulative.notice.alarms": (
        "With these settings, about one signal in {count} points comes from chance alone."
    ),
}
ENGLISH: Mapping[str, str] = MappingProxyType({**MESSAGES, **_SENTENCES})


def message(name: str, **arguments: object) -> Message:
    """One of the messages above, with its arguments."""
    return f"cumulative.{name}", arguments


def told(said: Message) -> str:
    """A message in English."""
    return render(said, ENGLISH)


def counted(what: str, count: float) -> Message:
    """A number of events or cases."""
    return message(f"count.{what}.{'one' if count == 1 else 'other'}", count=format_value(count))


def moment(x: X, period: str) -> Message:
    """A period or case, named: "the week of 6 April 2026", "point 24", "case 24"."""
    if period == "case":
        return message("case", case=format_value(x) if isinstance(x, float) else str(x))
    return moment_phrase(x, period)


def family(chart: CumulativeKind) -> str:
    """Whether the chart follows values or cases."""
    return "values" if chart in ("cusum", "ewma") else "cases"
