"""The mark that wakes the server's main loop, which a signal may set at any moment."""

from __future__ import annotations

from queue import SimpleQueue


class Interrupt:
    """What the web server needs of a `threading.Event`, safe to set in a signal handler.

    The handler runs in the main thread, which may be inside ``wait`` at that moment. An event's lock is then
    held already, and setting it waits for itself for ever: a Ctrl-C in the first instants was lost so. A
    simple queue is documented to be safe there.
    """

    def __init__(self) -> None:
        self._marks: SimpleQueue[None] = SimpleQueue()

    def set(self) -> None:
        self._marks.put(None)

    def wait(self) -> None:
        """Wait until it is set; it stays set."""
        self._marks.get()
        self._marks.put(None)

    def clear(self) -> None:
        while not self._marks.empty():
            self._marks.get()
