"""The web server: a few processes with a few threads each, which is quick on a small machine."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.wsgi import get_wsgi_application
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from wellrun.cli.serving.background import stop_with
from wellrun.cli.serving.interrupt import Interrupt
from wellrun.core.second_lock import work_as_nobody

WORKERS = min(2, os.cpu_count() or 1)
THREADS = 4
_STOP_WITHIN = 2


def serve_pages(host: str, port: int, *, on_start: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM. ``on_start`` runs beside, once the server is starting."""
    server = Granian(
        "wellrun",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        backpressure=64,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=_STOP_WITHIN,
    )

    server.main_loop_interrupt = Interrupt(lambda: server.interrupt_signal)  # type: ignore[assignment]

    def announce() -> None:
        # A process is copied with the locks that other threads hold at that moment: stay still until all are.
        while len(server.wrks) < WORKERS:
            time.sleep(0.02)
        on_start()

    def on_startup() -> None:
        # A terminal that is closed stops the server, as people expect; the server's own habit is to reload.
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
        threading.Thread(target=announce, daemon=True).start()

    server.on_startup(on_startup)
    server.serve(target_loader=partial(load, os.getpid()), wrap_loader=False)


def load(parent: int) -> Any:
    """The pages, in a worker process."""
    stop_with(parent)
    work_as_nobody()
    return get_wsgi_application()
