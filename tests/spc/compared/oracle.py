"""Cases that other programs have computed: from the committed extract, or from a folder of their full tables.

``WELLRUN_ORACLE`` names that folder. ``python -m tests.spc.compared.oracle`` writes the extract from it.
"""

from __future__ import annotations

import csv
import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
PEERS = ("qicharts2", "nhsrplotthedots", "qcc")
CHARTS = {
    "run", "i", "mr", "p", "u", "c", "xmr_mdc", "xbar.one", "ip", "xbar", "s", "S", "np", "pp", "up", "g",
    "t",
}  # fmt: skip
TABLES = {
    "qicharts2": ("qicharts2_input", "qicharts2_points", "qicharts2_summary"),
    "nhsrplotthedots": ("nhsr_input", "nhsr_points", "nhsr_icons"),
    "qcc": ("qcc_input", "qcc_points"),
}

NOT_NEEDED = {
    "n_in_subgroup",
    "lcl2s",
    "ucl2s",
    "special_cause_type",
    "short_group_warning",
    "mean_lcl",
    "mean_ucl",
}

FREE_SOURCES = {"synthetic", "NHSRdatasets ae_attendances"}
"""Inputs that may be copied here: made for the purpose, or dedicated to the public (CC0)."""

Case = dict[str, Any]


def cases(peer: str) -> list[Case]:
    """All cases of a peer for the charts that Wellrun has."""
    folder = os.environ.get("WELLRUN_ORACLE")
    if folder:
        return read_folder(Path(folder), peer)
    packed: list[Case] = json.loads((DATA / f"{peer}.json").read_text(encoding="utf-8"))
    return [_unpacked(case) for case in packed]


def read_folder(folder: Path, peer: str) -> list[Case]:
    """The cases of a peer from its tables, columns by case."""
    described = [
        json.loads(line.strip().rstrip(","))
        for line in (folder / "cases.json").read_text(encoding="utf-8").splitlines()
        if line.strip() not in "[]"
    ]
    tables = {table.split("_", 1)[1]: read_table(folder / f"{table}.csv") for table in TABLES[peer]}
    return [
        {
            **{
                key: case.get(key) for key in ("case", "chart", "tag", "options", "status", "has_n", "source")
            },
            **{name: table[case["case"]] for name, table in tables.items()},
        }
        for case in described
        if case["peer"].lower() == peer and case["chart"] in CHARTS
    ]


def read_table(path: Path) -> dict[str, dict[str, list[Any]]]:
    """Columns of each case; numbers as numbers, empty cells as None. ``i`` tells subgroups apart."""
    by_case: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            case = row.pop("case")
            for name in row.keys() - (NOT_NEEDED if path.stem == "qcc_input" else {"i", *NOT_NEEDED}):
                by_case[case][name].append(_value(row[name]))
    return by_case


def _value(cell: str) -> float | int | str | None:
    if cell == "":
        return None
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            continue
    return cell


def _packed(case: Case) -> Case:
    """Columns that hold one thing throughout, as that thing and how often."""
    return {
        part: {name: _pack(cells) for name, cells in sorted(table.items())} if part in _TABLES else table
        for part, table in case.items()
    }


def _pack(cells: list[Any]) -> list[Any] | dict[str, Any]:
    same = len(cells) > 1 and all(cell == cells[0] for cell in cells)
    return {"all": cells[0], "times": len(cells)} if same else cells


def _unpacked(case: Case) -> Case:
    return {
        part: {name: _unpack(cells) for name, cells in table.items()} if part in _TABLES else table
        for part, table in case.items()
    }


def _unpack(cells: list[Any] | dict[str, Any]) -> list[Any]:
    return [cells["all"]] * cells["times"] if isinstance(cells, dict) else cells


_TABLES = {"input", "points", "summary", "icons"}


def main() -> None:
    """Write the extract."""
    for peer in PEERS:
        lines = [
            json.dumps(_packed(case), ensure_ascii=False, separators=(",", ":"))
            for case in read_folder(Path(os.environ["WELLRUN_ORACLE"]), peer)
            if case["source"] in FREE_SOURCES
        ]
        (DATA / f"{peer}.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
