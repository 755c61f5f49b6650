"""What runcharter 0.2.0 finds: the committed extract, and how it is made.

``WELLRUN_ORACLE=FOLDER python -m tests.spc.compared.runcharter`` writes the extract from the tables there.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from tests.spc.compared.oracle import DATA, FREE_SOURCES, read_table

EXTRACT = DATA / "runcharter.json"


def cases() -> list[dict[str, Any]]:
    """Each series: values in order, options, and the sustained runs as positions and medians."""
    found: list[dict[str, Any]] = json.loads(EXTRACT.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Write the extract."""
    folder = Path(os.environ["WELLRUN_ORACLE"])
    lines = (folder / "cases.json").read_text(encoding="utf-8").splitlines()
    described = [json.loads(line.strip().rstrip(",")) for line in lines if line.strip() not in "[]"]
    given, runs = read_table(folder / "runcharter_input.csv"), read_table(folder / "runcharter_runs.csv")
    rows = [
        json.dumps(one, separators=(",", ":"))
        for case in described
        if case["peer"] == "runcharter" and case["status"] == "ok" and case["source"] in FREE_SOURCES
        for one in _series(case, given[case["case"]], runs[case["case"]])
    ]
    EXTRACT.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


def _series(
    case: dict[str, Any], given: dict[str, list[Any]], runs: dict[str, list[Any]]
) -> list[dict[str, Any]]:
    found = []
    for group in dict.fromkeys(given["group"]):
        rows = sorted(
            (x, y) for x, y, g in zip(given["x"], given["y"], given["group"], strict=True) if g == group
        )
        xs = [x for x, _ in rows]
        table = zip(runs["group"], runs["run_type"], runs["start"], runs["end"], runs["median"], strict=True)
        found.append(
            {
                "case": f"{case['case']}-{group}",
                "options": case["options"],
                "values": [y for _, y in rows],
                "runs": [
                    [xs.index(start), xs.index(end), middle]
                    for g, kind, start, end, middle in table
                    if g == group and kind != "baseline"
                ],
            }
        )
    return found


if __name__ == "__main__":
    main()
