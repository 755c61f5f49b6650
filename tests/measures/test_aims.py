"""An aim is met by where a process has settled, not by one good month."""

from datetime import date

import pytest

import wellrun_spc as spc
from tests.build.measures import RESTRAINTS, week
from wellrun.measures.policies import AimMet, aim_verdict


def charted(values: tuple[float, ...], **options: object) -> spc.Chart:
    told: dict[str, object] = {"chart": "i", "direction": "decrease", "target": 2.4, "rules": "anhoej/1"}
    return spc.chart(values, x=[week(number) for number in range(len(values))], **(told | options))  # type: ignore[arg-type]


SETTLED = (2, 1, 3, 2, 1, 2, 3, 1, 2, 2)


def verdict(chart: spc.Chart | None) -> tuple[AimMet, str]:
    found = aim_verdict(chart)
    return found.met, found.reason


def test_a_settled_phase_on_target_meets_the_aim() -> None:
    met, reason = verdict(charted((6, 5, 7, 6, 5, 6, 7, 5, *SETTLED), phases=[spc.PhaseStart(8, name="New")]))
    assert met == AimMet.MET
    assert reason == (
        "The average since 1 September 2025 is 1.9, from 10 points. It meets the target of 2.4, with no "
        "concerning signal."
    )


@pytest.mark.parametrize(
    ("values", "options", "met", "words"),
    [
        (SETTLED[:7], {}, AimMet.UNKNOWN, "There are 7 points since"),
        (SETTLED, {"excluded": [True] * 3 + [False] * 7}, AimMet.UNKNOWN, "There are 7 points"),
        (SETTLED, {"target": None}, AimMet.UNKNOWN, "needs a target"),
        (SETTLED, {"direction": "neutral"}, AimMet.UNKNOWN, "which way is better"),
        (SETTLED, {"target": 1.0}, AimMet.NOT_MET, "The target is 1"),
        (SETTLED, {"direction": "increase"}, AimMet.NOT_MET, "The target is 2.4"),
        (SETTLED, {"direction": "increase", "target": 1.5}, AimMet.MET, "meets the target of 1.5"),
        (RESTRAINTS, {}, AimMet.NOT_MET, "The target is 2.4"),
        ((1, 1, 2, 1, 1, 2, 1, 1, *(3,) * 10), {}, AimMet.NOT_MET, "does not hold yet"),
    ],
)
def test_the_rule(values: tuple[float, ...], options: dict[str, object], met: AimMet, words: str) -> None:
    found, reason = verdict(charted(values, **options))
    assert (found, words in reason) == (met, True), reason


def test_without_numbers_nothing_is_claimed() -> None:
    assert verdict(None)[0] == AimMet.UNKNOWN


def test_a_percentage_is_told_as_one() -> None:
    chart = spc.chart(
        [9] * 10, n=[10] * 10, chart="p", x=[date(2025, 1 + month, 1) for month in range(10)],
        direction="increase", target=0.85,
    )  # fmt: skip
    assert "since January 2025 is 90" in verdict(chart)[1]
