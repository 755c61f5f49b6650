"""The data folder and the secret key in it."""

import stat
import threading
from pathlib import Path

import pytest

from wellrun.core import place


def test_the_folder_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(place.DATA_VARIABLE, str(tmp_path / "ward"))
    assert place.data_folder() == tmp_path / "ward"
    assert not (tmp_path / "ward").exists(), "looking makes nothing"


def test_without_one_it_is_data_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(place.DATA_VARIABLE)
    monkeypatch.chdir(tmp_path)
    assert place.data_folder() == tmp_path / "data"


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    place.make_data_folder(tmp_path)
    assert place.secret_key(tmp_path) is None
    place.make_secret_key(tmp_path)
    key = place.secret_key(tmp_path)
    place.make_secret_key(tmp_path)
    assert key is not None
    assert len(key) >= 50
    assert place.secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_starts_at_the_same_moment_agree_on_one_key(tmp_path: Path) -> None:
    starts = [threading.Thread(target=place.make_secret_key, args=(tmp_path,)) for _ in range(8)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(OSError, match="exists"):
        place.make_data_folder(tmp_path / "data")
