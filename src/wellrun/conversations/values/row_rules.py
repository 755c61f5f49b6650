"""The second lock of conversations: a row is shown where the thing that it is about is shown."""

from __future__ import annotations

from wellrun.core.second_lock import RowRule

TABLES = ("conversations_comment", "conversations_follow")


def rules_for(**tables: str) -> tuple[RowRule, ...]:
    """For the app of a domain: each kind of thing by the table that holds it.

    The rules of that table then hold for what is said about its rows.
    """
    return tuple(
        RowRule(
            table=table,
            name=f"about_a_{kind}",
            condition=f"kind = '{kind}' AND EXISTS (SELECT FROM {things} AS thing WHERE thing.id = thing_id)",
        )
        for kind, things in tables.items()
        for table in TABLES
    )
