"""The field's words and their everyday twins. A person chooses which of the two the pages use.

In a template: ``{% word of="special_cause" %}``. In a presenter: ``words_of(request).special_cause``, or
``words_for(plain=...)``. The pairs are those of the glossary; what has no everyday twin is not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from django.http import HttpRequest
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wellrun.access.requests import profile_of_request

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing under its two names, as they stand in the middle of a sentence."""

    term: Text
    plain: Text


PAIRS = MappingProxyType(
    {
        # What teams do
        "aim": Pair(_("aim"), _("what we want to achieve")),
        "driver_diagram": Pair(_("driver diagram"), _("our theory of what will help")),
        "change_idea": Pair(_("change idea"), _("idea to try")),
        "change_ideas": Pair(_("change ideas"), _("ideas to try")),
        "pdsa_cycle": Pair(_("PDSA cycle"), _("test")),
        "pdsa_cycles": Pair(_("PDSA cycles"), _("tests")),
        "ramp": Pair(_("ramp"), _("tests growing in size")),
        "hypothesis": Pair(_("hypothesis"), _("our theory")),
        "adopt": Pair(_("adopt"), _("keep")),
        "adapt": Pair(_("adapt"), _("change")),
        "expand": Pair(_("expand"), _("try wider")),
        "abandon": Pair(_("abandon"), _("drop")),
        "story": Pair(_("story"), _("what we learned")),
        "progress_score": Pair(_("progress score"), _("how far along")),
        "involvement": Pair(_("involvement"), _("who is on the team")),
        "stakeholders": Pair(_("stakeholders"), _("the people it affects")),
        "collaborative": Pair(_("collaborative"), _("learning together")),
        "capability": Pair(_("capability"), _("skills")),
        # What is counted
        "measure": Pair(_("measure"), _("what we count")),
        "measures": Pair(_("measures"), _("what we count")),
        "family_of_measures": Pair(_("family of measures"), _("our measures")),
        "operational_definition": Pair(_("operational definition"), _("what we count")),
        "observation": Pair(_("observation"), _("number")),
        "observations": Pair(_("observations"), _("numbers")),
        "baseline": Pair(_("baseline"), _("where we started")),
        "outcome": Pair(_("outcome"), _("what we want")),
        "process": Pair(_("process"), _("how we work")),
        "balancing": Pair(_("balancing"), _("what else might change")),
        # What a chart says
        "rule_set": Pair(_("rule set"), _("how we spot change")),
        "special_cause": Pair(_("special cause"), _("very unlikely to be chance")),
        "common_cause": Pair(_("common cause variation"), _("usual ups and downs")),
        "control_limits": Pair(_("control limits"), _("the usual range")),
        "centre_line": Pair(_("centre line"), _("average")),
        "phase": Pair(_("phase"), _("a new normal")),
        "rebase": Pair(_("rebase"), _("redraw the limits")),
        "reading": Pair(_("reading"), _("what the chart says")),
        "confidence_interval": Pair(_("confidence interval"), _("how sure we are")),
        "prediction_interval": Pair(_("prediction interval"), _("what a new team could expect")),
        "stratification": Pair(_("stratification by protected characteristic"), _("is it fair?")),
        # How gains are held and help is found
        "control_item": Pair(_("control item"), _("what we keep an eye on")),
        "response_plan": Pair(_("response plan"), _("what we do when it changes")),
        "escalation": Pair(_("escalation"), _("help needed")),
        "barrier": Pair(_("barrier"), _("help needed")),
        "audit": Pair(_("audit"), _("check")),
        # Where people work
        "unit": Pair(_("unit"), _("team or service")),
        "units": Pair(_("units"), _("teams and services")),
    }
)


class Words:
    """The names to use for one person: ``words.pdsa_cycle``. A name that is not in the list is a mistake."""

    def __init__(self, *, plain: bool) -> None:
        self.is_plain = plain

    def __getattr__(self, name: str) -> str:
        if name not in PAIRS:
            raise AttributeError(name)
        return self.of(name)

    def of(self, name: str) -> str:
        """The word in the middle of a sentence. Raises ``KeyError`` for a name that is not in the list."""
        pair = PAIRS[name]
        return str(pair.plain if self.is_plain else pair.term)

    def heading(self, name: str) -> str:
        """The same, at the beginning of a line."""
        word = self.of(name)
        return word[:1].upper() + word[1:]


PLAIN = Words(plain=True)


def words_for(*, plain: bool) -> Words:
    return Words(plain=plain)


def words_of(request: HttpRequest) -> Words:
    """Everyday words, unless the person asking chose the field's own."""
    profile = profile_of_request(request)
    return Words(plain=profile.plain_words if profile else True)


def word(context: Context, *, of: str, heading: bool = False) -> str:
    """The tag. ``heading`` begins with a capital. A name that is not in the list fails at once."""
    words = words_of(context["request"])
    return words.heading(of) if heading else words.of(of)
