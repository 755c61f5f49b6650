"""Chart families that are loaded when they are first asked for."""

import subprocess
import sys

import pytest

import wellrun_spc as spc
import wellrun_spc.capabilities
import wellrun_spc.cumulative
import wellrun_spc.funnels
import wellrun_spc.paretos


def test_every_public_name_is_there() -> None:
    assert [name for name in spc.__all__ if getattr(spc, name, None) is None] == []
    assert set(spc.__all__) <= set(dir(spc))


def test_a_family_is_a_function_whether_or_not_its_room_was_imported_before() -> None:
    assert spc.funnel is wellrun_spc.funnels.funnel
    assert spc.pareto is wellrun_spc.paretos.pareto
    assert spc.cusum is wellrun_spc.cumulative.cusum
    assert spc.capability is wellrun_spc.capabilities.capability


def test_a_name_that_does_not_exist_is_an_error_as_usual() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'funell'"):
        _ = spc.funell  # type: ignore[attr-defined]


def test_nothing_of_them_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys, wellrun_spc as spc; before = 'wellrun_spc.funnels' in sys.modules; "
        "spc.funnel([1], [2]); print(before, 'wellrun_spc.funnels' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "True"]
