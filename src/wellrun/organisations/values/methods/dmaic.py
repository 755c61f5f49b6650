"""DMAIC (Six Sigma): Define, Measure, Analyse, Improve, Control."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.nouns import (
    AIM,
    CAUSE,
    CAUSE_BEHIND,
    IDEA_TO_TRY,
    LOOK_BACK,
    PICTURE_OF_CAUSES,
    RUN_OF_TESTS,
    STORY,
    TEST,
)
from wellrun.organisations.values.methods.terms import MethodWords, Named, Noun, Pair, same
from wellrun.organisations.values.methods.verbs import TO_PILOT

DMAIC = MethodWords(
    terms={
        "aim": Pair(_("goal statement"), _("what we want to achieve")),
        "driver_diagram": Pair(_("cause and effect tree"), _("what causes it")),
        "change_idea": Pair(_("solution"), _("idea to try")),
        "change_ideas": Pair(_("solutions"), _("ideas to try")),
        "pdsa_cycle": Pair(_("pilot"), _("test")),
        "pdsa_cycles": Pair(_("pilots"), _("tests")),
        "ramp": Pair(_("series of pilots"), _("tests growing in size")),
        "story": Pair(_("project report"), _("what we learned")),
        "drivers_title": Pair(_("analyse: causes and solutions"), _("what causes it, and what we try")),
        "measures_title": Pair(_("measure: metrics"), _("what we count")),
        "learning_title": Pair(_("control and closure"), _("look back")),
        "tab_story": Pair(_("charter"), _("project")),
        "tab_understand": Pair(_("define"), _("understand")),
        "tab_measures": Pair(_("measure"), _("numbers")),
        "tab_drivers": Pair(_("analyse"), _("causes")),
        "tab_tests": Pair(_("improve"), _("tests")),
        "tab_team": same(_("team")),
        "tab_learning": Pair(_("control"), _("look back")),
        "section_aim": Pair(_("goal statement"), _("what we want to achieve")),
        "section_stage": Pair(_("phase of the project"), _("where we are")),
        "section_better": Pair(_("process performance"), _("is it getting better?")),
        "section_progress": same(_("how far we have come")),
        "section_theory": Pair(_("causes and solutions"), _("what causes it, and what we try")),
        "section_tests": Pair(_("pilots"), _("tests")),
        "section_team": same(_("team")),
        "section_barriers": Pair(_("risks and barriers"), _("what is in our way")),
        "head_primary": Pair(_("causes"), _("what causes it")),
        "head_secondary": Pair(_("critical causes"), _("what lies behind it")),
        "head_ideas": Pair(_("solutions"), _("ideas to try")),
        "step_plan": Pair(_("pilot plan"), _("plan")),
        "step_do": Pair(_("run"), _("do")),
        "step_study": Pair(_("analysis"), _("comparison")),
        "step_act": Pair(_("decision"), _("next step")),
        "state_idea": Pair(_("proposed"), _("idea")),
        "state_explored": Pair(_("scoped"), _("talked over")),
        "state_approved": Pair(_("define"), _("agreed")),
        "state_understanding": Pair(_("measure and analyse"), _("understanding it")),
        "state_testing": Pair(_("improve: pilots"), _("trying ideas")),
        "state_implementing": Pair(_("improve: roll-out"), _("making it how we work")),
        "state_in_control": Pair(_("control"), _("how we work now")),
        "state_spreading": Pair(_("replicate"), _("sharing it with others")),
        "state_closed_with_learning": Pair(_("closed with lessons"), _("closed with learning")),
        "move_explored": Pair(_("the scope is clear"), _("we have talked it over")),
        "move_approved": Pair(_("approve the charter"), _("agree to it")),
        "move_understanding": Pair(_("start to measure and analyse"), _("start to understand it")),
        "move_testing": Pair(_("start to pilot"), _("start to try ideas")),
        "move_implementing": Pair(_("roll it out"), _("make it how we work")),
        "move_in_control": Pair(_("hand the gain over to control"), _("hand the gain over to daily work")),
        "move_spreading": Pair(_("replicate it"), _("share it with others")),
        "move_closed_with_learning": Pair(_("close with lessons"), _("close with what we learned")),
        "what_drives_the_aim": same(_("what causes the problem")),
        "ask_driver": same(_("what makes it as it is now?")),
        **TO_PILOT,
    },
    nouns={
        "aim": Named(Noun(_("goal"), _("goals"), _("a goal"), _("the goal")), AIM),
        "driver": Named(CAUSE, CAUSE),
        "primary_driver": Named(CAUSE, CAUSE),
        "secondary_driver": Named(
            Noun(_("critical cause"), _("critical causes"), _("a critical cause"), _("the critical cause")),
            CAUSE_BEHIND,
        ),
        "driver_diagram": Named(
            Noun(
                _("cause and effect tree"),
                _("cause and effect trees"),
                _("a cause and effect tree"),
                _("the cause and effect tree"),
            ),
            PICTURE_OF_CAUSES,
        ),
        "change_idea": Named(
            Noun(_("solution"), _("solutions"), _("a solution"), _("the solution")), IDEA_TO_TRY
        ),
        "test": Named(Noun(_("pilot"), _("pilots"), _("a pilot"), _("the pilot")), TEST),
        "ramp": Named(
            Noun(
                _("series of pilots"),
                _("series of pilots"),
                _("a series of pilots"),
                _("the series of pilots"),
            ),
            RUN_OF_TESTS,
        ),
        "story": Named(
            Noun(_("project report"), _("project reports"), _("a project report"), _("the project report")),
            STORY,
        ),
        "look_back": Named(
            Noun(_("closing review"), _("closing reviews"), _("a closing review"), _("the closing review")),
            LOOK_BACK,
        ),
    },
    tabs=("story", "team", "understand", "measures", "drivers", "tests", "learning"),
    sections=("aim", "team", "stage", "better", "theory", "tests", "progress", "barriers"),
)
