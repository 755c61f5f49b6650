"""The background worker: does queued work beside the pages, and stops when they do."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from types import FrameType

import click

_RESTART_AFTER = 2.0
_STOP_WITHIN = 2.0


class Background:
    """The worker process, kept running until it is stopped."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._keep_running, daemon=True)

    def start(self) -> None:
        self._process = self._spawn()
        self._watcher.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _spawn(self) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl-C reaches this process alone, which then tells the worker once.
        return subprocess.Popen(
            [sys.executable, "-m", "wellrun.cli.serving.background"], start_new_session=True
        )

    def _keep_running(self) -> None:
        while self._process is not None:
            self._process.wait()
            if self._stopping.wait(_RESTART_AFTER):
                return
            click.echo("The background worker stopped. Starting it again.", err=True)
            self._process = self._spawn()


def stop_with_parent() -> None:
    """Stop this process when the one that started it is gone, however it went: nothing is left behind."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    """Work until told to stop. A second signal while work is finished changes nothing."""
    import django

    django.setup()
    from django_tasks_db.management.commands.db_worker import Worker

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # stopping is not worth a warning
    worker = Worker(
        queue_names=["default"],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"serve-{os.getpid()}",
        excluded_queue_names=[],
    )

    def stop(signum: int, frame: FrameType | None) -> None:
        if worker.running:
            worker.shutdown(signum, frame)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    stop_with_parent()
    worker.run()


if __name__ == "__main__":
    main()
