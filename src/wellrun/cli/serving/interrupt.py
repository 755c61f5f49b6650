"""The mark that wakes the server's main loop, which a signal may set at any moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

_BEAT = 0.25
"""Seconds of waiting after which the main thread looks up: only there does Python run what a signal asks."""


class Interrupt:
    """What the web server needs of a `threading.Event`, safe to set in a signal handler.

    The handler runs in the main thread, which may be inside ``wait`` at that moment. An event's lock is then
    held already, and setting it waits for itself for ever: a Ctrl-C in the first instants was lost so. A
    simple queue is documented to be safe there.

    The system may hand a signal to another thread. It does not wake the main thread then, which would wait
    for ever with the handler not run: so waiting looks up now and then. ``is_over`` says that the end was
    asked for, also where its mark was cleared together with another one.
    """

    def __init__(self, is_over: Callable[[], bool] = lambda: False) -> None:
        self._marks: SimpleQueue[None] = SimpleQueue()
        self._is_over = is_over

    def set(self) -> None:
        self._marks.put(None)

    def wait(self) -> None:
        """Wait until it is set; it stays set."""
        while not self._is_over():
            with suppress(Empty):
                self._marks.get(timeout=_BEAT)
                break
        self._marks.put(None)

    def clear(self) -> None:
        while not self._marks.empty():
            self._marks.get()
