"""Who may see a measure, add its numbers and say what it is; and the list that agrees with that."""

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_measure
from wellrun.core.visibility import Visibility
from wellrun.measures import permissions, queries
from wellrun.measures.services import remove_measure

WHO = ("owner", "member", "viewer", "stranger")
TABLE = {
    # visibility: who may view, who may record, who may define
    "team": ({"owner"}, {"owner"}, {"owner"}),
    "organisation": ({"owner", "member"}, {"owner", "member"}, {"owner"}),
    "network": ({"owner", "member", "viewer"}, {"owner", "member"}, {"owner"}),
    "public": ({"owner", "member", "viewer", "stranger"}, {"owner", "member"}, {"owner"}),
}


def allowed(may: object, cast: Cast, measure: object) -> set[str]:
    return {who for who in WHO if may(getattr(cast, who), measure)}  # type: ignore[operator]


def test_the_table_names_every_level() -> None:
    assert set(TABLE) == set(Visibility.values)


@pytest.mark.parametrize("visibility", TABLE)
def test_who_may_do_what(cast: Cast, visibility: str) -> None:
    measure = a_measure(cast, visibility=visibility)
    view, record, define = TABLE[visibility]
    assert allowed(permissions.may_view, cast, measure) == view
    assert allowed(permissions.may_record, cast, measure) == record
    assert allowed(permissions.may_define, cast, measure) == define


def test_the_list_agrees_with_the_object(cast: Cast) -> None:
    measures = [a_measure(cast, visibility=level, name=level) for level in TABLE]
    gone = a_measure(cast, visibility="public", name="gone")
    remove_measure(actor=cast.owner, measure=gone, now=NOW)
    gone.refresh_from_db()
    for who in WHO:
        actor = getattr(cast, who)
        seen = set(queries.visible_to(actor))
        assert seen == {each for each in [*measures, gone] if permissions.may_view(actor, each)}
        assert {row.name for row in queries.listed_for(actor)} == {each.name for each in seen}
        assert all(
            (queries.get_for(actor, each.pk) is not None) == (each in seen) for each in [*measures, gone]
        )


def test_refusals_say_why_and_who_can_help(cast: Cast) -> None:
    measure = a_measure(cast, visibility="public")
    assert "Ask Amina Yusuf" in permissions.may_define(cast.member, measure).refusal
    assert "people who work there" in permissions.may_record(cast.viewer, measure).refusal
    assert (
        "not shared it with you"
        in permissions.may_view(cast.viewer, a_measure(cast, visibility="team")).refusal
    )


def test_measures_are_made_in_ones_own_organisation(cast: Cast) -> None:
    assert permissions.may_create(cast.owner, cast.riverside.pk)
    assert "own organisation" in permissions.may_create(cast.owner, cast.hillside.pk).refusal
    assert not permissions.may_create(cast.stranger, cast.riverside.pk)


def test_a_removed_measure_takes_no_numbers(cast: Cast) -> None:
    measure = a_measure(cast)
    remove_measure(actor=cast.owner, measure=measure, now=NOW)
    measure.refresh_from_db()
    assert not permissions.may_record(cast.owner, measure)
