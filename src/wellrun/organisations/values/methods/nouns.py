"""Nouns that methods name differently, in the forms that sentences need.

A mark in a message is the standard word in its form: ``{the_aim}``, ``{Drivers}``, ``{a_test}``. What a
method does not name here, it calls by the standard word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _

from wellrun.organisations.values.methods.terms import Named, Noun, Pair

AIM = Noun(_("aim"), _("aims"), _("an aim"), _("the aim"))
DRIVER = Noun(_("driver"), _("drivers"), _("a driver"), _("the driver"))
PRIMARY_DRIVER = Noun(
    _("primary driver"), _("primary drivers"), _("a primary driver"), _("the primary driver")
)
SECONDARY_DRIVER = Noun(
    _("secondary driver"), _("secondary drivers"), _("a secondary driver"), _("the secondary driver")
)
DRIVER_DIAGRAM = Noun(
    _("driver diagram"), _("driver diagrams"), _("a driver diagram"), _("the driver diagram")
)
CHANGE_IDEA = Noun(_("change idea"), _("change ideas"), _("a change idea"), _("the change idea"))
IDEA_TO_TRY = Noun(_("idea to try"), _("ideas to try"), _("an idea to try"), _("the idea to try"))
PDSA_CYCLE = Noun(_("PDSA cycle"), _("PDSA cycles"), _("a PDSA cycle"), _("the PDSA cycle"))
TEST = Noun(_("test"), _("tests"), _("a test"), _("the test"))
RAMP = Noun(_("ramp"), _("ramps"), _("a ramp"), _("the ramp"))
RUN_OF_TESTS = Noun(_("run of tests"), _("runs of tests"), _("a run of tests"), _("the run of tests"))
STORY = Noun(_("story"), _("stories"), _("a story"), _("the story"))
BARRIER = Noun(_("barrier"), _("barriers"), _("a barrier"), _("the barrier"))
HELP_NEEDED = Noun(
    _("request for help"), _("requests for help"), _("a request for help"), _("the request for help")
)
LOOK_BACK = Noun(_("look back"), _("looks back"), _("a look back"), _("the look back"))

CAUSE = Noun(_("cause"), _("causes"), _("a cause"), _("the cause"))
ROOT_CAUSE = Noun(_("root cause"), _("root causes"), _("a root cause"), _("the root cause"))
CAUSE_BEHIND = Noun(_("deeper cause"), _("deeper causes"), _("a deeper cause"), _("the deeper cause"))
PICTURE_OF_CAUSES = Noun(
    _("picture of causes"), _("pictures of causes"), _("a picture of causes"), _("the picture of causes")
)

STANDARD: Mapping[str, Named] = MappingProxyType(
    {
        "aim": Named(AIM, AIM),
        "driver": Named(DRIVER, DRIVER),
        "primary_driver": Named(PRIMARY_DRIVER, PRIMARY_DRIVER),
        "secondary_driver": Named(SECONDARY_DRIVER, SECONDARY_DRIVER),
        "driver_diagram": Named(DRIVER_DIAGRAM, DRIVER_DIAGRAM),
        "change_idea": Named(CHANGE_IDEA, IDEA_TO_TRY),
        "test": Named(PDSA_CYCLE, TEST),
        "ramp": Named(RAMP, RUN_OF_TESTS),
        "story": Named(STORY, STORY),
        "barrier": Named(BARRIER, HELP_NEEDED),
        "look_back": Named(LOOK_BACK, LOOK_BACK),
    }
)
"""The Model for Improvement. Everyday words keep "aim" and "driver", which pages explain in their place."""

DECISIONS: Mapping[str, Pair] = MappingProxyType(
    {
        "adopt": Pair(_("adopt"), _("keep")),
        "adapt": Pair(_("adapt"), _("change")),
        "expand": Pair(_("expand"), _("try wider")),
        "abandon": Pair(_("abandon"), _("drop")),
        "adopted": Pair(_("adopted"), _("kept")),
        "adapted": Pair(_("adapted"), _("changed")),
        "expanded": Pair(_("expanded"), _("tried wider")),
        "abandoned": Pair(_("abandoned"), _("dropped")),
    }
)
"""What a team decides after a test, and what it decided: the same in every method."""


def _forms(name: str, many: str, article: str = "a") -> dict[str, tuple[str, str]]:
    return {
        name: (name, "one"),
        many: (name, "many"),
        f"{article}_{name}": (name, "a"),
        f"the_{name}": (name, "the"),
    }


MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **_forms("aim", "aims", "an"),
        **_forms("driver", "drivers"),
        **_forms("primary_driver", "primary_drivers"),
        **_forms("secondary_driver", "secondary_drivers"),
        **_forms("driver_diagram", "driver_diagrams"),
        **_forms("change_idea", "change_ideas"),
        **_forms("test", "tests"),
        **_forms("ramp", "ramps"),
        **_forms("story", "stories"),
        **_forms("barrier", "barriers"),
        **_forms("look_back", "looks_back"),
    }
)
"""Every mark in the middle of a sentence: the noun and its form. With a capital it begins one."""
