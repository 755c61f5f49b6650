"""What was said about a project that came in a package, in its place and under who said it there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from wellrun.conversations.models import Comment, Edition, Reaction
from wellrun.core.search.index import index_rows
from wellrun.exchange.package.plain import without
from wellrun.exchange.package.writing import Bringing
from wellrun.learning.models import Story

Said = tuple[Comment, Mapping[str, Any]]


def write_talk(bringing: Bringing) -> None:
    """With how it read before, and with short answers. What it was about may not have come."""
    names = {each["number"]: each["name"] for each in bringing.record["people"]}
    found = [(row, _about(bringing, row["about"], row["number"])) for row in bringing.record["conversations"]]
    told = [(row, key) for row, key in found if key is not None]
    rows = [_comment(bringing, row, key, names[row["by"]]) for row, key in told]
    made = bringing.save(rows, [row for row, _key in told], part="comment")
    said = list(zip(made, (row for row, _key in told), strict=True))
    bringing.save([each for comment, row in said for each in _editions(comment, row)])
    answers = [each for _comment, row in said for each in row["answers"]]
    given = [_answer(comment, each, names) for comment, row in said for each in row["answers"]]
    bringing.save(given, answers, part="reaction")
    _keep_items(bringing, said)
    index_rows("comment", [row.pk for row in made])


def _comment(bringing: Bringing, row: Mapping[str, Any], key: int, name: str) -> Comment:
    is_of_an_item = row["about"] == "control_item"
    return Comment(
        kind="project" if is_of_an_item else row["about"],
        thing_id=key,
        told_about=_item_name(bringing, row["number"]) if is_of_an_item else "",
        organisation_id=bringing.project.organisation_id,
        author_id=bringing.actor.id,
        told_by=name,
        version=len(row["earlier"]) + 1,
        **without(row, "about", "number", "by", "earlier", "answers"),
    )


def _editions(comment: Comment, row: Mapping[str, Any]) -> list[Edition]:
    return [Edition(comment=comment, version=place, **each) for place, each in enumerate(row["earlier"], 1)]


def _answer(comment: Comment, told: Mapping[str, Any], names: Mapping[int, str]) -> Reaction:
    """Nobody here gave it, so it asks nobody and nobody can take it back."""
    return Reaction(comment=comment, told_by=names[told["by"]], **without(told, "by"))


def _item_name(bringing: Bringing, number: int) -> str:
    measure = bringing.record["control_items"][number - 1]["measure"]
    named = [each["definition"]["name"] for each in bringing.record["measures"] if each["number"] == measure]
    return str(named[0]) if named else _("a measure that did not come")


def _keep_items(bringing: Bringing, said: list[Said]) -> None:
    """A control item is in words here, so what was said about it stands with the project."""
    bringing.told["about"] = {
        str(comment.pk): row["number"] for comment, row in said if row["about"] == "control_item"
    }


def _about(bringing: Bringing, kind: str, number: int | None) -> int | None:
    rows = {"driver": bringing.drivers, "cycle": bringing.cycles, "measure": bringing.measures,
            "barrier": bringing.barriers}  # fmt: skip
    if number is not None and kind in rows:
        return rows[kind].get(number)
    if kind == "story":
        return Story.objects.values_list("pk", flat=True).get(project=bringing.project)
    return bringing.project.pk
