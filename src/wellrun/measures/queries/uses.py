"""The family of measures of a project, and the projects that use a measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.actor import Actor
from wellrun.core.rests import named
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.queries.lists import visible_to
from wellrun.measures.values.choices import Kind
from wellrun.projects import queries as projects
from wellrun.projects.models import Project


def uses_of(actor: Actor, project: Project) -> QuerySet[MeasureUse]:
    """The project's measures that this person may see, the main one first, then as they were added."""
    uses = MeasureUse.objects.filter(project=project, measure__in=visible_to(actor).order_by())
    return uses.select_related("measure__organisation", "driver").order_by("-is_main", "pk")


def use_of(project: Project, measure_id: int) -> MeasureUse | None:
    return MeasureUse.objects.filter(project=project, measure_id=measure_id).first()


def hidden_uses(actor: Actor, project: Project) -> int:
    """How many measures of the project its team keeps from this person: the number is all they learn."""
    uses = MeasureUse.objects.filter(project=project, measure__is_removed=False)
    return uses.exclude(measure__in=visible_to(actor).order_by()).count()


def main_use_of(project: Project) -> MeasureUse | None:
    """The main measure, whoever asks: for writes that the team makes."""
    uses = MeasureUse.objects.filter(project=project, is_main=True, measure__is_removed=False)
    return uses.select_related("measure").first()


def main_of(actor: Actor, project: Project) -> Measure | None:
    """The measure that the aim is about; ``None`` where there is none, or it is not shared."""
    use = uses_of(actor, project).filter(is_main=True).first()
    return use.measure if use else None


def mains_of(actor: Actor, project_ids: Sequence[int]) -> dict[int, Measure]:
    """The main measure of each of these projects that this person may see, in one question."""
    uses = MeasureUse.objects.filter(
        project_id__in=project_ids, is_main=True, measure__in=visible_to(actor).order_by()
    )
    return {use.project_id: use.measure for use in uses.select_related("measure").order_by("pk")}


def missing_kind(project: Project) -> str:
    """The kind that the family lacks first: outcome, process, balancing; process where it lacks none."""
    held = set(MeasureUse.objects.filter(project=project).order_by().values_list("kind", flat=True))
    return next((kind for kind in Kind.values if kind not in held), Kind.PROCESS)


def projects_using(actor: Actor, measure: Measure) -> tuple[list[Project], int]:
    """The projects that use a measure and that this person may see, and how many others there are."""
    using = Project.objects.filter(uses__measure=measure, is_removed=False)
    seen = list(projects.visible_to(actor).filter(pk__in=using).order_by("title"))
    return seen, using.count() - len(seen)


def projects_resting_on(actor: Actor, measure_id: int) -> str:
    """Which projects use it, for whoever wants to remove it."""
    seen, others = projects_using(actor, Measure.objects.get(pk=measure_id))
    if not seen and not others:
        return ""
    words = ngettext(
        "%(count)d project that you cannot see", "%(count)d projects that you cannot see", others
    )
    names = named([project.title for project in seen], words % {"count": others} if others else "")
    return _("Projects use this measure: %(names)s. Take it out of their measures first.") % {"names": names}


def shared_by(actor: Actor, project: Project, measure_ids: Sequence[int]) -> dict[int, list[Project]]:
    """The other projects that use these measures too, as far as this person may see them, in one question."""
    uses = MeasureUse.objects.filter(measure_id__in=measure_ids).exclude(project=project)
    seen = uses.filter(project__in=projects.visible_to(actor).order_by()).select_related("project")
    found: dict[int, list[Project]] = defaultdict(list)
    for use in seen.order_by("project__title", "pk"):
        found[use.measure_id].append(use.project)
    return found


def watched_drivers(project: Project) -> frozenset[int]:
    """The parts of the driver diagram that a measure watches."""
    watched = MeasureUse.objects.filter(project=project, driver__isnull=False, measure__is_removed=False)
    return frozenset(watched.order_by().values_list("driver_id", flat=True))
