"""The field's words and their everyday twins."""

import re

import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

from tests.build.cast import Cast
from wellrun.accounts.models import Person
from wellrun.core.sentences import Sentence, word
from wellrun.core.vocabulary import as_written, marks_of, speaking
from wellrun.organisations.values import Method
from wellrun.organisations.values.methods import DECISIONS, MARKS, STEPS, VERBS
from wellrun.organisations.values.methods.terms import STATES, THEORY
from wellrun.pdsa.values import Stage
from wellrun.projects.values import State
from wellrun.web.components.stylesheet import WEB
from wellrun.web.shell.words import NAMES, PAIRS, words_for


def asked_by(rf: RequestFactory, cast: Cast) -> HttpRequest:
    request = rf.get("/")
    request.user = Person.objects.get(pk=cast.owner.id)
    request.session = {}  # type: ignore[assignment]
    return request


def test_a_person_gets_the_words_they_chose(cast: Cast, rf: RequestFactory) -> None:
    template = engines["django"].from_string(
        '{% load wellrun %}{% word of="special_cause" %}|{% word of="control_limits" heading=True %}'
    )
    request = asked_by(rf, cast)
    assert template.render({}, request) == "very unlikely to be chance|The usual range"
    Person.objects.filter(pk=cast.owner.id).update(plain_words=False)
    request = asked_by(rf, cast)
    assert template.render({}, request) == "special cause|Control limits"


def test_presenters_use_the_same_list() -> None:
    assert words_for(plain=True).pdsa_cycle == "test"
    assert words_for(plain=False).pdsa_cycle == "PDSA cycle"
    with pytest.raises(AttributeError):
        words_for(plain=True).unicorn  # noqa: B018
    with pytest.raises(KeyError):
        words_for(plain=True).of("unicorn")


def test_the_two_words_of_a_pair_differ() -> None:
    assert [name for name, pair in PAIRS.items() if str(pair.term) == str(pair.plain)] == []


def test_every_word_in_a_template_is_in_the_list() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (WEB / "templates").rglob("*.html")]
    used = {name for text in texts for name in re.findall(r'{% word of="(\w+)"', text)}
    assert used - set(NAMES) == set()


MARKED = re.compile(r'(\w*)\(\s*(?:_|gettext\w*|ngettext)\((\s*"(?:[^"\\]|\\.)*"[^)]*)\)')
IN_TEMPLATES = re.compile(r'_\("((?:[^"\\]|\\.)*)"\)(\|worded)?')


def test_every_mark_in_a_message_is_a_word_that_methods_name() -> None:
    """A mark that nothing stands for would be read as it is written."""
    known = {*MARKS, *STEPS, *DECISIONS, *VERBS, *THEORY, *(f"state_{each}" for each in STATES)}
    known |= {mark[:1].upper() + mark[1:] for mark in known}
    texts = [path.read_text(encoding="utf-8") for path in WEB.parent.rglob("*.py")]
    marked = [call for text in texts for call in MARKED.findall(text) if marks_of(call[1])]
    assert len(marked) > 60
    assert {mark for _how, message in marked for mark in marks_of(message)} - known == set()
    assert {how for how, _message in marked} == {"worded", "worded_lazy", "Sentence"}


def test_every_marked_message_in_a_template_is_worded() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (WEB / "templates").rglob("*.html")]
    found = [hit for text in texts for hit in IN_TEMPLATES.findall(text) if marks_of(hit[0])]
    assert len(found) > 40
    assert [message for message, filled in found if not filled] == []


def test_marks_read_as_standard_english_where_nobody_chose_words() -> None:
    speak = words_for(plain=False).for_mark
    others = {"test", "tests", "a_test", "the_test"}
    for mark in {*MARKS, *VERBS} - others:
        assert speak(mark) == as_written(mark)
    assert (speak("a_test"), speak("The_test")) == ("a PDSA cycle", "The PDSA cycle")


def test_a_state_is_called_as_its_reader_calls_it_and_by_the_standard_for_nobody() -> None:
    assert [str(each.label) for each in State][-3:] == ["In control", "Spreading", "Closed with learning"]
    with speaking(words_for(plain=False, method=Method.DMAIC).for_mark):
        assert str(State.TESTING.label) == "Improve: pilots"


def test_a_sentence_is_kept_with_its_marks_and_read_in_each_readers_words() -> None:
    kept = Sentence("%(name)s wrote about “%(thing)s”", {"name": "{aim}", "thing": word(Stage.STUDY.label)})
    again = Sentence.read(kept.message, kept.kept())
    with speaking(words_for(plain=False, method=Method.LEAN_A3).for_mark):
        assert str(again) == "{aim} wrote about “Waiting for Check”", "what people typed stays as it is"
    assert str(again) == "{aim} wrote about “Waiting for Study”"
