"""Reads settings from the environment: small typed readers, and the database address."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str) -> list[str]:
    """Values separated by commas or spaces."""
    return text(name).replace(",", " ").split()


def number(name: str, default: int) -> int:
    """A whole number. Raises `ImproperlyConfigured` for anything else."""
    given = text(name)
    if given and not given.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, like {default}. It says “{given}”.")
    return int(given) if given else default


def hour(name: str, default: int) -> int:
    """An hour of the day, 0 to 23."""
    given = text(name, str(default))
    if not given.isdecimal() or int(given) > 23:
        raise ImproperlyConfigured(f"{name} must be an hour from 0 to 23, for example {default}.")
    return int(given)


def time_zone(name: str) -> str:
    """A time zone by its name in the tz database; without one, UTC."""
    zone = text(name, "UTC")
    try:
        ZoneInfo(zone)
    except (ValueError, ZoneInfoNotFoundError, OSError) as error:
        raise ImproperlyConfigured(f"{name} must name a time zone, for example Europe/London.") from error
    return zone


@dataclass(frozen=True)
class Addresses:
    """Where people reach this installation."""

    hosts: list[str]
    origins: list[str]
    is_https: bool
    public: str
    """What links in letters begin with: the first of them, or this machine."""


def addresses(name: str) -> Addresses:
    """Addresses such as https://wellrun.example.org, or bare names; without any, this machine alone."""
    given = [urlsplit(word if "://" in word else f"//{word}") for word in words(name)]
    hosts = [f"[{each.hostname}]" if ":" in (each.hostname or "") else each.hostname or "" for each in given]
    origins = [f"{each.scheme}://{each.netloc}" for each in given if each.scheme]
    bare = [f"http://{each.netloc}" for each in given]
    return Addresses(
        hosts=hosts or ["localhost", "127.0.0.1", "[::1]"],
        origins=origins,
        public=[*origins, *bare, f"http://localhost:{text('PORT', '8000')}"][0],
        is_https=any(each.scheme == "https" for each in given),
    )


def sqlite(folder: Path) -> dict[str, Any]:
    """The embedded database. Nothing that was acknowledged is lost, and writers wait for each other."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "wellrun.sqlite3",
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # IMMEDIATE: a transaction that reads and then writes waits its turn, where the default
            # fails at once with "database is locked".
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # FULL: with NORMAL a power cut may take back the last commits. Costs about 4 ms a commit.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def postgresql(address: str) -> dict[str, Any]:
    """PostgreSQL from ``postgres://user:password@host:port/name``; ``?host=/folder`` names a socket."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "WELLRUN_DATABASE_URL must look like postgres://user:password@host:5432/name."
            " Correct it, or remove it to use SQLite in the data folder."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "wellrun.core.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or options.pop("user", "")),
        "PASSWORD": unquote(parts.password or options.pop("password", "")),
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        # The pool keeps connections; with it Django wants CONN_MAX_AGE 0.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}, **options},
    }


def database(folder: Path) -> dict[str, Any]:
    address = text("WELLRUN_DATABASE_URL")
    return postgresql(address) if address else sqlite(folder)


def mail(folder: Path) -> dict[str, Any]:
    """How e-mail leaves: through a mail server where one is named, else as files in the data folder."""
    address = text("WELLRUN_EMAIL_URL")
    if not address:
        return {
            "backend": "django.core.mail.backends.filebased.EmailBackend",
            "folder": str(folder / "outbox"),
        }
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
        raise ImproperlyConfigured(
            "WELLRUN_EMAIL_URL must look like smtp+tls://user:password@mail.example.org:587."
            " Correct it, or remove it to write e-mail to files in the data folder."
        )
    return {
        "backend": "django.core.mail.backends.smtp.EmailBackend",
        "host": parts.hostname,
        "port": parts.port or {"smtp": 25, "smtps": 465, "smtp+tls": 587}[parts.scheme],
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "ssl": parts.scheme == "smtps",
        "tls": parts.scheme == "smtp+tls",
    }


def sign_on_providers() -> list[dict[str, Any]]:
    """OpenID Connect providers: WELLRUN_OIDC lists their short names, and each has settings of its own."""
    return [_sign_on_provider(name) for name in words("WELLRUN_OIDC")]


def _sign_on_provider(name: str) -> dict[str, Any]:
    if not re.fullmatch(r"[a-z][a-z0-9]{0,30}", name):
        raise ImproperlyConfigured(
            f"WELLRUN_OIDC holds short names in small letters, like “trust”. It says “{name}”."
        )
    begins = f"WELLRUN_OIDC_{name.upper()}_"
    issuer, client = text(f"{begins}ISSUER"), text(f"{begins}CLIENT_ID")
    if not issuer or not client:
        raise ImproperlyConfigured(f"Sign-on “{name}” needs {begins}ISSUER and {begins}CLIENT_ID.")
    return {
        "provider_id": name,
        "name": text(f"{begins}NAME", name),
        "client_id": client,
        "secret": text(f"{begins}SECRET"),
        "settings": {
            "server_url": issuer.rstrip("/"),
            "issuer": issuer,
            "oauth_pkce_enabled": True,
            "organisation": text(f"{begins}ORGANISATION"),
        },
    }
