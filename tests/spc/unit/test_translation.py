"""Everything a chart says can be said in another language, whatever its family."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from string import Formatter

import pytest

import wellrun_spc as spc
from wellrun_spc.catalogue import NAMES as NAMED
from wellrun_spc.wording import number_in

ENGLISH = spc.english()
SILENT = {
    name: "".join("{" + argument + "}·" for _, argument, _, _ in Formatter().parse(text) if argument)
    for name, text in ENGLISH.items()
}
"""A language without words: only the arguments are left, so any letter in a sentence escapes translation."""
NAMES = r"anhoej|nhs|mdc|exact|Cpk|Alder|Beech|Cedar|falls|rash|burn|rule|signal|shift|b|vlad|c|p"
"""What no language translates: names people gave, of methods, indices and rules."""

MONTHS = [date(2023 + month // 12, month % 12 + 1, 1) for month in range(25)]
WEEKS = [date(2026, 1, 5) + timedelta(days=7 * week) for week in range(25)]
HOURS = [datetime(2026, 1, 5, 9) + timedelta(hours=11 * step) for step in range(25)]
RISEN = [10, 12, 9, 11] * 4 + [17, 16, 18, 17, 16, 18, 17, 16, 40]
CHARTED = [
    spc.chart(
        [value if kind != "p" else value * 2 for value in RISEN], chart=kind, x=x, rules=rules, target=30,
        n=[120 + 9 * (place % 4) for place in range(25)] if kind in ("p", "u") else None,
        direction=direction, excluded=[3], suppressed=[5], freeze=18,
    )
    for kind in spc.CHARTS if kind in ("run", "i", "mr", "p", "u", "c")
    for x, direction in ((MONTHS, "decrease"), (WEEKS, "increase"), (HOURS, "neutral"), (None, "decrease"))
    for rules in spc.RULE_SETS
]  # fmt: skip
QUARTERS = [date(2020 + step // 4, step % 4 * 3 + 1, 1) for step in range(25)]
YEARS = [date(2000 + step, 1, 1) for step in range(25)]
STEADY = [spc.i_chart([10, 12, 9, 11] * 6, x=x) for x in (MONTHS[:24], None)]
STEADY += [spc.i_chart(RISEN, x=x, direction="decrease") for x in (QUARTERS, YEARS)]
EARLY = [spc.i_chart([10, 12, 9]), spc.i_chart([None, 4]), spc.i_chart([5] * 20), spc.i_chart([5, None, 4])]
OTHERS = [
    spc.cusum(RISEN, x=MONTHS, freeze=16, direction="decrease"), spc.cusum(RISEN[:15], x=WEEKS[:15]),
    spc.cusum([1]), spc.cusum([3] * 9), spc.ewma(RISEN, freeze=16), spc.ewma([*RISEN[10:], 3, 3, 2, 1, 3, 2]),
    spc.bernoulli_cusum([0, 1] * 9, p0=0.1), spc.bernoulli_cusum([0, 0, 1] * 9, p0=0.4, x=range(27)),
    spc.vlad([0, 1, 1, 1] * 5, [0.2] * 20, reset=False), spc.vlad([0, 0], [0.2, 0.1]),
    spc.vlad([0, 0, None], [None, None, 0.1]),
    spc.funnel([12, 90, 9], [200, 260, 190], units=["Alder", "Beech", "Cedar"]),
    spc.funnel([12, 30, 9], [200, 260, 190], level=95, overdispersion="additive"),
    spc.funnel([1, None, 0], [9, 8, 0], kind="rate", units=["Alder", "Beech", "Cedar"]),
    spc.funnel([12, 90, 9], expected=[14.5, 60, 9], overdispersion="multiplicative"),
    spc.funnel([0, 0], [10, 20]), spc.pareto(["falls"] * 9 + ["rash", "burn", None]),
    spc.pareto(["falls", "rash", "burn"], [3, 3, None]), spc.pareto(["falls"]),
    spc.capability([10, 9, 11, 10] * 4, lower=4, upper=16), spc.capability(RISEN, upper=20),
    spc.capability([1, 2, 3], lower=0), spc.capability([5] * 20, lower=0),
    *spc.suggest_phases(spc.i_chart([10, 12, 9, 11] * 8 + [20, 19, 21] * 10)),
    spc.recommend([0, 0, 0, 1] * 4), spc.recommend([3, 4, 5]), spc.recommend(kind="share"),
]  # fmt: skip
ALL = [*CHARTED, *STEADY, *EARLY, *OTHERS]


def said_by(result):
    """Each message of a result, beside the English that the result itself gives."""
    reading = getattr(result, "reading", None)
    if isinstance(result, spc.Recommendation):
        yield from zip(result.messages, (result.reason,), strict=True)
    elif reading is None:
        yield from zip(result.messages, (result.sentence, result.plain), strict=True)
    else:
        own = (reading.sentence, reading.plain, reading.assurance_plain)
        yield from zip(reading.messages, own[: len(reading.messages)], strict=True)
    yield from zip(getattr(result, "notice_messages", ()), getattr(result, "notices", ()), strict=True)
    for part in [*getattr(result, "signals", ()), *getattr(result, "units", ())]:
        if part.messages:
            yield from zip(part.messages, (part.sentence, part.plain), strict=True)
        else:
            assert part.sentence == part.plain == ""


@pytest.mark.parametrize("result", ALL, ids=lambda result: type(result).__name__)
def test_the_messages_are_what_was_said_and_nothing_in_them_escapes_a_translation(result):
    said = list(said_by(result))
    assert said
    for message, sentence in said:
        assert spc.render(message, ENGLISH) == sentence
        left = re.findall(r"[^\W\d_]+", spc.render(message, SILENT))
        assert [word for word in left if not re.fullmatch(NAMES, word)] == []


def test_a_catalogue_of_another_language_says_the_dates_too():
    spanish = ENGLISH | {
        "date.month": "{month} de {year}",
        "month.1": "enero",
        "period.month": "mes",
        "limit.high": "límite superior de {value}",
        "one.high.now": "El último {period}, {moment}, supera el {line}.",
        "unlikely": "Es muy improbable que sea casualidad.",
        "ask": "Pregunten qué fue distinto.",
    }
    chart = spc.i_chart([10, 12, 9, 11] * 6 + [40], x=MONTHS, direction="decrease")
    _, plain, _ = chart.reading.messages
    assert spc.render(plain, spanish) == (
        "El último mes, enero de 2025, supera el límite superior de 20.1. "
        "Es muy improbable que sea casualidad. Pregunten qué fue distinto."
    )


def test_messages_come_back_from_a_stored_document():
    for result in (CHARTED[0], *(made for made in OTHERS if hasattr(made, "from_dict"))):
        assert list(said_by(type(result).from_dict(result.to_dict()))) == list(said_by(result))


def test_the_whole_catalogue_has_each_message_once():
    with pytest.raises(TypeError):
        ENGLISH["ask"] = "?"
    assert ENGLISH["funnel.counts.rate"] == "{count} in {size}"
    assert {"capability.none", "recommend.run", "suggest.ask", "pareto.one", "steady.now"} <= set(ENGLISH)


SWISS = spc.number_style(decimal=",", thousands="’", percent=" %")
NUMBERS = {
    name: "".join("{" + arg + "}·" for _, arg, _, _ in Formatter().parse(text) if arg and arg not in NAMED)
    for name, text in ENGLISH.items()
}
"""A language that says numbers, and nothing that has a name."""


@pytest.mark.parametrize("result", ALL, ids=lambda result: type(result).__name__)
def test_every_number_that_is_said_can_be_written_as_another_language_does(result):
    for message, _ in said_by(result):
        same = spc.render(message, NUMBERS, lambda written: written.text)
        assert same == spc.render(message, NUMBERS)
        assert not re.search(r"[0-9]\.[0-9]|[0-9]%", spc.render(message, NUMBERS, SWISS))


def test_a_function_of_ones_own_is_told_what_stands_there_and_names_are_left_alone():
    asked = []
    chart = spc.p_chart(
        [1234, 1250, 1241, 1229] * 4, [1300] * 16, target=0.95, x=[f"{n}.5" for n in range(16)]
    )
    _, plain, _ = chart.reading.messages
    spc.render(plain, ENGLISH, lambda written: asked.append(written) or written.text)
    assert [(each.value, each.decimals, each.percent) for each in asked] == [(93.5, 1, True), (97.0, 0, True)]
    signal = spc.i_chart([1, 2, 1, 2, 1, 90.5], x=["1.5", "2.5", "3.5", "4.5", "5.5", "6.5"]).signals[0]
    assert "6.5" in spc.render(signal.messages[1], ENGLISH, SWISS)
    assert SWISS(number_in("-1,234.50%")) == "-1’234,50 %"
    assert number_in("2020-01") is None
