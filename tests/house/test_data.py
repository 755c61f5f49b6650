"""Every model says how it is audited, every field how personal it is; every service leaves a record."""

from django.apps import apps
from django.db import models

from tests.house.data import CLASSES, PAGE, fields_of, page, registry
from tests.house.services import all_functions, exceptions, public_services, reaches, transactions

TEXTS = {"name", "title", "reason", "note", "label", "about", "text", "words", "definition", "organisation"}
"""Parameters that carry words of a person."""
SCREENS = {"problem_in", "require_none_in", "problem_with_text", "problem_with_definition"}
FREE_TEXT_THAT_NAMES_NOBODY = {
    "measures.Measure": {
        # How a measure is defined and what its chart says, which the product words itself.
        "counts", "counts_not", "source", "how_often", "sentence", "plain", "assurance_plain", "spark",
    },
}  # fmt: skip


def own_models() -> dict[str, type[models.Model]]:
    return {
        model._meta.label: model for model in apps.get_models() if model.__module__.startswith("wellrun.")
    }


def test_every_model_is_declared_audited_or_says_why_not() -> None:
    assert set(registry()) == set(own_models())
    assert [label for label, entry in registry().items() if not entry["changes"]] == []


def test_every_field_is_in_one_class_and_no_other_is_named() -> None:
    for label, model in own_models().items():
        listed = [field for kind in CLASSES for field in registry()[label].get(kind, [])]
        assert sorted(listed) == sorted(field.name for field in model._meta.concrete_fields), label


def test_long_text_and_links_to_people_are_personal() -> None:
    wrong = [
        f"{label}.{field.name}"
        for label, model in own_models().items()
        for field in model._meta.concrete_fields
        if isinstance(field, models.TextField)
        or getattr(field.related_model, "_meta", None) is apps.get_model("accounts.Person")._meta
        if fields_of(label)[field.name] != "personal"
        and field.name not in FREE_TEXT_THAT_NAMES_NOBODY.get(label, set())
    ]
    assert wrong == []


def test_the_page_about_data_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_service_leaves_a_record() -> None:
    functions = all_functions()
    silent = [name for name, node, _path in public_services() if not reaches(node, {"record"}, functions)]
    assert set(silent) == set(exceptions("leave_no_record"))


def test_every_service_that_takes_words_screens_them() -> None:
    functions = all_functions()
    found = [
        name
        for name, node, _path in public_services()
        if {argument.arg for argument in node.args.kwonlyargs} & TEXTS
    ]
    assert len(found) > 5
    unscreened = [
        name
        for name, node, _path in public_services()
        if name in found and not reaches(node, SCREENS, functions)
    ]
    assert set(unscreened) == set(exceptions("screen_no_words"))


def test_a_service_is_one_transaction_takes_keywords_only_and_the_actor_first() -> None:
    services = {name.partition(".")[2]: node for name, node, _path in public_services()}
    parts = set(exceptions("one_transaction_without_an_actor"))
    looks = set(exceptions("parts_that_look_like_services"))
    assert set(services) - looks == {name for name, _node in transactions()} - parts
