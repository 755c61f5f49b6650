"""Nothing of django-allauth's own pages and letters is ever shown."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.template import engines
from django.test import Client

from tests.build.accounts import can_sign_in, try_to_sign_in
from tests.build.cast import Cast
from wellrun.web.components.stylesheet import WEB

OURS = WEB / "templates"
LETTERS = sorted(str(path.relative_to(OURS)) for path in OURS.rglob("email/*.txt"))
PAGES = [
    "/account/",
    "/account/password/",
    "/account/address/",
    "/account/app/",
    "/account/passkeys/add/",
    "/account/recovery-codes/new/",
    "/account/again/",
    "/sign-in/forgotten/",
    "/sign-in/confirm/",
]


def sources_of_allauth() -> str:
    spec = find_spec("allauth")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    parts = ("account", "mfa", "socialaccount/internal", "socialaccount/models.py")
    files = [
        path
        for part in parts
        for path in ([folder / part] if part.endswith("py") else (folder / part).rglob("*.py"))
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_letter_that_allauth_may_send_is_ours() -> None:
    named = set(re.findall(r'"((?:account|mfa|socialaccount)/email/\w+)"', sources_of_allauth()))
    # Codes by e-mail, sign-up and letters to unknown addresses are not in use.
    unused = {
        name for name in named if re.search(r"code$|signup|already_exists|unknown_account|/phone", name)
    }
    assert len(named) > 10
    missing = [
        f"{name}_{part}.txt"
        for name in sorted(named - unused)
        for part in ("subject", "message")
        if f"{name}_{part}.txt" not in LETTERS
    ]
    assert missing == []


@pytest.mark.parametrize("name", LETTERS)
def test_our_letters_go_before_theirs_and_are_not_escaped(name: str) -> None:
    template = engines["django"].get_template(name)
    assert Path(template.origin.name).is_relative_to(OURS)  # type: ignore[attr-defined]
    drawn = template.render({"activate_url": "http://x/?a&b", "password_reset_url": "http://x/?a&b"})
    assert "&amp;" not in drawn


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_our_pages_are_drawn_from_our_templates(cast: Cast, address: str) -> None:
    client = Client()
    try_to_sign_in(client, can_sign_in(cast.member).email)
    answer = client.get(address)
    drawn = [each.origin.name for each in answer.templates or [] if each.origin.name != "<unknown source>"]
    assert drawn
    assert [name for name in drawn if "allauth" in name] == []
    assert b"Wellrun</title>" in answer.content
