"""Record how service users and carers are involved; let them agree; hear them before it is called done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.core.sentences import Sentence, word
from wellrun.projects.models import Agreement, Involvement, Project, Word
from wellrun.projects.permissions import may_speak_as_partner, may_work
from wellrun.projects.queries.involvement import involvement_of, partners_of, standing_of
from wellrun.projects.services.telling import ask, page_of, team_of, tell
from wellrun.projects.services.writing import finish, locked, require_clean
from wellrun.projects.values import NEEDS_PARTNERS, State
from wellrun.projects.values import Involvement as Level

LONGEST = 2000


class InvolvementRefused(Refused):
    """A level or a partner's word that could not be saved."""


@transaction.atomic
def record_involvement(
    *, actor: Actor, project: Project, level: str, practice: str = "", now: datetime
) -> Involvement:
    """Write the level as the team sees it. A partner who writes it agrees; the others are asked."""
    project = locked(project.pk)
    may_work(actor, project).require()
    practice = trimmed(practice)
    if level not in Level.values:
        raise InvolvementRefused(_("Choose one of the levels."), field="level")
    if level != Level.NONE and not practice:
        raise InvolvementRefused(_("Say what it looks like in practice."), field="practice")
    if len(practice) > LONGEST:
        raise InvolvementRefused(too_long(LONGEST, len(practice)), field="practice")
    require_clean(project, practice=practice)
    row = Involvement.objects.create(project=project, level=level, practice=practice, by_id=actor.id, at=now)
    partners = partners_of(project)
    if actor.person_id in partners:
        Agreement.objects.create(involvement=row, person_id=actor.id, at=now)
    after = {"level": level, "practice": practice}
    finish(
        actor=actor, project=project, action="involvement.recorded", part="involvement", after=after, now=now
    )
    ask(
        actor=actor,
        people=partners,
        kind="involvement.recorded",
        text=Sentence(
            gettext_noop("Is this how you are involved in “%(project)s”: %(level)s?"),
            {"project": project.title, "level": word(Level(level).label)},
        ),
        address=page_of(project, "involvement"),
        now=now,
    )
    return row


@transaction.atomic
def agree_involvement(*, actor: Actor, project: Project, now: datetime) -> Involvement:
    """A partner agrees with the level as it is now. Saying it twice changes nothing."""
    project = locked(project.pk)
    may_speak_as_partner(actor, project, standing_of(project)).require()
    row = involvement_of(project)
    if row is None:
        raise InvolvementRefused(_("There is no level to agree with yet."))
    _agreement, is_new = Agreement.objects.get_or_create(
        involvement=row, person_id=actor.id, defaults={"at": now}
    )
    if is_new:
        finish(
            actor=actor,
            project=project,
            action="involvement.agreed",
            part="involvement",
            after={"level": row.level},
            now=now,
        )
    return row


@transaction.atomic
def say_word(
    *, actor: Actor, project: Project, target: str, is_yes: bool, words: str = "", now: datetime
) -> Word:
    """A partner says whether the project may be called done. Their last word counts until it moves."""
    project = locked(project.pk)
    may_speak_as_partner(actor, project, standing_of(project)).require()
    words = trimmed(words)
    if target not in NEEDS_PARTNERS:
        raise InvolvementRefused(_("Choose what you say yes or no to."), field="target")
    if not is_yes and not words:
        raise InvolvementRefused(_("Say what is still missing, so that the team can do it."), field="words")
    if len(words) > 500:
        raise InvolvementRefused(too_long(500, len(words)), field="words")
    require_clean(project, words=words)
    row, _is_new = Word.objects.update_or_create(
        project=project,
        person_id=actor.id,
        target=target,
        settled_at=None,
        defaults={"is_yes": is_yes, "words": words, "at": now},
    )
    after = {"target": target, "is_yes": is_yes, "words": words}
    finish(actor=actor, project=project, action="partner.said", part="word", after=after, now=now)
    said = {"name": actor.name, "state": word(State(target).label), "project": project.title}
    text = (
        gettext_noop("%(name)s says yes to “%(state)s” for %(project)s")
        if is_yes
        else gettext_noop("%(name)s says not yet to “%(state)s” for %(project)s")
    )
    tell(
        actor=actor,
        people=team_of(project),
        kind="partner.said",
        text=Sentence(text, said),
        address=page_of(project, "involvement"),
        now=now,
    )
    return row
