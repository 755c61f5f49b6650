"""The second lock of conversations: a row is shown where the thing that it is about is shown."""

from __future__ import annotations

from wellrun.core.second_lock import RowRule

TABLES = ("conversations_comment", "conversations_follow")


def rules_for(**conditions: str) -> tuple[RowRule, ...]:
    """For the app of a domain: each kind of thing, and when ``thing_id`` is one that is shown."""
    return tuple(
        RowRule(table=table, name=f"about_a_{kind}", condition=f"kind = '{kind}' AND {condition}")
        for kind, condition in conditions.items()
        for table in TABLES
    )


def shown_in(table: str) -> str:
    """For things that stand in this table: its own rules hold for what is said about its rows."""
    return f"EXISTS (SELECT FROM {table} AS thing WHERE thing.id = thing_id)"
