"""The nested lists of a tree, written in Python: a template for each of 150 parts would take too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from wellrun.web.components.tree.nodes import Node, Note


def drawn(top: Node) -> SafeString:
    """The tree from its top down. Every word and every value is escaped here."""
    return mark_safe("".join(_item(top)))  # noqa: S308 - see above


def icons_in(node: Node) -> set[str]:
    """The drawings that the whole tree needs."""
    return {note.icon for note in node.notes if note.icon}.union(*map(icons_in, node.below))


def _item(node: Node) -> Iterator[str]:
    tag = "a" if node.href else "div"
    yield '<li class="skips">' if node.skips else "<li>"
    yield f'<div class="node-at"><{tag}{_attributes(node)}>'
    yield _kind(node) + f'<span dir="auto">{escape(node.text)}</span>'
    yield from map(_note, node.notes)
    yield f"</{tag}></div>"
    if node.below:
        yield from _list(node.below)
    yield "</li>"


def _kind(node: Node) -> str:
    if not node.kind:
        return ""
    if node.look == "plain":
        return f'<span class="hidden">{escape(node.kind)}: </span>'
    return f'<span class="node__kind">{escape(node.kind)}</span>'


def _list(nodes: Iterable[Node]) -> Iterator[str]:
    yield "<ul>"
    for node in nodes:
        yield from _item(node)
    yield "</ul>"


def _attributes(node: Node) -> str:
    looks = (f" node--{node.look}" if node.look else "") + (" node--on" if node.is_chosen else "")
    href = f' href="{escape(node.href)}"' if node.href else ""
    current = ' aria-current="true"' if node.is_chosen else ""
    data = "".join([f' data-{name}="{escape(value)}"' for name, value in node.data])
    return f' class="node{looks}"{href}{current}{data}'


def _note(note: Note) -> str:
    icon = (
        f'<svg class="icon" aria-hidden="true"><use href="#i-{escape(note.icon)}"/></svg>'
        if note.icon
        else ""
    )
    return f'<span class="status">{icon}<span dir="auto">{escape(note.text)}</span></span>'
