"""The measures of a project: which ones, as what, who sees them through it, and what rests on them."""

import pytest
from django.db import IntegrityError, transaction

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project, again
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.measures import permissions, queries
from wellrun.measures.models import Measure, MeasureUse
from wellrun.measures.services import (
    change_use,
    choose_main,
    remove_measure,
    stop_using,
    undo_change,
    use_measure,
)
from wellrun.projects.models import Driver, Project
from wellrun.projects.services import add_driver, remove_project


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def driver(team: Team) -> Driver:
    return add_driver(actor=team.lead, project=team.project, kind="primary", text="Spot distress", now=NOW)


def used(team: Team, measure: Measure, kind: str = "outcome") -> MeasureUse:
    return use_measure(actor=team.lead, project=team.project, measure=measure, kind=kind, now=NOW)


def test_the_first_outcome_is_the_main_measure_until_another_is_chosen(cast: Cast, team: Team) -> None:
    process = used(team, a_measure(cast, name="Huddles held"), "process")
    first, second = used(team, a_measure(cast)), used(team, a_measure(cast, name="Feeling safe"))
    assert [process.is_main, first.is_main, second.is_main] == [False, True, False]
    choose_main(actor=team.partner, use=second, now=NOW)
    assert queries.main_of(team.lead, team.project) == second.measure
    assert [use.pk for use in queries.uses_of(team.lead, team.project)] == [second.pk, process.pk, first.pk]
    with pytest.raises(Refused, match="shows the outcome"):
        choose_main(actor=team.partner, use=process, now=NOW)
    change_use(actor=team.lead, use=second, kind="balancing", now=NOW)
    assert queries.main_of(team.lead, team.project) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        MeasureUse.objects.filter(pk__in=[first.pk, second.pk]).update(kind="outcome", is_main=True)


def test_a_measure_is_shared_and_never_copied(cast: Cast, team: Team) -> None:
    measure, other = a_measure(cast), a_project(cast, title="Safer nights")
    assert used(team, measure) == used(team, measure)
    assert used(other, measure, "balancing").measure == measure
    assert Measure.objects.count() == 1


def test_a_measure_watches_a_driver_of_its_own_project(cast: Cast, team: Team, driver: Driver) -> None:
    use = used(team, a_measure(cast), "process")
    assert queries.watched_drivers(team.project) == frozenset()
    change_use(actor=team.lead, use=use, kind="process", driver_id=driver.pk, now=NOW)
    assert queries.watched_drivers(team.project) == {driver.pk}
    other = a_project(cast, title="Safer nights")
    with pytest.raises(Refused, match="driver of this project"):
        use_measure(
            actor=other.lead, project=other.project, measure=use.measure, kind="outcome", driver_id=driver.pk,
            now=NOW,
        )  # fmt: skip


@pytest.mark.parametrize("who", ["looker", "sponsor", "colleague", "outsider"])
def test_only_who_works_on_the_project_changes_its_family(cast: Cast, team: Team, who: str) -> None:
    use = used(team, a_measure(cast, visibility="network"))
    actor = getattr(team, who)
    for write in (
        lambda: use_measure(actor=actor, project=team.project, measure=use.measure, kind="outcome", now=NOW),
        lambda: change_use(actor=actor, use=use, kind="process", now=NOW),
        lambda: choose_main(actor=actor, use=use, now=NOW),
        lambda: stop_using(actor=actor, use=use, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            write()
    assert AuditRecord.objects.filter(action__startswith="family.").count() == 1


def test_the_team_sees_what_its_project_is_measured_by_and_nobody_else_does(cast: Cast, team: Team) -> None:
    measure = a_measure(cast, visibility="team")
    everybody = {
        name: getattr(team, name) for name in Team.__dataclass_fields__ if name not in ("project", "ward")
    }
    everybody |= {"member": cast.member, "stranger": cast.stranger}

    def seen() -> set[str]:
        lists = {name for name, actor in everybody.items() if queries.visible_to(actor).exists()}
        objects = {name for name, actor in everybody.items() if permissions.may_view(actor, measure)}
        assert lists == objects
        return lists

    assert seen() == {"lead"}
    use = used(team, measure)
    assert seen() == {"lead", "partner", "coach", "sponsor", "looker"}
    assert [queries.hidden_uses(actor, team.project) for actor in (team.partner, team.leader)] == [0, 1]
    remove_project(actor=team.lead, project=team.project, now=NOW)
    everybody = {name: again(actor) if actor.is_signed_in else actor for name, actor in everybody.items()}
    assert seen() == {"lead"}
    assert MeasureUse.objects.filter(pk=use.pk).exists()


def test_what_is_seen_through_one_project_is_not_passed_to_another(cast: Cast, team: Team) -> None:
    measure = a_measure(cast, visibility="team")
    used(team, measure)
    other = a_project(cast, title="Safer nights")  # the same partner sits in both teams
    partner = again(team.partner)
    assert permissions.may_view(partner, measure)
    with pytest.raises(NotAllowed, match="Ask Amina Yusuf to share it first"):
        use_measure(actor=partner, project=other.project, measure=measure, kind="outcome", now=NOW)


def test_a_measure_that_projects_rest_on_is_not_removed(cast: Cast, team: Team) -> None:
    measure = a_measure(cast)
    made = queries.history_of(measure)[0]
    use = used(team, measure)
    hidden = Project.objects.create(
        organisation=cast.hillside, unit=team.ward, title="Elsewhere", created_at=NOW, last_news_at=NOW
    )
    MeasureUse.objects.create(project=hidden, measure=measure, kind="process", added_at=NOW)
    with pytest.raises(Refused, match="“Calmer evenings on Alder Ward”, 1 project that you cannot see"):
        remove_measure(actor=team.lead, measure=measure, now=NOW)
    with pytest.raises(Refused, match="Projects use this measure"):
        undo_change(actor=team.lead, change_id=made.id, now=NOW)
    MeasureUse.objects.filter(project=hidden).delete()
    stop_using(actor=team.lead, use=use, now=NOW)
    remove_measure(actor=team.lead, measure=measure, now=NOW)
    assert not Measure.objects.filter(is_removed=False).exists()


def test_two_who_take_it_out_at_once_are_told(cast: Cast, team: Team) -> None:
    use = used(team, a_measure(cast))
    stop_using(actor=team.lead, use=use, now=NOW)
    with pytest.raises(Refused, match="no longer in the project"):
        change_use(actor=team.partner, use=use, kind="process", now=NOW)
