"""What projects want from a person, each as a task with the one place where it is done."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Stage
from wellrun.projects.queries import Action, Barrier, Involvement, Project, Request
from wellrun.projects.values import Involvement as Level
from wellrun.web.pdsa.presenters.words import cycle_title, stage_icon
from wellrun.web.shell.excerpts import shortened
from wellrun.web.today.presenters.words import Task, apart, due_text
from wellrun_spc.wording import format_date


def request_task(row: Request, today: date) -> Task:
    """A team that asked this leader."""
    is_late = row.reply_by < today
    said = {"day": format_date(row.reply_by), "ago": apart(row.reply_by, today)}
    late = _("They hoped for an answer by %(day)s, %(ago)s ago. A no is an answer too.")
    return Task(
        title=row.barrier.text,
        href=reverse("barriers:asked_of_me"),
        text=(late if is_late else _("They hope for an answer by %(day)s.")) % said,
        kind=f"{_('A team waits for your answer')} · {row.barrier.project.title}",
        icon="overdue" if is_late else "barrier",
    )


def study_task(row: Cycle, today: date) -> Task:
    """A test that ended: what was predicted is said again, so that Study can begin at once."""
    if row.stage == Stage.ACT:
        text = worded(_("You looked at the result. Now choose: {adopt}, {adapt}, {expand} or {abandon}."))
    elif row.prediction:
        text = _("You predicted: “%(prediction)s” What came out?") % {"prediction": shortened(row.prediction)}
    else:
        text = _("What came out? A few plain words are enough.")
    if row.ends_on is not None and row.ends_on < today:
        text = _("It ended on %(day)s.") % {"day": format_date(row.ends_on)} + " " + text
    kind = (
        worded(_("{A_test} waiting for a decision"))
        if row.stage == Stage.ACT
        else worded(_("{A_test} waiting for its {Study}"))
    )
    return Task(
        title=cycle_title(row),
        href=reverse("pdsa:cycle", args=[row.pk]),
        text=text,
        kind=f"{kind} · {row.project.title}",
        icon=stage_icon(row),
    )


def answer_task(row: Barrier) -> Task:
    """Told back to the team, until it says whether it helped."""
    name = row.answered_by.name if row.answered_by else _("A leader")
    said = {"name": name, "answer": shortened(row.answer)}
    return Task(
        title=row.text,
        href=reverse("barriers:list", args=[row.project_id]),
        text=_("%(name)s: “%(answer)s” Tell the team, and say whether it helped.") % said,
        kind=f"{_('A leader answered')} · {row.project.title}",
        icon="answer",
    )


def approval_task(row: Project) -> Task:
    return Task(
        title=row.title,
        href=reverse("projects:story", args=[row.pk]),
        text=worded(_("The team has talked it over and asks for your yes. Read their {story} first.")),
        kind=f"{_('An idea waits for your yes')} · {row.unit.name}",
        icon="bulb",
    )


def level_task(row: Involvement) -> Task:
    said = {"level": Level(row.level).label, "practice": shortened(row.practice)}
    return Task(
        title=_("Is this how you are involved: %(level)s?") % said,
        href=reverse("involvement:page", args=[row.project_id]),
        text=_("The team wrote: “%(practice)s”") % said if row.practice else _("Say it in your own words."),
        kind=f"{_('Only you can agree')} · {row.project.title}",
        icon="people",
    )


def action_task(row: Action, today: date) -> Task:
    is_late = row.due_on is not None and row.due_on < today
    return Task(
        title=row.text,
        href=reverse("huddle:page", args=[row.project_id]) + "#who",
        text=due_text(row.due_on, today) if row.due_on else _("No day was agreed."),
        kind=f"{_('You said you would do this')} · {row.project.title}",
        icon="overdue" if is_late else "check",
    )


def quiet_task(row: Project, today: date) -> Task:
    quiet = apart(localtime(row.last_news_at).date(), today)
    return Task(
        title=row.title,
        href=reverse("coaching:project", args=[row.pk]),
        text=_("No news for %(long)s. Ask them how it goes, and what would help.") % {"long": quiet},
        kind=f"{_('A team you coach')} · {row.unit.name}",
        icon="people",
    )
