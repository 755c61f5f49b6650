"""How functions are compiled: inner functions, steps of an entry, and entries, which are kept on disk."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numba
from numba.extending import register_jitable

P = ParamSpec("P")
R = TypeVar("R")

_settings: Any = numba.config
_SOURCES = ("wellrun_spc.kernel", "wellrun_spc.panel.compiled")


def inner(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that only compiled functions call."""
    compiled: Callable[P, R] = numba.njit(nogil=True, error_model="numpy")(function)
    return compiled


def step(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a step of an entry, into the entry: columns that are handed on are then counted no second time.

    The counts are shared between threads, so counting costs more than the arithmetic of a series.
    """
    compiled: Callable[P, R] = numba.njit(nogil=True, error_model="numpy", forceinline=True)(function)
    return compiled


def entry(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function that Python calls, and keep the result on disk for the next process.

    It holds no lock while it runs, so threads can share the work. Numba watches only the file that an
    entry stands in, so the folder carries a fingerprint of all the sources that are compiled into it. Where
    no folder can be written, each process compiles for itself.
    """
    root = writable_root(roots())
    with _cache_folder(root):
        compiled: Callable[P, R] = numba.njit(nogil=True, error_model="numpy", cache=root is not None)(
            function
        )
    return compiled


def plain(function: Callable[P, R]) -> Callable[P, R]:
    """Let compiled functions call this plain Python one, which stays as it is for everyone else."""
    known: Callable[P, R] = register_jitable(function)
    return known


@contextmanager
def _cache_folder(root: Path | None) -> Iterator[None]:
    before = _settings.CACHE_DIR
    if root is not None:
        _settings.CACHE_DIR = str(root / f"wellrun-{fingerprint()}")
    try:
        yield
    finally:
        _settings.CACHE_DIR = before


def fingerprint() -> str:
    """A short name for exactly these sources."""
    digest = hashlib.sha256()
    for package in _SOURCES:
        for source in sorted(files(package).iterdir(), key=lambda file: file.name):
            if source.name.endswith(".py"):
                digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def roots() -> list[Path]:
    """Where compiled code may be kept: as told, beside this file, the user's cache, a private folder."""
    told = [Path(_settings.CACHE_DIR)] if _settings.CACHE_DIR else []
    user = os.environ.get("XDG_CACHE_HOME") or str(Path("~/.cache").expanduser())
    return [*told, Path(__file__).parent / "__pycache__", Path(user) / "wellrun", _private()]


def _private() -> Path:
    return Path(tempfile.gettempdir()) / f"wellrun-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def writable_root(candidates: list[Path]) -> Path | None:
    """The first folder that we can write to and no stranger can: what is in it will be run."""
    for root in candidates:
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=root).close()
            if _is_safe(root):
                return root
        except OSError:
            continue
    return None


def _is_safe(root: Path) -> bool:
    """Whether no stranger could have put files there."""
    if not hasattr(os, "getuid"):
        return True
    found = root.stat()
    return found.st_uid in (0, os.getuid()) and not found.st_mode & 0o002
