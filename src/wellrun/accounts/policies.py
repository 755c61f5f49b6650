"""What an e-mail address, a name and a password may be, whoever gives them."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

import idna
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.values import ERASED_ADDRESS
from wellrun.core.blanks import on_one_line
from wellrun.core.decision import Refused

LONGEST_NAME = 200
LONGEST_ADDRESS = 254
SESSION_NOTED_EVERY = timedelta(minutes=5)
"""How exactly "last seen" is kept: a page that is read must not write each time."""


class AddressRefused(Refused):
    """An e-mail address or a name that cannot be kept."""


def normal_email(text: str) -> str:
    """The one way in which an address is kept: small letters, its domain as mail servers write it.

    Compatibility characters become plain ones (NFKC), and a domain in another script becomes its ASCII form
    (IDNA 2008, RFC 5891), so that it can look like no other. Letters before the @ are a to z: two addresses
    that look the same then are the same. Raises `AddressRefused`.
    """
    plain = unicodedata.normalize("NFKC", text.strip()).lower()
    local, at, domain = plain.rpartition("@")
    if not at or any(unicodedata.category(each).startswith(("C", "Z")) for each in plain):
        raise AddressRefused(_("Type an e-mail address, like mina@example.org."), field="email")
    if not local.isascii():
        raise AddressRefused(
            _("Use an e-mail address with letters from a to z before the @. Others can be mistaken."),
            field="email",
        )
    address = f"{local}@{_ascii(domain)}"
    if len(address) > LONGEST_ADDRESS:
        raise AddressRefused(_("Use an e-mail address of at most 254 letters."), field="email")
    try:
        validate_email(address)
    except ValidationError as error:
        raise AddressRefused(_("Type an e-mail address, like mina@example.org."), field="email") from error
    return address


def _ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise AddressRefused(
            _("The part after the @ is no domain that mail can reach. Check its letters."), field="email"
        ) from error


def is_erased(person: Person) -> bool:
    """Whether they were forgotten: who it was is known no more."""
    return person.email.endswith(ERASED_ADDRESS)


def normal_name(text: str) -> str:
    """A name in any script, on one line, without marks that turn or hide the words around it."""
    name = on_one_line(text)
    if not name or any(unicodedata.category(each) == "Cc" and not each.isspace() for each in text):
        raise AddressRefused(_("Type your name, as colleagues know you."), field="name")
    if len(name) > LONGEST_NAME:
        raise AddressRefused(_("Use a name of at most 200 letters."), field="name")
    return name
