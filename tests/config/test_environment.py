"""Settings read from the environment."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from wellrun.config import environment


def test_a_blank_variable_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLRUN_HOSTS", "  ")
    assert environment.text("WELLRUN_HOSTS", "fallback") == "fallback"
    assert environment.words("WELLRUN_HOSTS") == []


def test_lists_are_separated_by_commas_or_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WELLRUN_HOSTS", "wellrun.example.org, https://qi.example.org 10.0.0.4")
    assert environment.words("WELLRUN_HOSTS") == ["wellrun.example.org", "https://qi.example.org", "10.0.0.4"]


def test_sqlite_loses_nothing_and_makes_writers_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WELLRUN_DATABASE_URL", raising=False)
    options = environment.database(tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] >= 5
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "postgres://ada:s%40cret@db.example.org:5433/wellrun",
            ("wellrun", "ada", "s@cret", "db.example.org", "5433"),
        ),
        ("postgresql://ada@localhost/wellrun", ("wellrun", "ada", "", "localhost", "")),
        ("postgresql:///wellrun?host=/var/run/pg&user=ada", ("wellrun", "ada", "", "/var/run/pg", "")),
        ("postgresql://ada:@/wellrun?host=/var/run/pg", ("wellrun", "ada", "", "/var/run/pg", "")),
    ],
)
def test_postgresql_is_read_from_its_address(address: str, expected: tuple[str, ...]) -> None:
    read = environment.postgresql(address)
    assert tuple(read[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected
    assert "pool" in read["OPTIONS"]


def test_other_options_of_the_address_reach_the_database() -> None:
    assert environment.postgresql("postgres://a@b/c?sslmode=require")["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("address", ["mysql://a@b/c", "postgres://host-only", "nonsense"])
def test_an_address_that_is_no_database_says_what_one_looks_like(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="postgres://user:password@host:5432/name"):
        environment.postgresql(address)
