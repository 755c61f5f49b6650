"""Experience-based co-design: staff and service users tell their experience, and design together."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.nouns import (
    AIM,
    IDEA_TO_TRY,
    LOOK_BACK,
    RUN_OF_TESTS,
    STORY,
    TEST,
)
from wellrun.organisations.values.methods.terms import MethodWords, Named, Noun, Pair, same
from wellrun.organisations.values.methods.verbs import TO_PROTOTYPE

TOUCHPOINT = Noun(_("touchpoint"), _("touchpoints"), _("a touchpoint"), _("the touchpoint"))
MOMENT = Noun(
    _("moment that matters"),
    _("moments that matter"),
    _("a moment that matters"),
    _("the moment that matters"),
)
FEELING = Noun(_("feeling"), _("feelings"), _("a feeling"), _("the feeling"))

EXPERIENCE_BASED_CO_DESIGN = MethodWords(
    terms={
        "aim": Pair(_("shared priority"), _("what we want together")),
        "driver_diagram": Pair(_("map of touchpoints"), _("the moments that matter")),
        "change_idea": Pair(_("co-design idea"), _("idea to try")),
        "change_ideas": Pair(_("co-design ideas"), _("ideas to try")),
        "pdsa_cycle": Pair(_("prototype"), _("test")),
        "pdsa_cycles": Pair(_("prototypes"), _("tests")),
        "ramp": Pair(_("series of prototypes"), _("tests growing in size")),
        "story": Pair(_("experience story"), _("what we learned")),
        "drivers_title": Pair(_("touchpoints and ideas"), _("the moments that matter, and what we try")),
        "measures_title": Pair(_("experience and measures"), _("what we hear and count")),
        "learning_title": Pair(_("celebration and review"), _("look back together")),
        "tab_story": same(_("our work")),
        "tab_understand": same(_("understand")),
        "tab_measures": Pair(_("experience"), _("what we count")),
        "tab_drivers": Pair(_("touchpoints"), _("moments that matter")),
        "tab_tests": Pair(_("prototypes"), _("what we try")),
        "tab_team": Pair(_("co-design team"), _("team")),
        "tab_learning": Pair(_("celebration"), _("look back")),
        "section_aim": Pair(_("shared priority"), _("what we want together")),
        "section_stage": same(_("where we are")),
        "section_better": Pair(_("is the experience getting better?"), _("is it getting better?")),
        "section_progress": same(_("how far we have come")),
        "section_theory": Pair(_("touchpoints and ideas"), _("the moments that matter, and what we try")),
        "section_tests": Pair(_("prototypes"), _("what we try")),
        "section_team": Pair(_("co-design team"), _("who works on it together")),
        "section_barriers": Pair(_("barriers"), _("what is in our way")),
        "head_primary": Pair(_("touchpoints"), _("moments that matter")),
        "head_secondary": Pair(_("what people feel there"), _("how it feels")),
        "head_ideas": Pair(_("co-design ideas"), _("ideas to try")),
        "step_plan": Pair(_("design"), _("plan")),
        "step_do": same(_("try-out")),
        "step_study": same(_("reflection")),
        "step_act": Pair(_("redesign"), _("next step")),
        "state_idea": same(_("idea")),
        "state_explored": Pair(_("setting up"), _("talked over")),
        "state_approved": same(_("agreed")),
        "state_understanding": Pair(_("gathering experiences"), _("listening")),
        "state_testing": Pair(_("co-design"), _("trying ideas together")),
        "state_implementing": same(_("putting changes in place")),
        "state_in_control": Pair(_("sustaining"), _("how we work now")),
        "state_spreading": same(_("sharing it with others")),
        "state_closed_with_learning": Pair(_("celebrated and reviewed"), _("closed with learning")),
        "move_explored": Pair(_("we are setting up"), _("we have talked it over")),
        "move_approved": same(_("agree to it")),
        "move_understanding": Pair(_("start to gather experiences"), _("start to listen")),
        "move_testing": Pair(_("start to co-design"), _("start to try ideas together")),
        "move_implementing": same(_("put the changes in place")),
        "move_in_control": Pair(_("hand it over, to be sustained"), _("hand the gain over to daily work")),
        "move_spreading": same(_("share it with others")),
        "move_closed_with_learning": Pair(_("celebrate and review"), _("close with what we learned")),
        "what_drives_the_aim": Pair(_("the touchpoints"), _("the moments that matter")),
        "ask_driver": same(_("when do people feel it most, for better or worse?")),
        **TO_PROTOTYPE,
    },
    nouns={
        "aim": Named(
            Noun(
                _("shared priority"), _("shared priorities"), _("a shared priority"), _("the shared priority")
            ),
            AIM,
        ),
        "driver": Named(TOUCHPOINT, MOMENT),
        "primary_driver": Named(TOUCHPOINT, MOMENT),
        "secondary_driver": Named(FEELING, FEELING),
        "driver_diagram": Named(
            Noun(
                _("map of touchpoints"),
                _("maps of touchpoints"),
                _("a map of touchpoints"),
                _("the map of touchpoints"),
            ),
            Noun(
                _("map of moments that matter"),
                _("maps of moments that matter"),
                _("a map of moments that matter"),
                _("the map of moments that matter"),
            ),
        ),
        "change_idea": Named(
            Noun(_("co-design idea"), _("co-design ideas"), _("a co-design idea"), _("the co-design idea")),
            IDEA_TO_TRY,
        ),
        "test": Named(Noun(_("prototype"), _("prototypes"), _("a prototype"), _("the prototype")), TEST),
        "ramp": Named(
            Noun(
                _("series of prototypes"),
                _("series of prototypes"),
                _("a series of prototypes"),
                _("the series of prototypes"),
            ),
            RUN_OF_TESTS,
        ),
        "story": Named(
            Noun(
                _("experience story"),
                _("experience stories"),
                _("an experience story"),
                _("the experience story"),
            ),
            STORY,
        ),
        "look_back": Named(Noun(_("review"), _("reviews"), _("a review"), _("the review")), LOOK_BACK),
    },
    tabs=("story", "team", "understand", "drivers", "tests", "measures", "learning"),
    sections=("team", "aim", "stage", "theory", "tests", "better", "progress", "barriers"),
)
