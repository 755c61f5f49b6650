"""The page of an organisation in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.organisations.queries import Branch, Organisation, Unit
from wellrun.organisations.values import Method
from wellrun.organisations.values.countries import country_name
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.unit_tree.tag import TreeNode
from wellrun.web.organisations.presenters.trees import present_found, present_hidden, present_tree
from wellrun.web.organisations.showing import address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """What the page of an organisation shows."""

    name: str
    address: str
    facts: tuple[Fact, ...]
    nodes: tuple[TreeNode, ...]
    hidden: str
    count: str
    search: str
    people_href: str
    whole_href: str
    add_href: str
    administration_href: str


def present_facts(organisation: Organisation) -> tuple[Fact, ...]:
    """Code with its scheme, country, method; and that it is invented, where it is."""
    scheme = (
        organisation.code_scheme.upper() if len(organisation.code_scheme) < 5 else organisation.code_scheme
    )
    code = " ".join(filter(None, (scheme, organisation.code))) if organisation.code else ""
    return (
        *((Fact(text=code),) if code else ()),
        *((Fact(text=country_name(organisation.country), icon="globe"),) if organisation.country else ()),
        Fact(text=str(Method(organisation.method).label)),
        *((Fact(text=_("Invented"), icon="info"),) if organisation.is_invented else ()),
    )


def present_organisation(
    organisation: Organisation,
    root: Unit,
    *,
    tree: Branch | None,
    found: Sequence[Unit],
    search: str,
    may_administer: bool,
) -> OrganisationPage:
    count = ngettext("%(count)d unit found", "%(count)d units found", len(found)) % {"count": len(found)}
    administration = reverse("organisations:administration", args=[organisation.slug])
    return OrganisationPage(
        name=organisation.name,
        address=reverse("organisations:organisation", args=[organisation.slug]),
        facts=present_facts(organisation),
        nodes=present_tree(tree, organisation) if tree else present_found(found, organisation),
        hidden=present_hidden(tree) if tree else "",
        count=count if search else "",
        search=search,
        people_href=reverse("people:list"),
        whole_href=address_of(root, organisation),
        add_href=address_of(root, organisation, "add-unit") if may_administer else "",
        administration_href=administration if may_administer else "",
    )
