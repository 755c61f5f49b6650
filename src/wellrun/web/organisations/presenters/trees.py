"""The tree of units as nested lists."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.organisations.queries import Branch, Organisation, Unit
from wellrun.web.components.unit_tree.tag import TreeNode
from wellrun.web.organisations.showing import address_of

ALL_OPEN = 40
"""A tree of so many units is shown unfolded."""


def present_tree(branch: Branch, organisation: Organisation) -> tuple[TreeNode, ...]:
    """The units below one, each with what is below it."""
    is_open = _size(branch) <= ALL_OPEN
    return tuple(_node(child, organisation, is_open=is_open) for child in branch.children)


def present_hidden(branch: Branch) -> str:
    """What is said where not all units directly below are shown."""
    if not branch.hidden:
        return ""
    return _("Here are the first. %(count)s more can be found by name.") % {"count": f"{branch.hidden:,}"}


def present_found(units: Sequence[Unit], organisation: Organisation) -> tuple[TreeNode, ...]:
    """Units that a search has found, in a flat list, each with the unit above it."""
    return tuple(
        TreeNode(
            name=unit.name,
            href=address_of(unit, organisation),
            about=above_text(unit),
            is_closed=unit.is_closed,
        )
        for unit in units
    )


def above_text(unit: Unit) -> str:
    return _("in %(unit)s") % {"unit": unit.parent.name} if unit.parent else ""


def choice_text(unit: Unit) -> str:
    """A unit in a list to choose from: two wards of one name are told apart by what they belong to."""
    return f"{unit.name}, {unit.parent.name}" if unit.parent else unit.name


def _node(branch: Branch, organisation: Organisation, *, is_open: bool) -> TreeNode:
    unit = branch.unit
    below = ngettext("%(count)s unit below", "%(count)s units below", branch.below)
    href = address_of(unit, organisation)
    return TreeNode(
        name=unit.name,
        href=href,
        about=unit.kind,
        is_closed=unit.is_closed,
        below=below % {"count": f"{branch.below:,}"} if branch.below else "",
        children=tuple(_node(child, organisation, is_open=is_open) for child in branch.children),
        more_href=f"{href}#below" if branch.hidden else "",
        is_open=is_open,
    )


def _size(branch: Branch) -> int:
    return 1 + sum(_size(child) for child in branch.children)
