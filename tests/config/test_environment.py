"""Settings read from the environment."""

from collections.abc import Callable
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


def test_without_a_mail_server_letters_are_files_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WELLRUN_EMAIL_URL", raising=False)
    told = environment.mail(tmp_path)
    assert told == {
        "backend": "django.core.mail.backends.filebased.EmailBackend",
        "folder": str(tmp_path / "outbox"),
    }


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp+tls://ada:s%40cret@mail.example.org", ("mail.example.org", 587, "ada", "s@cret", False, True)),
        ("smtps://mail.example.org", ("mail.example.org", 465, "", "", True, False)),
        ("smtp://mail.example.org:2525", ("mail.example.org", 2525, "", "", False, False)),
    ],
)
def test_a_mail_server_is_read_from_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, expected: tuple[object, ...]
) -> None:
    monkeypatch.setenv("WELLRUN_EMAIL_URL", address)
    told = environment.mail(tmp_path)
    assert tuple(told[name] for name in ("host", "port", "user", "password", "ssl", "tls")) == expected


@pytest.mark.parametrize(
    ("name", "value", "ask"),
    [
        ("WELLRUN_EMAIL_URL", "mail.example.org", lambda: environment.mail(Path())),
        ("WELLRUN_OIDC", "Our Trust!", environment.sign_on_providers),
        ("WELLRUN_OIDC", "trust", environment.sign_on_providers),
        ("WELLRUN_PROXIES", "one", lambda: environment.number("WELLRUN_PROXIES", 0)),
    ],
)
def test_a_setting_that_cannot_be_read_says_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, ask: Callable[[], object]
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name):
        ask()


@pytest.mark.parametrize("hour", ["24", "-1", "seven", "7.5"])
def test_an_hour_that_no_clock_shows_is_refused(monkeypatch: pytest.MonkeyPatch, hour: str) -> None:
    monkeypatch.setenv("WELLRUN_DIGEST_HOUR", hour)
    with pytest.raises(ImproperlyConfigured, match="an hour from 0 to 23"):
        environment.hour("WELLRUN_DIGEST_HOUR", 7)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "/etc/localtime"])
def test_a_time_zone_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("WELLRUN_TIME_ZONE", zone)
    with pytest.raises(ImproperlyConfigured, match="name a time zone"):
        environment.time_zone("WELLRUN_TIME_ZONE")


@pytest.mark.parametrize(
    ("hosts", "expected"),
    [
        ("", "http://localhost:8000"),
        ("https://wellrun.example, other.example", "https://wellrun.example"),
        ("wellrun.example", "http://wellrun.example"),
    ],
)
def test_links_in_letters_begin_with_the_first_address(
    monkeypatch: pytest.MonkeyPatch, hosts: str, expected: str
) -> None:
    monkeypatch.setenv("WELLRUN_HOSTS", hosts)
    monkeypatch.delenv("PORT", raising=False)
    assert environment.addresses("WELLRUN_HOSTS").public == expected
