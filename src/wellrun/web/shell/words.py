"""The words of the person who asks: their organisation's method, in everyday words or in the field's own.

In a template: ``{% word of="special_cause" %}``. In a presenter: ``spoken().special_cause``. In the middle of
a sentence a mark, as in "Write {the_aim}", which `worded` fills in both. What methods name differently is in
`organisations.values.methods`; the pairs here are those of the glossary, and what has no everyday twin is not
in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse
from django.template import Context
from django.utils.translation import gettext_lazy as _

from wellrun.access.requests import profile_of_request
from wellrun.core.vocabulary import speaking
from wellrun.core.vocabulary import worded as worded_for_the_reader
from wellrun.organisations.values import Method
from wellrun.organisations.values.methods import (
    GLOSSARY,
    MODEL_FOR_IMPROVEMENT,
    TERMS,
    MethodWords,
    Pair,
    vocabulary,
    words_of_method,
)
from wellrun.web.shell.places import organisation_of

PAIRS: Mapping[str, Pair] = MappingProxyType(
    {
        **{name: MODEL_FOR_IMPROVEMENT.terms[name] for name in GLOSSARY},
        # What teams do
        "hypothesis": Pair(_("hypothesis"), _("our theory")),
        "adopt": Pair(_("adopt"), _("keep")),
        "adapt": Pair(_("adapt"), _("change")),
        "expand": Pair(_("expand"), _("try wider")),
        "abandon": Pair(_("abandon"), _("drop")),
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


NAMES = frozenset([*PAIRS, *TERMS])
"""Everything that has a name: the glossary, and what every method names in its own way."""


class Words:
    """The names to use for one person: ``words.pdsa_cycle``. A name that is not in the list is a mistake.

    What their organisation's method names is named so; the rest has the field's standard terms.
    """

    def __init__(self, *, plain: bool, method: MethodWords = MODEL_FOR_IMPROVEMENT) -> None:
        self.is_plain = plain
        self.method = method
        self.for_mark = vocabulary(method, plain=plain)
        """What stands for a mark in a message: `core.vocabulary`."""

    def __getattr__(self, name: str) -> str:
        if name not in NAMES:
            raise AttributeError(name)
        return self.of(name)

    def of(self, name: str) -> str:
        """The word in the middle of a sentence. Raises ``KeyError`` for a name that is not in the list."""
        pair = self.method.terms.get(name) or PAIRS[name]
        return str(pair.plain if self.is_plain else pair.term)

    def heading(self, name: str) -> str:
        """The same, at the beginning of a line."""
        word = self.of(name)
        return word[:1].upper() + word[1:]

    def state(self, state: str) -> str:
        """The state of a project, as a label."""
        return self.heading(f"state_{state}")

    def move(self, state: str) -> str:
        """What the button says that moves a project on to a state."""
        return self.heading(f"move_{state}")


PLAIN = Words(plain=True)


def words_for(*, plain: bool, method: str = Method.MODEL_FOR_IMPROVEMENT) -> Words:
    return Words(plain=plain, method=words_of_method(method))


def words_of(request: HttpRequest) -> Words:
    """In the method of the organisation that the person looks at. Everyday words, unless they chose others.

    Found once for each request and kept on it.
    """
    words = getattr(request, "_wellrun_words", None)
    if not isinstance(words, Words):
        profile, here = profile_of_request(request), organisation_of(request)
        words = words_for(
            plain=profile.plain_words if profile else True,
            method=here.method if here else Method.MODEL_FOR_IMPROVEMENT,
        )
        request._wellrun_words = words  # type: ignore[attr-defined]  # noqa: SLF001 - our own mark on the request
    return words


GetResponse = Callable[[HttpRequest], HttpResponse]
_REQUEST: ContextVar[HttpRequest | None] = ContextVar("wellrun_spoken_to", default=None)


def speak_to_each(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: while a request is answered, `spoken` gives the words of the person who asked.

    As with the language itself, every presenter needs them, and none could answer without.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        token = _REQUEST.set(request)
        try:
            with speaking(lambda mark: words_of(request).for_mark(mark)):
                return get_response(request)
        finally:
            _REQUEST.reset(token)

    return middleware


def spoken() -> Words:
    """The words of the person whose request is being answered; everyday standard terms outside of one."""
    request = _REQUEST.get()
    return PLAIN if request is None else words_of(request)


def worded(message: str) -> str:
    """The filter: ``{% button text=_("Write {the_aim}")|worded %}``. Never for what people typed."""
    return worded_for_the_reader(message)


def word(context: Context, *, of: str, heading: bool = False) -> str:
    """The tag. ``heading`` begins with a capital. A name that is not in the list fails at once."""
    words = words_of(context["request"])
    return words.heading(of) if heading else words.of(of)
