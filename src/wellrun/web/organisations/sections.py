"""The parts of administration. Its first page is made from this one list: a new part is one more line."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of administration. Its address takes the organisation's slug, and nothing else."""

    title: str | Promise
    help: str | Promise
    url_name: str
    icon: str


SECTIONS = (
    Section(
        title=_("People"),
        help=_("Everybody with a role. Find and invite somebody, or bring people from a file."),
        url_name="organisations:administer-people",
        icon="people",
    ),
    Section(
        title=_("Left behind"),
        help=_("What still rests with people who have gone. Pass it on."),
        url_name="organisations:left-behind",
        icon="overdue",
    ),
    Section(
        title=_("Units"),
        help=_("Bring a tree from a file, and find units that were closed."),
        url_name="organisations:administer-units",
        icon="org",
    ),
    Section(
        title=_("Roles"),
        help=_("Who leads, coaches and administers, and where."),
        url_name="organisations:administer-roles",
        icon="flag",
    ),
    Section(
        title=_("Projects of others"),
        help=_("Projects that asked your organisation to take part."),
        url_name="partners:of-organisation",
        icon="share",
    ),
    Section(
        title=_("Single sign-on"),
        help=_("Whether people sign in with the account of their organisation."),
        url_name="organisations:single-sign-on",
        icon="lock",
    ),
    Section(
        title=_("Settings"),
        help=_("Name, code, country, language and improvement method."),
        url_name="organisations:settings",
        icon="edit",
    ),
    Section(
        title=_("History"),
        help=_("Who did what, and when."),
        url_name="organisations:audit",
        icon="table",
    ),
    Section(
        title=_("Take a copy"),
        help=_("Everything of the organisation, as files that any spreadsheet opens."),
        url_name="organisations:export",
        icon="download",
    ),
)
