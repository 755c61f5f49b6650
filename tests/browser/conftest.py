"""A real browser that cannot leave this machine, and a live Wellrun with somebody signed in at Riverside."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import caches
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.build.cast import NOW, Cast, a_person, the_cast
from tests.build.measures import a_measure, week
from tests.build.signed_in import signed_in
from wellrun.core.actor import Actor
from wellrun.measures import services
from wellrun.measures.models import Measure

# Playwright's own event loop lives in this thread; Django would refuse the database because of it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOOPBACK = {"localhost", "127.0.0.1"}
PATIENCE = 15_000
"""Milliseconds: generous, because the machine may be busy with other tests."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return the_cast()


@pytest.fixture
def demo(cast: Cast) -> Actor:
    return a_person("Mina Berg", cast.riverside, cast.hillside)


@pytest.fixture
def measure(cast: Cast, demo: Actor) -> Measure:
    """Forty weeks with a flag, a definition, and a run at the end."""
    measure = a_measure(
        cast,
        by=demo,
        place="Alder Ward",
        kind="outcome",
        counts="Every hold, however short.",
        is_invented=True,
    )
    services.annotate(actor=demo, measure=measure, period=week(16), label="Huddles twice a day", now=NOW)
    return measure


@pytest.fixture(autouse=True)
def own_drafts(settings: Settings, tmp_path: Path) -> None:
    settings.CACHES = {
        **settings.CACHES,
        "drafts": {**settings.CACHES["drafts"], "LOCATION": tmp_path / "drafts"},
    }
    caches["drafts"].clear()


def _stay_here(route: Route) -> None:
    if urlsplit(route.request.url).hostname in LOOPBACK:
        route.continue_()
    else:
        route.abort()


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer, demo: Actor) -> Iterator[Visit]:
    """Open a page of the live product, signed in. At the end nothing may have been said in the console."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []
    # Chromium logs a 4xx answer as an error; those are answers the tests asked for.
    expected = ["the server responded with a status of 4"]

    def listen(page: Page) -> None:
        page.on(
            "console",
            lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_page(
        address: str, *, width: int = 1280, expects: tuple[str, ...] = (), who: Actor = demo, **options: Any
    ) -> Page:
        expected.extend(expects)
        height = 900 if width > 500 else 844
        context = browser.new_context(
            base_url=live_server.url, viewport={"width": width, "height": height}, **options
        )
        if who.is_signed_in:
            session = signed_in(who).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        context.set_default_timeout(PATIENCE)
        context.route("**/*", _stay_here)
        contexts.append(context)
        page = context.new_page()
        listen(page)
        page.goto(address)
        return page

    expect.set_options(timeout=PATIENCE)
    yield open_page
    for context in contexts:
        context.close()
    assert [line for line in complaints if not any(part in line for part in expected)] == []
