"""Examples of the task."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.example_charts import doses
from wellrun.web.components.part import Example
from wellrun_spc.draw import chart_svg


def _spark() -> Mapping[str, object]:
    return {"spark": chart_svg(doses(), form="spark", title="Doses of as-needed medicine", id="gt")}


EXAMPLES = (
    Example(
        title="A signal to look into",
        template="""{% task of="concerning" side="high" kind="A signal to look into" title="Doses of as-needed medicine" href="#doses" text="Last week is above the upper limit of 36. That is very unlikely to be chance. Ask what was different." spark=spark %}""",
        values=_spark,
    ),
    Example(
        title="Work to do",
        template="""{% task icon="chart" kind="Data due today" title="Letters home, week of 6 April" href="#letters" text="Two numbers. It takes a minute." %}""",
    ),
)
