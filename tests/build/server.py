"""A running Wellrun: the real command in a process of its own, with a data folder of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "demo"
START = [sys.executable, "-c", "from wellrun.cli.main import main; main()", "serve"]
PATIENCE = 180


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def clean_environment(**changes: str) -> dict[str, str]:
    """The environment without this process's settings: a server has its own folder and SQLite database."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("WELLRUN_") and name not in {"PORT", "DJANGO_SETTINGS_MODULE"}
    }
    return kept | {"PYTHONUNBUFFERED": "1"} | changes


class Visitor:
    """Somebody with a browser of their own: what they ask is theirs, whoever else asks at the same time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._cookies = {"csrftoken": "t" * 32}

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        return self.ask("GET", path)

    def post(self, path: str, fields: dict[str, object]) -> tuple[int, dict[str, str], bytes]:
        """A plain form post, with the token that a page would carry."""
        body = urlencode({"csrfmiddlewaretoken": self._cookies["csrftoken"]} | fields)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, body, headers)

    def become(self, name: str) -> None:
        """Sign in as somebody of the demo world, from the list that the sign-in page offers."""
        _status, _headers, page = self.get("/sign-in/")
        buttons = re.findall(r'name="person" value="(\d+)">(.*?)</button>', page.decode(), re.DOTALL)
        (person,) = (number for number, words in buttons if f"<b>{name}</b>" in words)
        status, headers, _page = self.post("/sign-in/demo/", {"person": person})
        assert (status, headers["location"]) == (303, "/")

    def ask(
        self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("localhost", self.port, timeout=30)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            connection.request(method, path, body, {"Cookie": cookies} | (headers or {}))
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = line.partition(";")[0].partition("=")
                self._cookies[name] = value
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()


class Server(Visitor):
    """A started `wellrun serve`; `said` is what it has printed so far."""

    def __init__(
        self, folder: Path, *, demo: bool = False, port: int | None = None, **environment: str
    ) -> None:
        super().__init__(port or free_port())
        self.folder = folder
        self._log = folder.parent / f"serve-{self.port}-{time.monotonic_ns()}.log"
        options = ["--port", str(self.port), "--data", str(folder), *(["--demo", str(DEMO)] if demo else [])]
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [*START, *options],
                cwd=folder.parent,
                env=clean_environment(**environment),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def wait_until(self, words: str) -> None:
        until = time.monotonic() + PATIENCE
        while words not in self.said:
            if time.monotonic() > until or self.process.poll() is not None:
                raise AssertionError(f"“{words}” was not said:\n{self.said}")
            time.sleep(0.05)

    def descendants(self) -> set[int]:
        """Every process that this one started, and those that they started."""
        found, parents = set(), {self.process.pid}
        while parents:
            children = {child for parent in parents for child in _children(parent)}
            parents = children - found
            found |= children
        return found

    def wait_for_background(self) -> set[int]:
        until = time.monotonic() + PATIENCE
        while not any("background" in _command(pid) for pid in self.descendants()):
            if time.monotonic() > until:
                raise AssertionError(f"The background worker did not start:\n{self.said}")
            time.sleep(0.05)
        return self.descendants()

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Tell the first process alone, as Ctrl-C in a script would; gives its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def stored(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """What the database file holds, read beside the server."""
        with sqlite3.connect(self.folder / "wellrun.sqlite3") as database:
            rows = database.execute(sql, values).fetchall()
        database.close()
        return rows


@contextmanager
def running(folder: Path, *, demo: bool = False, **environment: str) -> Iterator[Server]:
    """A server that answers; it is stopped at the end whatever happened."""
    server = Server(folder, demo=demo, **environment)
    try:
        server.wait_until("Open http://")
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


def gone(pids: set[int], within: float = 10) -> bool:
    """Whether all these processes end in time."""
    until = time.monotonic() + within
    while any(_command(pid) for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _children(parent: int) -> set[int]:
    result = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = re.findall(r"(\d+)\s+(\d+)", result.stdout)
    return {int(pid) for pid, above in pairs if int(above) == parent}


def _command(pid: int) -> str:
    """The command line of a living process; empty for one that has ended."""
    shown = subprocess.run(
        ["ps", "-p", str(pid), "-o", "stat=,args="], capture_output=True, text=True, check=False
    )
    return "" if shown.stdout.startswith("Z") else shown.stdout.strip()
