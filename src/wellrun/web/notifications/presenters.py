"""News as a page, in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.accounts.queries import Notification
from wellrun.accounts.values import is_own_page
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of news. ``href`` is empty where it leads nowhere."""

    id: int
    text: str
    href: str
    when: str
    kind: str
    is_unread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """Unread first. ``until`` is the time of the latest shown, for marking all of them as read."""

    unread: tuple[Item, ...]
    read: tuple[Item, ...]
    lede: str
    until: str


def present_news(rows: Sequence[Notification]) -> NewsPage:
    items = [_item(row) for row in rows]
    unread = tuple(item for item in items if item.is_unread)
    lede = (
        ngettext("%(count)d you have not read.", "%(count)d you have not read.", len(unread))
        % {"count": len(unread)}
        if unread
        else _("You have read everything.")
    )
    until = max((row.at for row in rows), default=None)
    return NewsPage(
        unread=unread,
        read=tuple(item for item in items if not item.is_unread),
        lede=lede if rows else "",
        until=until.isoformat() if until else "",
    )


def _item(row: Notification) -> Item:
    return Item(
        id=row.pk,
        text=row.sentence,
        href=row.address if is_own_page(row.address) else "",
        when=format_date(localtime(row.at).date()),
        kind=_("Waits for you") if row.asks else "",
        is_unread=row.read_at is None,
    )
