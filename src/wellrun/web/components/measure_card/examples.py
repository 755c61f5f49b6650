"""Examples of the measure card."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.example_charts import doses, restraints
from wellrun.web.components.measure_card.tag import MeasureCard, SignLine
from wellrun.web.components.part import Example
from wellrun_spc.draw import chart_svg


def _cards() -> Mapping[str, object]:
    return {
        "improving": MeasureCard(
            title="Restraints each week",
            href="#restraints",
            value="2",
            unit="week of 6 April 2026",
            kind="Outcome measure",
            spark=chart_svg(restraints(), form="spark", title="Restraints each week", id="gs1"),
            signs=(
                SignLine(of="improving", side="low", word="Improving"),
                SignLine(of="hit_and_miss", word="Sometimes meets target"),
            ),
        ),
        "concerning": MeasureCard(
            title="Doses of as-needed medicine",
            href="#doses",
            value="41",
            unit="week of 29 December 2025",
            kind="Balancing measure",
            spark=chart_svg(doses(), form="spark", title="Doses of as-needed medicine", id="gs2"),
            signs=(
                SignLine(of="concerning", side="high", word="Concerning"),
                SignLine(of="no_target", word="No target set"),
            ),
        ),
    }


EXAMPLES = (
    Example(title="Improving", template="{% measure_card card=improving %}", values=_cards),
    Example(title="Concerning", template="{% measure_card card=concerning %}", values=_cards),
)
