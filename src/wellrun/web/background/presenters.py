"""Background work as a page: what kind of work, what kind of error, when. Never what it was about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.background import DeadLetter
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One piece of work that was put aside."""

    id: str
    work: str
    error: str
    attempts: str
    asked: str
    failed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundPage:
    """``asked`` is the one about which the person is asked whether they are sure."""

    lede: str
    letters: tuple[Letter, ...]
    asked: Letter | None


def present_background(
    letters: Sequence[DeadLetter], counts: Mapping[str, int], *, asked: str = ""
) -> BackgroundPage:
    shown = tuple(_letter(letter) for letter in letters)
    return BackgroundPage(
        lede=_lede(counts),
        letters=shown,
        asked=next((letter for letter in shown if letter.id == asked), None),
    )


def _lede(counts: Mapping[str, int]) -> str:
    dead = ngettext("%(count)d was put aside.", "%(count)d were put aside.", counts["dead"])
    return " ".join(
        [
            _("%(count)d waiting.") % {"count": counts["waiting"]},
            _("%(count)d in hand.") % {"count": counts["running"]},
            dead % {"count": counts["dead"]},
        ]
    )


def _letter(letter: DeadLetter) -> Letter:
    works = {
        "send_mail": _("A letter by e-mail"),
        "send_digests": _("The digest of the day"),
        "send_agendas": _("The agendas of huddles"),
        "tidy_up": _("The daily tidy-up"),
        "refresh_readings": _("Readings of an earlier version"),
    }
    times = ngettext("tried once", "tried %(count)d times", letter.attempts) % {"count": letter.attempts}
    return Letter(
        id=str(letter.id),
        work=works.get(letter.work, letter.work),
        error=letter.error,
        attempts=times,
        asked=_moment(letter.asked_at),
        failed=_moment(letter.failed_at) if letter.failed_at else "",
    )


def _moment(at: datetime) -> str:
    local = localtime(at)
    return f"{format_date(local.date())}, {local:%H:%M}"
