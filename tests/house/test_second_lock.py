"""Every table of ours has a rule for the second lock, or says why it needs none."""

from django.apps import apps

from wellrun.core.secure_database import open_tables, row_rules


def own_tables() -> set[str]:
    return {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("wellrun.")
    }


def test_every_table_has_a_rule_or_a_reason() -> None:
    guarded = {rule.table for rule in row_rules()}
    assert own_tables() - guarded - set(open_tables()) == set()


def test_no_rule_or_reason_is_for_a_table_that_is_not_there() -> None:
    assert ({rule.table for rule in row_rules()} | set(open_tables())) - own_tables() == set()


def test_a_table_is_not_both_guarded_and_open() -> None:
    assert {rule.table for rule in row_rules()} & set(open_tables()) == set()
