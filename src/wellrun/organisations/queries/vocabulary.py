"""Which words somebody reads who is not asking: who gets a letter."""

from __future__ import annotations

from wellrun.accounts.models import Person
from wellrun.core.vocabulary import Vocabulary
from wellrun.organisations.models import Organisation
from wellrun.organisations.queries.roles import grants_of
from wellrun.organisations.values import Method
from wellrun.organisations.values.methods import vocabulary, words_of_method


def vocabulary_of(person_id: int) -> Vocabulary:
    """The method of the organisation that they first look at, in the words they chose."""
    own = {each.organisation_id for each in grants_of(person_id) if each.organisation_id is not None}
    methods = Organisation.objects.filter(pk__in=own).order_by("pk").values_list("method", flat=True)
    plain = Person.objects.filter(pk=person_id).values_list("plain_words", flat=True).first()
    return vocabulary(
        words_of_method(methods.first() or Method.MODEL_FOR_IMPROVEMENT), plain=plain is not False
    )
