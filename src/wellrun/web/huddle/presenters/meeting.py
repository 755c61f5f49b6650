"""When the team meets, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from wellrun.control.policies import next_huddle
from wellrun.control.queries import Huddle
from wellrun.control.values import Weekday
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """When the team meets next, and whether this person gets the agenda."""

    when: str
    is_set: bool
    is_wanted: bool
    agenda: str


def present_meeting(huddle: Huddle | None, *, is_wanted: bool, now: datetime) -> Meeting:
    if huddle is None:
        return Meeting(when=_("No fixed time yet."), is_set=False, is_wanted=is_wanted, agenda="")
    at = next_huddle(huddle.weekday, huddle.at, after=now, zone=get_default_timezone())
    words = {
        "weekday": Weekday(huddle.weekday).label,
        "day": format_date(at.date()),
        "time": f"{huddle.at:%H:%M}",
    }
    return Meeting(
        when=_("%(weekday)s at %(time)s. Next on %(day)s.") % words,
        is_set=True,
        is_wanted=is_wanted,
        agenda=_("You get the agenda by e-mail, within the day before.")
        if is_wanted
        else _("You do not get the agenda by e-mail."),
    )
