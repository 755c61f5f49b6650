"""Lean A3: one sheet from background to follow-up, with the current condition before the target."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.nouns import (
    AIM,
    CAUSE,
    CAUSE_BEHIND,
    HELP_NEEDED,
    IDEA_TO_TRY,
    LOOK_BACK,
    PICTURE_OF_CAUSES,
    ROOT_CAUSE,
    RUN_OF_TESTS,
    STORY,
    TEST,
)
from wellrun.organisations.values.methods.terms import MethodWords, Named, Noun, Pair, same
from wellrun.organisations.values.methods.verbs import TO_TRY

LEAN_A3 = MethodWords(
    terms={
        "aim": Pair(_("target condition"), _("what we want to achieve")),
        "driver_diagram": Pair(_("root cause analysis"), _("what causes it")),
        "change_idea": Pair(_("countermeasure"), _("idea to try")),
        "change_ideas": Pair(_("countermeasures"), _("ideas to try")),
        "pdsa_cycle": Pair(_("PDCA cycle"), _("test")),
        "pdsa_cycles": Pair(_("PDCA cycles"), _("tests")),
        "ramp": Pair(_("chain of PDCA cycles"), _("tests growing in size")),
        "story": Pair(_("A3 story"), _("what we learned")),
        "drivers_title": Pair(_("root causes and countermeasures"), _("what causes it, and what we try")),
        "measures_title": Pair(_("current condition"), _("how it is now, in numbers")),
        "learning_title": Pair(_("follow-up"), _("look back")),
        "tab_story": same(_("A3")),
        "tab_understand": Pair(_("grasp the situation"), _("understand")),
        "tab_measures": Pair(_("current condition"), _("how it is now")),
        "tab_drivers": Pair(_("root causes"), _("causes")),
        "tab_tests": Pair(_("countermeasures"), _("what we try")),
        "tab_team": same(_("team")),
        "tab_learning": Pair(_("follow-up"), _("look back")),
        "section_aim": Pair(_("target condition"), _("what we want to achieve")),
        "section_stage": same(_("where we are")),
        "section_better": Pair(_("current condition"), _("how it is now")),
        "section_progress": same(_("how far we have come")),
        "section_theory": Pair(_("root causes and countermeasures"), _("what causes it, and what we try")),
        "section_tests": Pair(_("trying countermeasures"), _("what we try")),
        "section_team": same(_("team")),
        "section_barriers": Pair(_("obstacles"), _("what is in our way")),
        "head_primary": Pair(_("causes"), _("what causes it")),
        "head_secondary": Pair(_("root causes"), _("what lies behind it")),
        "head_ideas": Pair(_("countermeasures"), _("ideas to try")),
        "step_plan": same(_("plan")),
        "step_do": same(_("do")),
        "step_study": same(_("check")),
        "step_act": Pair(_("act"), _("adjust")),
        "state_idea": Pair(_("problem raised"), _("problem seen")),
        "state_explored": Pair(_("background clarified"), _("talked over")),
        "state_approved": Pair(_("A3 agreed"), _("agreed")),
        "state_understanding": Pair(_("grasping the situation"), _("understanding it")),
        "state_testing": Pair(_("trying countermeasures"), _("trying ideas")),
        "state_implementing": Pair(_("standardising"), _("making it how we work")),
        "state_in_control": Pair(_("standard work"), _("how we work now")),
        "state_spreading": Pair(_("yokoten"), _("sharing it with others")),
        "state_closed_with_learning": Pair(_("closed with hansei"), _("closed with learning")),
        "move_explored": Pair(_("the background is clear"), _("we have talked it over")),
        "move_approved": Pair(_("agree the A3"), _("agree to it")),
        "move_understanding": Pair(_("grasp the situation"), _("start to understand it")),
        "move_testing": Pair(_("start to try countermeasures"), _("start to try ideas")),
        "move_implementing": Pair(_("make it the standard"), _("make it how we work")),
        "move_in_control": Pair(_("hand it over to standard work"), _("hand the gain over to daily work")),
        "move_spreading": Pair(_("share it by yokoten"), _("share it with others")),
        "move_closed_with_learning": Pair(_("close with hansei"), _("close with what we learned")),
        "what_drives_the_aim": same(_("what causes the problem")),
        "ask_driver": same(_("what makes it as it is now?")),
        **TO_TRY,
    },
    nouns={
        "aim": Named(
            Noun(
                _("target condition"),
                _("target conditions"),
                _("a target condition"),
                _("the target condition"),
            ),
            AIM,
        ),
        "driver": Named(CAUSE, CAUSE),
        "primary_driver": Named(CAUSE, CAUSE),
        "secondary_driver": Named(ROOT_CAUSE, CAUSE_BEHIND),
        "driver_diagram": Named(
            Noun(
                _("root cause analysis"),
                _("root cause analyses"),
                _("a root cause analysis"),
                _("the root cause analysis"),
            ),
            PICTURE_OF_CAUSES,
        ),
        "change_idea": Named(
            Noun(_("countermeasure"), _("countermeasures"), _("a countermeasure"), _("the countermeasure")),
            IDEA_TO_TRY,
        ),
        "test": Named(Noun(_("PDCA cycle"), _("PDCA cycles"), _("a PDCA cycle"), _("the PDCA cycle")), TEST),
        "ramp": Named(
            Noun(
                _("chain of PDCA cycles"),
                _("chains of PDCA cycles"),
                _("a chain of PDCA cycles"),
                _("the chain of PDCA cycles"),
            ),
            RUN_OF_TESTS,
        ),
        "story": Named(Noun(_("A3 story"), _("A3 stories"), _("an A3 story"), _("the A3 story")), STORY),
        "barrier": Named(
            Noun(_("obstacle"), _("obstacles"), _("an obstacle"), _("the obstacle")), HELP_NEEDED
        ),
        "look_back": Named(
            Noun(_("follow-up"), _("follow-ups"), _("a follow-up"), _("the follow-up")), LOOK_BACK
        ),
    },
    tabs=("story", "understand", "measures", "drivers", "tests", "team", "learning"),
    sections=("better", "aim", "theory", "tests", "stage", "progress", "barriers", "team"),
)
