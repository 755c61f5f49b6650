"""What qcc 3.0-dev marks by the rules of Western Electric and Nelson: the extract, and its making.

``WELLRUN_ORACLE=FOLDER python -m tests.spc.compared.qcc_rules`` writes the extract from the tables there.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tests.spc.compared.oracle import DATA, FREE_SOURCES, read_table

EXTRACT = DATA / "qcc_rules.json"
MARKS = ("wer1", "wer2", "wer3", "wer4", "nel2", "nel3", "nel4", "nel7", "nel8")
NOT_THREE_SIGMA = {"nsigmas", "confidence.level"}


def cases() -> list[dict[str, Any]]:
    """Each case: name, values, centre, sigma, and the points that each rule marks."""
    found: list[dict[str, Any]] = json.loads(EXTRACT.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Write the extract: where limits vary, this peer holds a window against those of its newest point."""
    folder = Path(os.environ["WELLRUN_ORACLE"])
    lines = (folder / "cases.json").read_text(encoding="utf-8").splitlines()
    described = [json.loads(line.strip().rstrip(",")) for line in lines if line.strip() not in "[]"]
    points, rules = read_table(folder / "qcc_points.csv"), read_table(folder / "qcc3_rules.csv")
    rows = [
        json.dumps(_packed(case, points[case["case"]], rules[case["case"]]), separators=(",", ":"))
        for case in described
        if case["case"] in rules
        and case["source"] in FREE_SOURCES
        and len(set(rules[case["case"]]["ucl"])) == 1
        and not NOT_THREE_SIGMA & case["options"].keys()
    ]
    EXTRACT.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


def _packed(
    case: dict[str, Any], points: dict[str, list[Any]], rules: dict[str, list[Any]]
) -> dict[str, Any]:
    centre = points["centre"][0]
    return {
        "case": case["case"],
        "chart": case["chart"],
        "values": points["value"],
        "centre": centre,
        "sigma": (rules["ucl"][0] - centre) / 3,
        **{name: [place for place, mark in enumerate(rules[name]) if mark] for name in MARKS},
    }


if __name__ == "__main__":
    main()
