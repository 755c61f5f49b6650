"""A signal may come at any instant, also while the main thread is about to wait."""

import signal
import subprocess
import sys

from wellrun.cli.serving.interrupt import Interrupt

SCRIPT = """
import signal
from wellrun.cli.serving.interrupt import Interrupt

mark = Interrupt()
signal.signal(signal.SIGALRM, lambda *_: mark.set())
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
for _ in range(3000):
    mark.wait()
    mark.clear()
signal.setitimer(signal.ITIMER_REAL, 0)
print("heard them all")
"""


def test_a_signal_in_the_midst_of_waiting_is_heard() -> None:
    """With a threading.Event this stops within seconds: its lock waits for itself."""
    heard = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=True
    )
    assert heard.stdout == "heard them all\n"


ELSEWHERE = """
import os, signal, threading, time
from wellrun.cli.serving.interrupt import Interrupt

mark = Interrupt()
signal.signal(signal.SIGINT, lambda *_: mark.set())

def take_it() -> None:
    time.sleep(0.1)
    signal.pthread_kill(threading.get_ident(), signal.SIGINT)
    time.sleep(50)

threading.Thread(target=take_it, daemon=True).start()
mark.wait()
print("heard")
"""


def test_a_signal_that_another_thread_took_is_heard() -> None:
    """It does not wake the main thread, which would wait for ever."""
    heard = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, timeout=40, check=True
    )
    assert heard.stdout == "heard\n"


def test_an_end_whose_mark_was_cleared_is_heard() -> None:
    asked: list[bool] = []
    mark = Interrupt(lambda: bool(asked))
    mark.set()
    asked.append(True)
    mark.clear()
    mark.wait()


def test_it_stays_set_until_it_is_cleared() -> None:
    mark = Interrupt()
    mark.set()
    mark.wait()
    mark.wait()
    mark.clear()
    previous = signal.signal(signal.SIGALRM, lambda *_: mark.set())
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        mark.wait()
    finally:
        signal.signal(signal.SIGALRM, previous)
