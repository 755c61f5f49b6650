"""Point of care quality improvement (WHO South-East Asia): four steps, taught at the bedside."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.nouns import (
    CAUSE,
    CAUSE_BEHIND,
    HELP_NEEDED,
    PICTURE_OF_CAUSES,
    ROOT_CAUSE,
    RUN_OF_TESTS,
    STORY,
)
from wellrun.organisations.values.methods.terms import MethodWords, Named, Noun, Pair, same
from wellrun.organisations.values.methods.verbs import TO_TEST

POCQI = MethodWords(
    terms={
        "aim": Pair(_("aim statement"), _("what we want to achieve")),
        "driver_diagram": Pair(_("problem analysis"), _("what causes it")),
        "change_idea": Pair(_("change idea"), _("idea to try")),
        "change_ideas": Pair(_("change ideas"), _("ideas to try")),
        "pdsa_cycle": Pair(_("PDSA cycle"), _("test")),
        "pdsa_cycles": Pair(_("PDSA cycles"), _("tests")),
        "ramp": Pair(_("sequence of PDSA cycles"), _("tests growing in size")),
        "story": Pair(_("case story"), _("what we learned")),
        "drivers_title": Pair(_("step 2: analysing the problem"), _("what causes it, and what we try")),
        "measures_title": Pair(_("step 2: measuring quality of care"), _("what we count")),
        "learning_title": Pair(_("step 4: sustaining improvement"), _("look back")),
        "tab_story": same(_("our project")),
        "tab_understand": Pair(_("analysis tools"), _("understand")),
        "tab_measures": Pair(_("indicators"), _("what we count")),
        "tab_drivers": Pair(_("problem analysis"), _("causes")),
        "tab_tests": Pair(_("testing changes"), _("tests")),
        "tab_team": same(_("team")),
        "tab_learning": Pair(_("sustaining"), _("look back")),
        "section_aim": Pair(_("aim statement"), _("what we want to achieve")),
        "section_stage": Pair(_("which step we are in"), _("where we are")),
        "section_better": Pair(_("indicator"), _("is it getting better?")),
        "section_progress": same(_("how far we have come")),
        "section_theory": Pair(_("problem analysis"), _("what causes it, and what we try")),
        "section_tests": Pair(_("testing changes"), _("tests")),
        "section_team": same(_("team")),
        "section_barriers": Pair(_("help needed"), _("what is in our way")),
        "head_primary": Pair(_("causes"), _("what causes it")),
        "head_secondary": Pair(_("root causes"), _("what lies behind it")),
        "head_ideas": Pair(_("change ideas"), _("ideas to try")),
        "step_plan": same(_("plan")),
        "step_do": same(_("do")),
        "step_study": same(_("study")),
        "step_act": same(_("act")),
        "state_idea": Pair(_("problem identified"), _("problem seen")),
        "state_explored": Pair(_("step 1: team and aim"), _("talked over")),
        "state_approved": Pair(_("step 1: agreed"), _("agreed")),
        "state_understanding": Pair(_("step 2: analysing and measuring"), _("understanding it")),
        "state_testing": Pair(_("step 3: testing changes"), _("trying ideas")),
        "state_implementing": Pair(_("step 3: adopting changes"), _("making it how we work")),
        "state_in_control": Pair(_("step 4: sustaining"), _("how we work now")),
        "state_spreading": Pair(_("step 4: sharing"), _("sharing it with others")),
        "state_closed_with_learning": same(_("closed with learning")),
        "move_explored": Pair(_("step 1: we have a team and an aim"), _("we have talked it over")),
        "move_approved": Pair(_("agree step 1"), _("agree to it")),
        "move_understanding": Pair(_("step 2: analyse and measure"), _("start to understand it")),
        "move_testing": Pair(_("step 3: test changes"), _("start to try ideas")),
        "move_implementing": Pair(_("step 3: adopt the changes"), _("make it how we work")),
        "move_in_control": Pair(_("step 4: sustain the gain"), _("hand the gain over to daily work")),
        "move_spreading": Pair(_("step 4: share it"), _("share it with others")),
        "move_closed_with_learning": same(_("close with what we learned")),
        "what_drives_the_aim": same(_("what causes the problem")),
        "ask_driver": same(_("what makes it as it is now?")),
        **TO_TEST,
    },
    nouns={
        "driver": Named(CAUSE, CAUSE),
        "primary_driver": Named(CAUSE, CAUSE),
        "secondary_driver": Named(ROOT_CAUSE, CAUSE_BEHIND),
        "driver_diagram": Named(
            Noun(
                _("problem analysis"),
                _("problem analyses"),
                _("a problem analysis"),
                _("the problem analysis"),
            ),
            PICTURE_OF_CAUSES,
        ),
        "ramp": Named(
            Noun(
                _("sequence of PDSA cycles"),
                _("sequences of PDSA cycles"),
                _("a sequence of PDSA cycles"),
                _("the sequence of PDSA cycles"),
            ),
            RUN_OF_TESTS,
        ),
        "story": Named(
            Noun(_("case story"), _("case stories"), _("a case story"), _("the case story")), STORY
        ),
        "barrier": Named(HELP_NEEDED, HELP_NEEDED),
    },
    tabs=("story", "team", "understand", "drivers", "measures", "tests", "learning"),
    sections=("team", "aim", "stage", "theory", "better", "tests", "progress", "barriers"),
)
