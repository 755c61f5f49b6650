"""A fresh installation: the address that sets it up, through the real command and a real server."""

import re
from pathlib import Path

from tests.build.accounts import PASSWORD
from tests.build.server import running

FIRST = {
    "organisation": "Riverside",
    "name": "Ruth Achieng",
    "email": "ruth@example.org",
    "password": PASSWORD,
}


def test_whoever_starts_wellrun_sets_it_up_in_the_browser_once(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        server.wait_until("Set Wellrun up:")
        path = re.findall(r"Set Wellrun up: http://localhost:\d+(/\S+)", server.said)[0]
        assert server.get(path)[0] == 200
        status, headers, _page = server.post(path, FIRST)
        assert (status, headers["location"]) == (303, "/")
        assert server.get("/")[1]["location"] == "/account/?first=1"
        server.post("/sign-in/out/", {})
        assert server.get(path)[0] == 404
        # What limits count is shared: the two server processes and any that come later see the same.
        for attempt in range(6):
            server.post("/sign-in/", {"login": FIRST["email"], "password": f"something else {attempt}"})
        status, _headers, page = server.post("/sign-in/", {"login": FIRST["email"], "password": PASSWORD})
        assert (status, b"Wait five minutes" in page) == (422, True)
        server.post("/sign-in/forgotten/", {"email": FIRST["email"]})
        server.wait_for_background()
    with running(tmp_path / "data") as server:
        assert "Set Wellrun up" not in server.said
        letters = tmp_path / "data" / "outbox"
        server.wait_for_background()
        assert letters.is_dir() or server.stored("SELECT 1 FROM accounts_letter")
