"""One chart of 36 points: computing it with its reading, and drawing it."""

from datetime import date

import wellrun_spc as spc
from benchmarks.figures import Figure, figure_of, show, timed
from wellrun_spc.draw import chart_svg

MONTHS = [date(2021 + month // 12, month % 12 + 1, 1) for month in range(36)]
VALUES = [52.0 + (17 * month % 11) - (5 if month > 24 else 0) for month in range(36)]
EVENTS = [40.0 + (13 * month % 9) for month in range(36)]
PEOPLE = [400.0 + (29 * month % 60) for month in range(36)]

GROUPS = [[value, value + 13, value - 12, value + 6, value - 7] for value in VALUES]


def measure() -> list[Figure]:
    """Milliseconds for each chart and rule set that the first pages use."""

    def xmr(rules: str) -> spc.Chart:
        return spc.i_chart(VALUES, x=MONTHS, rules=rules, target=45, direction="decrease")

    chart = xmr("anhoej/1")
    return [
        figure_of(
            "compute i, anhoej/1", timed(lambda: xmr("anhoej/1"), runs=31, each=50), unit="ms", bound=0.3
        ),
        figure_of(
            "compute i, nhs-mdc/1", timed(lambda: xmr("nhs-mdc/1"), runs=31, each=50), unit="ms", bound=0.3
        ),
        figure_of(
            "compute p, anhoej/1",
            timed(lambda: spc.p_chart(EVENTS, n=PEOPLE, x=MONTHS), runs=31, each=50),
            unit="ms",
            bound=0.3,
        ),
        *[
            figure_of(f"compute {kind}, anhoej/1", timed(make, runs=31, each=50), unit="ms", bound=0.3)
            for kind, make in {
                "np": lambda: spc.np_chart(EVENTS, n=PEOPLE, x=MONTHS),
                "p_prime": lambda: spc.p_prime_chart(EVENTS, n=PEOPLE, x=MONTHS),
                "i_prime": lambda: spc.i_prime_chart(EVENTS, n=PEOPLE, x=MONTHS),
                "g": lambda: spc.g_chart(EVENTS, x=MONTHS),
                "t": lambda: spc.t_chart(VALUES, x=MONTHS),
                "xbar": lambda: spc.xbar_chart(GROUPS, x=MONTHS),
            }.items()
        ],
        figure_of(
            "draw wide",
            timed(lambda: chart_svg(chart, title="A measure"), runs=31, each=10),
            unit="ms",
            bound=3,
        ),
        figure_of("draw spark", timed(lambda: chart_svg(chart, form="spark"), runs=31, each=10), unit="ms"),
    ]


if __name__ == "__main__":
    show("A single chart of 36 points", measure())
