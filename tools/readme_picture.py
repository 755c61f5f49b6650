"""Draws the picture in the README from the tutorial's file: ``python -m tools.readme_picture``."""

from csv import DictReader
from datetime import date
from pathlib import Path

import wellrun_spc as spc
from wellrun_spc.draw import Annotation, chart_svg

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "docs" / "tutorials" / "restraints.csv"
PICTURE = ROOT / "docs" / "images" / "first-chart.svg"
HUDDLES = date(2025, 10, 27)
CHANGES = (
    Annotation(x=HUDDLES, label="Huddles twice a day"),
    Annotation(x=date(2025, 12, 1), label="Quiet room open all night"),
    Annotation(x=date(2026, 1, 26), label="Distress signs card"),
    Annotation(x=date(2026, 3, 2), label="Peer-led evenings"),
)


def picture() -> str:
    """The chart as an SVG file that stands alone."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file))
    chart = spc.c_chart(
        [float(row["restraints"]) for row in rows],
        x=[date.fromisoformat(row["week"]) for row in rows],
        phases=[spc.PhaseStart(at=HUDDLES, name="Since huddles began")],
        freeze=date(2026, 2, 2),
        target=2.4,
        direction="decrease",
    )
    return chart_svg(
        chart,
        title="Restraints each week on Alder Ward (invented)",
        y_label="Restraints in the week",
        annotations=CHANGES,
        theme="light",
        heading=True,
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
