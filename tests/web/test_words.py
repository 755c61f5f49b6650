"""The field's words and their everyday twins."""

import re

import pytest
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

from tests.build.cast import Cast
from wellrun.accounts.models import Person
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
