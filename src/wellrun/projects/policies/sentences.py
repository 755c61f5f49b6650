"""The aim as one sentence, the same on every page and in every document."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.projects.models import Aim
from wellrun_spc.wording import format_date, format_value


def aim_sentence(aim: Aim) -> str:
    """ "Halve restraints: from 4.8 to 2.4 restraints a week, by 30 June 2026." """
    what = aim.what.rstrip(". ")
    parts = [part for part in (_from_to(aim), _by(aim)) if part]
    return f"{what}: {', '.join(parts)}." if parts else f"{what}."


def _from_to(aim: Aim) -> str:
    words = {"unit": aim.measured_by, "start": "", "goal": ""}
    if aim.goal is None:
        return ""
    words["goal"] = format_value(aim.goal)
    if aim.start is None:
        return (_("to %(goal)s %(unit)s") % words).strip()
    words["start"] = format_value(aim.start)
    return (_("from %(start)s to %(goal)s %(unit)s") % words).strip()


def _by(aim: Aim) -> str:
    return _("by %(day)s") % {"day": format_date(aim.by_when)} if aim.by_when else ""
