"""The Model for Improvement (Langley et al. 2009): the field's standard terms, which are the default."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.terms import MethodWords, Pair, same
from wellrun.organisations.values.methods.verbs import TO_TEST

MODEL_FOR_IMPROVEMENT = MethodWords(
    terms={
        "aim": Pair(_("aim"), _("what we want to achieve")),
        "driver_diagram": Pair(_("driver diagram"), _("our theory of what will help")),
        "change_idea": Pair(_("change idea"), _("idea to try")),
        "change_ideas": Pair(_("change ideas"), _("ideas to try")),
        "pdsa_cycle": Pair(_("PDSA cycle"), _("test")),
        "pdsa_cycles": Pair(_("PDSA cycles"), _("tests")),
        "ramp": Pair(_("ramp"), _("tests growing in size")),
        "story": Pair(_("story"), _("what we learned")),
        "drivers_title": same(_("driver diagram")),
        "measures_title": same(_("family of measures")),
        "learning_title": same(_("look back")),
        "tab_story": same(_("story")),
        "tab_understand": same(_("understand")),
        "tab_measures": same(_("measures")),
        "tab_drivers": same(_("drivers")),
        "tab_tests": same(_("tests")),
        "tab_team": same(_("team")),
        "tab_learning": same(_("learning")),
        "section_aim": same(_("aim")),
        "section_stage": same(_("where we are")),
        "section_better": same(_("is it getting better?")),
        "section_progress": same(_("how far we have come")),
        "section_theory": same(_("our theory")),
        "section_tests": same(_("tests")),
        "section_team": same(_("team")),
        "section_barriers": same(_("barriers")),
        "head_primary": same(_("primary drivers")),
        "head_secondary": same(_("secondary drivers")),
        "head_ideas": same(_("change ideas")),
        "step_plan": same(_("plan")),
        "step_do": same(_("do")),
        "step_study": same(_("study")),
        "step_act": same(_("act")),
        "state_idea": same(_("idea")),
        "state_explored": same(_("explored")),
        "state_approved": same(_("approved")),
        "state_understanding": same(_("understanding")),
        "state_testing": same(_("testing")),
        "state_implementing": same(_("implementing")),
        "state_in_control": same(_("in control")),
        "state_spreading": same(_("spreading")),
        "state_closed_with_learning": same(_("closed with learning")),
        "move_explored": same(_("we have talked it over")),
        "move_approved": same(_("approve")),
        "move_understanding": same(_("start to understand the problem")),
        "move_testing": same(_("start to test")),
        "move_implementing": same(_("make it how we work")),
        "move_in_control": same(_("hand the gain over to daily control")),
        "move_spreading": same(_("help others to try it")),
        "move_closed_with_learning": same(_("close with what we learned")),
        "what_drives_the_aim": same(_("what drives the aim")),
        "ask_driver": same(_("what has to be different for the aim to be reached?")),
        **TO_TEST,
    }
)
