"""The one-time key that lets whoever runs the machine set Wellrun up in the browser."""

from __future__ import annotations

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

_FILE = "set-up-key"


def make(folder: Path) -> str:
    """The key of this installation, made where there is none, readable by its owner alone."""
    kept = _kept(folder)
    if kept:
        return kept
    key = secrets.token_urlsafe(24)
    descriptor = os.open(folder / _FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


def fits(folder: Path, key: str) -> bool:
    kept = _kept(folder)
    return bool(kept) and hmac.compare_digest(kept.encode(), key.encode())


def take(folder: Path, key: str) -> bool:
    """Take the key away, so that of two people with the address only one gets in. `put_back` undoes it."""
    if not fits(folder, key):
        return False
    try:
        (folder / _FILE).rename(folder / f"{_FILE}-taken")
    except FileNotFoundError:
        return False
    return True


def put_back(folder: Path) -> None:
    """Nothing came of it."""
    (folder / f"{_FILE}-taken").rename(folder / _FILE)


def use_up(folder: Path) -> None:
    """It opens nothing any more."""
    for name in (_FILE, f"{_FILE}-taken"):
        with suppress(FileNotFoundError):
            (folder / name).unlink()


def _kept(folder: Path) -> str:
    with suppress(OSError):
        return (folder / _FILE).read_text(encoding="ascii").strip()
    return ""
