"""One thing of every kind that people talk about, around one project that was handed over."""

from tests.build.cast import NOW, Cast, a_person_on
from tests.build.endings import an_ending_project, an_item
from tests.build.projects import Team
from wellrun.learning.services import hand_over_with_story
from wellrun.organisations.values import Role
from wellrun.pdsa.services import plan_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.services import add_driver, raise_barrier


def one_of_each(cast: Cast) -> tuple[Team, dict[str, int]]:
    """Kind -> id. The barrier was put to a leader of the ward, who sees nothing else of the project."""
    team, measure = an_ending_project(cast)
    lead, project = team.lead, team.project
    primary = add_driver(actor=lead, project=project, kind="primary", text="Calm", now=NOW)
    idea = add_driver(actor=lead, project=project, kind="idea", text="Card", parent_id=primary.pk, now=NOW)
    cycle = plan_cycle(actor=lead, project=project, idea=idea, plan=Plan(question="Does it help?"), now=NOW)
    matron = a_person_on("Grace Namutebi", team.ward, role=Role.LEADER)
    barrier = raise_barrier(actor=lead, project=project, text="No lift", person_id=matron.id, now=NOW)
    [item], story = hand_over_with_story(actor=lead, project=project, item=an_item(team, measure), now=NOW)
    return team, {
        "project": project.pk, "aim": project.pk, "driver": idea.pk, "barrier": barrier.pk,
        "measure": measure.pk, "cycle": cycle.pk, "control_item": item.pk, "story": story.pk,
    }  # fmt: skip
