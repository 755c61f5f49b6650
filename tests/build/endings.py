"""A project that is ready to end: on the way to daily work, measured, and looked back on."""

from tests.build.cast import NOW, Cast
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project
from wellrun.control.services import write_review
from wellrun.control.values import NewItem, ReviewWords
from wellrun.measures.models import Measure
from wellrun.measures.services import start_phase, use_measure
from wellrun.projects.services import revise_aim, say_word
from wellrun.projects.values import State

WORDS = ReviewWords(
    self_report="yes",
    what_worked="Asking people first.",
    what_did_not="The poster.",
    value_staff="Calmer shifts.",
)


def an_ending_project(cast: Cast, *, state: str = State.IMPLEMENTING) -> tuple[Team, Measure]:
    """Restraints on Alder Ward: the last nine weeks have their own phase, on target."""
    team = a_project(cast, state=state)
    for target in (State.IN_CONTROL, State.CLOSED):  # the partner agrees that it may end
        say_word(actor=team.partner, project=team.project, target=target, is_yes=True, now=NOW)
    measure = a_measure(cast, visibility="team")
    start_phase(
        actor=cast.owner, measure=measure, starts_on=measure.observations.order_by("-period")[8].period,
        name="Since cards", reason="Distress cards on every shift", now=NOW,
    )  # fmt: skip
    use_measure(actor=team.lead, project=team.project, measure=measure, kind="outcome", now=NOW)
    revise_aim(actor=team.lead, project=team.project, what="Halve restraints", goal=2.4, now=NOW)
    write_review(actor=team.partner, project=team.project, words=WORDS, now=NOW)
    return team, measure


def an_item(team: Team, *measures: Measure, **changes: object) -> NewItem:
    told: dict[str, object] = {
        "measure_ids": tuple(measure.pk for measure in measures),
        "owner_id": team.partner.id,
        "standard_work": "Write a card with everybody on their first day.",
        "trigger": "A signal on the bad side, or a week above 4",
        "who_acts": "The nurse in charge",
        "first_step": "Ask the people on the ward what was different",
        "within": "two days",
    }
    return NewItem(**(told | changes))  # type: ignore[arg-type]
