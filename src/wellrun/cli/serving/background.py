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

from wellrun.cli.setting_up import see_everything

_RESTART_AFTER = 2.0
_STOP_WITHIN = 2.0


class Background:
    """The worker process, kept running until it is stopped."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._starting = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher = threading.Thread(target=self._keep_running, daemon=True)

    def start(self) -> None:
        if self._spawned():
            self._watcher.start()

    def stop(self) -> None:
        with self._starting:
            self._stopping.set()
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _spawned(self) -> bool:
        """Start the process, unless the stop came first."""
        with self._starting:
            if self._stopping.is_set():
                return False
            # A session of its own: Ctrl-C reaches this process alone, which then tells the worker once.
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", "wellrun.cli.serving.background", str(os.getpid())],
                start_new_session=True,
            )
            return True

    def _keep_running(self) -> None:
        while self._process is not None:
            self._process.wait()
            if self._stopping.wait(_RESTART_AFTER):
                return
            click.echo("The background worker stopped. Starting it again.", err=True)
            if not self._spawned():
                return


def stop_with(parent: int) -> None:
    """Stop this process when the one that started it is gone, however it went: nothing is left behind."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def main(parent: int) -> None:
    """Work until told to stop. A second signal while work is finished changes nothing."""
    import django

    django.setup()
    see_everything()
    from django.utils import timezone

    from wellrun.cli.serving.schedule import every_day
    from wellrun.core.background.worker import Worker

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # stopping is not worth a warning
    worker = Worker(clock=timezone.now, zone=timezone.get_default_timezone(), daily=every_day())

    def stop(signum: int, frame: FrameType | None) -> None:
        if worker.running:
            worker.shutdown(signum, frame)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    stop_with(parent)
    worker.run()


if __name__ == "__main__":
    main(parent=int(sys.argv[1]))
