"""A passkey in software: real keys and real signatures, as a phone would make them (WebAuthn, section 6)."""

from __future__ import annotations

import json
import os
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from wellrun.accounts.models import Person

HOST = "testserver"
PRESENT = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


class Passkey:
    """Kept by one person, and known to the product."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._id = os.urandom(16)
        public = ES256.from_cryptography_key(self._key.public_key())
        known = AttestedCredentialData.create(Aaguid.NONE, self._id, public)
        about = AuthenticatorData.create(sha256(HOST.encode()), PRESENT | AuthenticatorData.FLAG.AT, 0, known)
        made = self._told(
            "webauthn.create", os.urandom(32), attestationObject=AttestationObject.create("none", about, {})
        )
        WebAuthn.add(person, "Key", made | {"clientExtensionResults": {"credProps": {"rk": True}}})

    def sign_in(self, client: Client) -> Any:
        """Ask for a challenge, sign it, and send the answer."""
        options = client.post("/sign-in/passkey/begin/").json()["publicKey"]
        told = CollectedClientData.create(
            "webauthn.get", websafe_decode(options["challenge"]), f"https://{HOST}"
        )
        about = AuthenticatorData.create(sha256(HOST.encode()), PRESENT, 1)
        answer = self._told(
            "webauthn.get", websafe_decode(options["challenge"]), authenticatorData=about,
            signature=self._key.sign(about + told.hash, ec.ECDSA(SHA256())),
            userHandle=user_pk_to_url_str(self.person).encode(),
        )  # fmt: skip
        return client.post("/sign-in/passkey/", {"credential": json.dumps(answer)})

    def _told(self, kind: str, challenge: bytes, **parts: bytes) -> dict[str, Any]:
        client = CollectedClientData.create(kind, challenge, f"https://{HOST}")
        response = {name: websafe_encode(part) for name, part in {**parts, "clientDataJSON": client}.items()}
        own = websafe_encode(self._id)
        return {"id": own, "rawId": own, "type": "public-key", "response": response}
