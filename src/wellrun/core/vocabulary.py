"""Words that readers call by different names, marked in a message and spoken as its reader speaks::

    worded(_("Agree {the_aim} first."))

As with a language, the words of whoever reads are the active ones while their page or letter is made. A mark
is the standard word itself, so a message without a reader says what it shows: "Agree the aim first." Marks
are filled before texts of people go in; what people typed is never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.functional import Promise, lazy

Vocabulary = Callable[[str], str]
"""The word for a mark, for example for ``the_aim``."""

_MARK = re.compile(r"\{([A-Za-z_]+)\}")


def as_written(mark: str) -> str:
    """The standard word. A state of the record is marked as one, since its name is often another word too."""
    is_capital = mark[:1].isupper()
    written = mark[:1].lower() + mark[1:]
    written = written.removeprefix("state_").replace("_", " ")
    return written[:1].upper() + written[1:] if is_capital else written


def as_marked(mark: str) -> str:
    """For a label that is kept: its reader is somebody else."""
    return f"{{{mark}}}"


_ACTIVE: ContextVar[Vocabulary] = ContextVar("wellrun_vocabulary", default=as_written)
_OF_PEOPLE: list[Callable[[int], Vocabulary]] = []


def worded(message: str | Promise) -> str:
    """The message in the words of whoever reads."""
    vocabulary = _ACTIVE.get()
    return _MARK.sub(lambda mark: vocabulary(mark[1]), str(message))


worded_lazy = lazy(worded, str)
"""The same for labels, which are made once and read by many."""


def marks_of(message: str) -> list[str]:
    return _MARK.findall(message)


@contextmanager
def speaking(vocabulary: Vocabulary) -> Iterator[None]:
    token = _ACTIVE.set(vocabulary)
    try:
        yield
    finally:
        _ACTIVE.reset(token)


def knows_people(vocabulary_of: Callable[[int], Vocabulary]) -> None:
    """Told once, at the start, by the domain that knows which words a person chose."""
    _OF_PEOPLE[:] = [vocabulary_of]


def vocabulary_of(person_id: int) -> Vocabulary:
    """The words of a person who is not asking: somebody who gets a letter."""
    return _OF_PEOPLE[0](person_id) if _OF_PEOPLE else as_written
