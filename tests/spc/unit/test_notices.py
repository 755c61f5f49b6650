"""What a reader is told about how the chart was made."""

# ruff: noqa: E501 - notices are quoted whole, so that they can be searched for

from __future__ import annotations

import pytest

import wellrun_spc as spc

STEADY = [10, 12, 9, 11] * 3


@pytest.mark.parametrize(
    ("values", "options", "notices"),
    [
        (STEADY, {}, ()),
        (STEADY[:8], {}, ("The limits are trial limits: 8 points set them. They settle at 12 points.",)),
        (STEADY[:8], {"chart": "run"}, ()),
        ([5], {}, ("There are no limits yet. They need at least 2 points.",)),
        ([5], {"chart": "p", "n": [9]}, ("There are no limits yet. They need at least 2 points.",)),
        (
            [5, None, 6, None, 7],
            {},
            ("There are no limits. No two neighbours are known, so nothing shows how far points usually differ.",),
        ),
        ([*STEADY, 60, 10], {"screen": "once"}, ("2 unusually big jumps were left out when the limits were set.",)),
        ([*STEADY, 60], {"screen": True}, ("1 unusually big jump was left out when the limits were set.",)),
        ([*STEADY, 60], {"rules": "nhs-mdc/1", "screen": False}, ()),
        ([*STEADY, 60], {"rules": "nhs-mdc/1", "screen": "never"}, ()),
        ([*STEADY, 60, 11], {"excluded": [12]}, ("1 point left out: drawn, but not counted.",)),
        ([*STEADY, 60, 11], {"suppressed": [0, 1]}, ("2 points hidden for privacy: treated as missing, not as 0.",)),
    ],
)  # fmt: skip
def test_notices(values: list[float | None], options: dict[str, object], notices: tuple[str, ...]) -> None:
    chart = spc.chart(values, **options)  # type: ignore[arg-type]
    assert chart.notices == notices


def test_twelve_points_settle_a_chart_of_their_eleven_ranges() -> None:
    assert spc.mr_chart(STEADY).notices == ()
    assert spc.mr_chart(STEADY[:11]).phases[0].trial
    assert spc.mr_chart(STEADY[:1]).notices == ("There are no limits yet. They need at least 2 points.",)
