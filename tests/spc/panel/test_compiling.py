"""Where compiled code is kept, and that the same functions run as plain Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wellrun_spc.panel.compiled import jit


def test_the_first_folder_that_can_be_written_is_taken(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert jit.writable_root([blocked / "below", tmp_path / "new" / "deep"]) == tmp_path / "new" / "deep"
    assert jit.writable_root([blocked / "below"]) is None
    assert jit.writable_root([]) is None


def test_a_folder_that_others_may_write_to_is_passed_over(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    shared.mkdir()
    shared.chmod(0o777)
    assert jit.writable_root([shared, own]) == own
    assert own.stat().st_mode & 0o777 == 0o700


def test_the_folder_that_numba_is_told_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found = jit.roots()
    assert tmp_path / "cache" / "wellrun" in found
    monkeypatch.setattr(jit._settings, "CACHE_DIR", str(tmp_path))
    assert jit.roots() == [tmp_path, *[root for root in found if root in jit.roots()[1:]]]


def test_the_sources_have_one_fingerprint() -> None:
    assert jit.fingerprint() == jit.fingerprint()
    assert len(jit.fingerprint()) == 16


SCRIPT = """
import numpy as np
from tests.spc.panel.comparing import differences
from tests.spc.panel.making import columns, split
from wellrun_spc.panel import panel
np.seterr(over="ignore")  # bits are counted in words that wrap round, which NumPy's scalars warn of
table = columns(3, series=8, counts=True)
for chart in ("run", "i", "mr", "c", "u"):
    for rules in ("anhoej/1", "nhs-mdc/1", "nhs-mdc/2"):
        names = {"denominator": "n"} if chart == "u" else {}
        made = panel(
            table, by="unit", period="month", value="value", chart=chart, rules=rules,
            exclude="left_out", target="aim", direction="increase", phases=[6], freeze=9, **names,
        )
        assert differences(made, {key: made.chart(key) for key in split(table)}) == []
"""


def test_the_same_functions_run_as_plain_python() -> None:
    plain = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=plain, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_folder_to_keep_it_in_code_is_compiled_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jit, "roots", list)
    twice = jit.entry(_twice)
    assert twice(21) == 42


def _twice(number: int) -> int:
    return number * 2


def test_a_panel_is_not_loaded_with_the_charts() -> None:
    script = (
        "import sys, wellrun_spc;"
        "assert not {'numba', 'numpy', 'pyarrow', 'wellrun_spc.panel'} & set(sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
