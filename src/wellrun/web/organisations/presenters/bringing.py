"""What a brought file would do, as a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.exchange.organisations.outcome import Line, RowProblem
from wellrun.web.measures.presenters.preview import Trouble, present_trouble
from wellrun.web.organisations.bringing import Brought

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPage:
    """What the preview shows beside its forms."""

    title: str
    counts: tuple[str, ...]
    lines: tuple[Line, ...]
    more_lines: str
    problems: tuple[RowProblem, ...]
    more_problems: str
    trouble: Trouble | None
    is_ready: bool


def present_brought(brought: Brought, *, name: str) -> BringPage:
    outcome = brought.outcome
    lines = tuple(line for line in outcome.lines if line.what != "same") if outcome else ()
    problems = outcome.problems if outcome else ()
    return BringPage(
        title=name or _("A pasted table"),
        counts=_counts(brought),
        lines=lines[:MOST_SHOWN],
        more_lines=_more(len(lines)),
        problems=problems[:MOST_SHOWN],
        more_problems=_more(len(problems)),
        trouble=present_trouble(brought.trouble) if brought.trouble else None,
        is_ready=bool(lines) and not problems,
    )


def _counts(brought: Brought) -> tuple[str, ...]:
    if brought.outcome is None:
        return ()
    new, changed, same = (brought.outcome.count(what) for what in ("new", "changed", "same"))
    return (
        ngettext("%(count)d row is new.", "%(count)d rows are new.", new) % {"count": new},
        ngettext("%(count)d row changes something.", "%(count)d rows change something.", changed)
        % {"count": changed},
        ngettext("%(count)d row changes nothing.", "%(count)d rows change nothing.", same) % {"count": same},
    )


def _more(count: int) -> str:
    hidden = count - MOST_SHOWN
    return (
        ngettext("and %(count)d more", "and %(count)d more", hidden) % {"count": hidden} if hidden > 0 else ""
    )
