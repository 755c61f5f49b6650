"""The examples of the how-to page run as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "panels.md"


def test_the_examples_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    of_frame, of_file = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    exec(of_frame, {})
    assert "Too early to tell" not in capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    rows = {
        "org": ["R1"] * 15,
        "measure": ["m"] * 15,
        "month": range(15),
        "late": range(15),
        "seen": [20] * 15,
    }
    pl.DataFrame(rows).write_parquet("england.parquet")
    exec(of_file, {})
    assert capsys.readouterr().out.splitlines() == ["100%", "15 1"]
    assert pl.read_parquet("readings.parquet")["chart"].to_list() == ["p"]
