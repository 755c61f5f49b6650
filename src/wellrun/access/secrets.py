"""Keeps the seeds of authenticator apps so that a copy of the database alone does not give them away."""

from __future__ import annotations

import base64
import os

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def _box() -> Fernet:
    """A key of its own, derived from the installation's (HKDF, RFC 5869)."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"wellrun second step").derive(
        settings.SECRET_KEY.encode()
    )
    return Fernet(base64.urlsafe_b64encode(derived))


def locked(text: str) -> str:
    return _box().encrypt(text.encode()).decode("ascii")


def unlocked(kept: str) -> str:
    """Where the installation's key was changed, a seed by chance: no code that anybody knows fits it."""
    try:
        return _box().decrypt(kept.encode("ascii")).decode()
    except (InvalidToken, UnicodeEncodeError):
        return base64.b32encode(os.urandom(20)).decode()
