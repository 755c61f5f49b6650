"""What people of the demo did, kept until all is known, and then done in the order of time.

So the audit trail, the news and the numbers of tests come about as they do in life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

MORNING = time(8, 0)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One thing that somebody did. Of the same day, what stands first in the files comes first."""

    day: date
    number: int
    label: str = field(compare=False)
    do: Callable[[datetime], object] = field(compare=False)


@dataclass(slots=True, kw_only=True)
class Diary:
    """``now`` is when the demo is loaded: nothing is done later than that."""

    now: datetime
    _entries: list[Entry] = field(default_factory=list)

    def note(self, day: date, label: str, do: Callable[[datetime], object]) -> None:
        self._entries.append(Entry(day, len(self._entries), label, do))

    def __len__(self) -> int:
        return len(self._entries)

    def in_order(self) -> Iterator[tuple[Entry, datetime]]:
        """Every entry with its moment: in the morning of its day, a minute after the one before."""
        before = None
        for entry in sorted(self._entries):
            morning = datetime.combine(entry.day, MORNING, tzinfo=UTC)
            moment = morning if before is None else max(morning, before + timedelta(minutes=1))
            before = min(moment, self.now)
            yield entry, before
