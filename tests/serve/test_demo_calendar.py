"""The demo's days: written for one week of 2026, moved to the week in which it is loaded."""

from datetime import UTC, date, datetime, timedelta

import pytest

from wellrun.cli.serving.demo.calendar import WRITTEN_IN, Calendar
from wellrun.cli.serving.demo.diary import Diary

A_YEAR = [date(2026, 11, 27) + timedelta(days=9 * step) for step in range(41)]


def test_in_the_week_it_was_written_in_nothing_moves() -> None:
    text = "By {2026-06-30}, since {2025-09}."
    told = {"on": date(2026, 4, 9), "text": text, "notes": {"2026-03-02": "x"}}
    assert Calendar(date(2026, 4, 14)).moved(told) == told | {
        "text": "By 30 June 2026, since September 2025."
    }


@pytest.mark.parametrize("today", A_YEAR)
def test_weeks_stay_weeks_and_the_last_complete_ones_are_there(today: date) -> None:
    calendar = Calendar(today)
    last_week = calendar.period(date(2026, 4, 6), "week")
    assert last_week.weekday() == 0
    assert timedelta(days=7) <= today - last_week < timedelta(days=14)
    assert calendar.day(WRITTEN_IN) <= today
    last_month = calendar.period(date(2026, 3, 1), "month")
    assert (last_month.day, (last_month + timedelta(days=31)).month) == (1, today.month)
    quarter = calendar.period(date(2026, 1, 1), "quarter")
    assert (quarter.day, quarter.month % 3) == (1, 1)
    assert timedelta(days=89) < today - quarter < timedelta(days=185)


def test_notes_stand_under_the_moved_day_of_their_number() -> None:
    moved = Calendar(date(2026, 11, 27)).moved({"notes": {"2025-12-01": "a"}, "values": [1, None]}, "month")
    assert moved == {"notes": {"2026-07-01": "a"}, "values": [1, None]}


def test_what_was_done_is_done_in_the_order_of_time_and_never_after_now() -> None:
    now, done = datetime(2026, 4, 13, 6, 0, tzinfo=UTC), []
    diary = Diary(now=now)
    for day, label in ((13, "today"), (9, "first"), (9, "second")):
        diary.note(date(2026, 4, day), label, done.append)
    assert [entry.label for entry, _moment in diary.in_order()] == ["first", "second", "today"]
    first, second, last = (moment for _entry, moment in diary.in_order())
    assert second - first == timedelta(minutes=1)
    assert last == now
    assert len(diary) == 3
