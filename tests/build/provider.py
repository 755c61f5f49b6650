"""A small OpenID Connect provider, as a program of its own: discovery, sign-in, tokens, keys.

It keeps to OpenID Connect Core 1.0 and to PKCE (RFC 7636), and refuses what does not. Who signs in is named
in the query of the page that Wellrun leads to (`&who=`), where a person would type it. A person may carry
faults, so that Wellrun can be seen to refuse what a provider must never send.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

CLIENT, SECRET = "wellrun", "a secret between the two"
KEY, OTHER_KEY = (generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
CODES: dict[str, dict[str, Any]] = {}


class RefusedError(Exception):
    """What was asked for breaks the standard."""


def need(is_right: bool, why: str) -> None:
    if not is_right:
        raise RefusedError(why)


class Provider(BaseHTTPRequestHandler):
    people: dict[str, dict[str, Any]]
    issuer: str

    def do_GET(self) -> None:
        pages = {
            "/.well-known/openid-configuration": self.configuration,
            "/keys": self.keys,
            "/authorize": self.authorize,
        }
        self.answer(pages)

    def do_POST(self) -> None:
        self.answer({"/token": self.token})

    def answer(self, pages: dict[str, Any]) -> None:
        try:
            pages[urlsplit(self.path).path]()
        except RefusedError as refusal:
            self.send({"error": "invalid_request", "error_description": str(refusal)}, status=400)
        except KeyError as missing:
            self.send({"error": "invalid_request", "error_description": f"without {missing}"}, status=400)

    def send(self, what: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def configuration(self) -> None:
        here = self.issuer
        self.send(
            {
                "issuer": here,
                "authorization_endpoint": f"{here}/authorize",
                "token_endpoint": f"{here}/token",
                "jwks_uri": f"{here}/keys",
                "userinfo_endpoint": f"{here}/userinfo",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
            }
        )

    def keys(self) -> None:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        self.send({"keys": [{**key, "kid": "one", "use": "sig", "alg": "RS256"}]})

    def authorize(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        need(asked["client_id"] == CLIENT, "another client")
        need(asked["response_type"] == "code" and "openid" in asked["scope"].split(), "no code flow")
        need(asked["redirect_uri"].endswith("/sign-in/with/trust/back/"), "an address that is not registered")
        need(asked["code_challenge_method"] == "S256" and len(asked["code_challenge"]) == 43, "no PKCE")
        need(len(asked["state"]) >= 16 and len(asked["nonce"]) >= 16, "no state or nonce")
        if asked["who"] == "cancel":
            back = {"error": "access_denied", "state": asked["state"]}
        else:
            code = secrets.token_urlsafe(24)
            CODES[code] = {**asked, "person": self.people[asked["who"]]}
            back = {"code": code, "state": asked["state"]}
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(back)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def token(self) -> None:
        length = int(self.headers["Content-Length"])
        given = {name: values[0] for name, values in parse_qs(self.rfile.read(length).decode()).items()}
        asked = CODES.pop(given["code"])  # works once
        need(given["grant_type"] == "authorization_code", "another grant")
        need((given["client_id"], given["client_secret"]) == (CLIENT, SECRET), "another client")
        need(given["redirect_uri"] == asked["redirect_uri"], "another address")
        digest = hashlib.sha256(given["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        need(challenge == asked["code_challenge"], "the verifier does not fit")
        id_token = self.id_token(asked)
        self.send({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": id_token})

    def id_token(self, asked: dict[str, Any]) -> str:
        now, person = int(time.time()), dict(asked["person"])
        fault = person.pop("fault", {})
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            **person,
            **fault.get("claims", {}),
        }
        headers = {"kid": "one"}
        if fault.get("signed") == "not":
            return jwt.encode(claims, None, algorithm="none", headers=headers)
        if fault.get("signed") == "secret":
            return jwt.encode(claims, SECRET * 2, algorithm="HS256", headers=headers)
        key = OTHER_KEY if fault.get("signed") == "other" else KEY
        return jwt.encode(claims, key, algorithm="RS256", headers=headers)

    def log_message(self, *_words: object) -> None:
        """Quiet."""


def main() -> None:
    """Serve on a free port of this machine, and say which. The people come as JSON on the command line."""
    Provider.people = json.loads(sys.argv[1])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    Provider.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    print(Provider.issuer, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
