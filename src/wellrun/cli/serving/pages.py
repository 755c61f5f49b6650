"""The web server: a few processes with a few threads each, which is quick on a small machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from wellrun.cli.serving.background import stop_with_parent

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
    server.on_startup(lambda: threading.Thread(target=on_start, daemon=True).start())
    server.serve(target_loader=load, wrap_loader=False)


def load() -> Any:
    """The pages, in a worker process."""
    stop_with_parent()
    return get_wsgi_application()
