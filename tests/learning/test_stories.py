"""A story is drafted from the record, written by its team, and published by its lead."""

from dataclasses import replace

import pytest

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project, an_item
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.learning import permissions, queries
from wellrun.learning.models import Story
from wellrun.learning.services import close_with_story, hand_over_with_story, publish, write_story
from wellrun.learning.values import StoryWords
from wellrun.pdsa.services import decide, plan_cycle, start_cycle, study, tell_what_happened
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Project
from wellrun.projects.services import add_driver, move, say_word
from wellrun.projects.values import State

WORDS = StoryWords(title="Calmer evenings", advice="Ask the people on the ward first.")


def a_test(team: Team, decision: str) -> None:
    early = add_driver(
        actor=team.lead, project=team.project, kind="primary", text=f"Early {decision}", now=NOW
    )
    idea = add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Poster", parent_id=early.pk, now=NOW
    )
    plan = Plan(question="Does it?", prediction="Yes")
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    tell_what_happened(actor=team.lead, cycle=cycle, happened="Read once.", now=NOW)
    study(actor=team.lead, cycle=cycle, result="Nobody read it twice", learned="People ask people.", now=NOW)
    decide(actor=team.lead, cycle=cycle, decision=decision, why="No use", now=NOW)


def closed(cast: Cast) -> tuple[Team, Story]:
    team, _measure = an_ending_project(cast)
    a_test(team, "abandon")
    return team, close_with_story(actor=team.lead, project=team.project, reason="Theory tested", now=NOW)


def test_the_draft_tells_what_the_record_holds(cast: Cast) -> None:
    _team, story = closed(cast)
    assert (story.title, story.problem, story.aim) == (
        "Calmer evenings on Alder Ward", "Evenings are loud.", "Halve restraints: to 2.4.",
    )  # fmt: skip
    assert story.what_we_did == "Poster, test 1: Nobody read it twice. Abandon: No use."
    assert story.learned == "Asking people first.\nPeople ask people."
    assert story.did_not_work == "The poster.\nPoster, test 1: Nobody read it twice. Abandon: No use."
    assert story.what_the_data_say.startswith("Restraints each week: ")
    assert "It meets the target of 2.4" in story.what_the_data_say
    assert story.advice == ""


def test_a_hand_over_begins_a_story_too_and_a_second_ending_keeps_it(cast: Cast) -> None:
    team, measure = an_ending_project(cast)
    [item], story = hand_over_with_story(
        actor=team.lead, project=team.project, item=an_item(team, measure), now=NOW
    )
    assert item.project == story.project == team.project
    write_story(actor=team.partner, story=story, words=WORDS, now=NOW)
    move(actor=team.lead, project=team.project, target=State.SPREADING, now=NOW)
    say_word(actor=team.partner, project=team.project, target=State.CLOSED, is_yes=True, now=NOW)
    again = close_with_story(actor=team.lead, project=team.project, reason="All done", now=NOW)
    assert (again.pk, again.title) == (story.pk, "Calmer evenings")


def test_an_ending_that_is_refused_begins_no_story(cast: Cast) -> None:
    team, _measure = an_ending_project(cast)
    with pytest.raises(Refused, match="Say why"):
        close_with_story(actor=team.lead, project=team.project, reason="", now=NOW)
    assert not Story.objects.exists()


@pytest.mark.parametrize("visibility", Visibility.values)
def test_who_reads_and_who_writes(cast: Cast, visibility: str) -> None:
    team, story = closed(cast)
    everybody = {
        name: getattr(team, name) for name in Team.__dataclass_fields__ if name not in ("project", "ward")
    }
    everybody["stranger"] = cast.stranger
    seats = {"lead", "partner", "coach", "sponsor", "looker"}

    def readers() -> set[str]:
        fresh = Story.objects.get()
        seen = {name for name, actor in everybody.items() if permissions.may_view(actor, fresh)}
        assert seen == {name for name, actor in everybody.items() if queries.visible_to(actor).exists()}
        return seen

    assert readers() == seats
    publish(actor=team.lead, story=story, visibility=visibility, now=NOW)
    colleagues = seats | {"colleague", "leader"}
    levels = {
        "team": seats, "organisation": colleagues, "network": colleagues | {"outsider"},
        "public": set(everybody),
    }  # fmt: skip
    assert readers() == levels[visibility]
    writers = {name for name, actor in everybody.items() if permissions.may_write(actor, story)}
    assert writers == {"lead", "partner", "coach"}
    assert {name for name, actor in everybody.items() if permissions.may_publish(actor, story)} == {"lead"}


def test_the_lead_publishes_and_takes_back(cast: Cast) -> None:
    team, story = closed(cast)
    with pytest.raises(NotAllowed, match="lead publishes"):
        publish(actor=team.partner, story=story, visibility="public", now=NOW)
    with pytest.raises(Refused, match="four levels"):
        publish(actor=team.lead, story=story, visibility="all", now=NOW)
    out = publish(actor=team.lead, story=story, visibility="network", now=NOW)
    assert (out.state, out.published_at) == ("published", NOW)
    back = publish(actor=team.lead, story=story, visibility="team", now=NOW)
    assert (back.state, back.published_at) == ("draft", None)
    assert AuditRecord.objects.filter(action="story.published").count() == 2


def test_other_teams_learn_from_what_was_published_and_nobody_from_a_draft(cast: Cast) -> None:
    team, story = closed(cast)
    assert queries.learned_elsewhere(team.colleague, most=3) == []
    publish(actor=team.lead, story=story, visibility="network", now=NOW)
    assert queries.learned_elsewhere(team.colleague, most=3) == [story]
    assert queries.learned_elsewhere(team.partner, most=3) == [], "it is their own"
    Project.objects.filter(pk=team.project.pk).update(is_invented=True)
    assert queries.learned_elsewhere(team.colleague, most=3) == []
    assert queries.learned_elsewhere(replace(team.colleague, is_demo=True), most=3) == [story]


def test_a_story_is_bounded(cast: Cast) -> None:
    team, story = closed(cast)
    for words in (StoryWords(title=" "), StoryWords(title="x" * 161), replace(WORDS, problem="x" * 20_001)):
        with pytest.raises(Refused):
            write_story(actor=team.lead, story=story, words=words, now=NOW)
    with pytest.raises(NotAllowed):
        write_story(actor=team.sponsor, story=story, words=WORDS, now=NOW)
    for _twice in range(2):
        assert write_story(actor=team.partner, story=story, words=WORDS, now=NOW).advice.startswith("Ask")
    assert AuditRecord.objects.filter(action="story.written").count() == 1
