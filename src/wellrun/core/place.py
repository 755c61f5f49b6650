"""The data folder: where one installation keeps its database, secret key and gathered static files."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

DATA_VARIABLE = "WELLRUN_DATA"
_KEY_FILE = "secret-key"


def data_folder() -> Path:
    """The folder named by WELLRUN_DATA, else ``data`` in the current folder. Looking does not make it."""
    return Path(os.environ.get(DATA_VARIABLE) or "data").expanduser().absolute()


def make_data_folder(folder: Path) -> None:
    """Make the folder for its owner alone. Raises ``OSError`` where it cannot be made or written to."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    probe = folder / f".probe-{secrets.token_hex(4)}"
    probe.touch()
    probe.unlink()


def secret_key(folder: Path) -> str | None:
    """The key made for this installation, or ``None`` before there is one."""
    with suppress(OSError):
        return (folder / _KEY_FILE).read_text(encoding="ascii").strip() or None
    return None


def make_secret_key(folder: Path) -> None:
    """Make the key once, readable by its owner alone. Two starts at the same moment agree on the first."""
    if secret_key(folder):
        return
    draft = folder / f".{_KEY_FILE}-{secrets.token_hex(4)}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, folder / _KEY_FILE)
    draft.unlink()
