"""Walks through the demo as each of the eight people and takes a picture of every page they can go to.

``python -m tools.walk FOLDER`` starts a Wellrun of its own with the demo, in a folder that is gone
afterwards. For each person it takes the pages of their navigation, the tabs of their first project, and the
first measure, control item, test and story that they see; each at a desk (1280 pixels wide) and on a phone
(390). Whoever changes how pages look then looks at the pictures. A page that is wider than the screen, or
answers with an error, is told of.
"""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tools.chromium import find_chromium

ROOT = Path(__file__).resolve().parents[1]
WIDTHS = {"desk": 1280, "phone": 390}
KINDS = tuple(rf"^/{kind}/\d+/$" for kind in ("projects", "measures", "control", "learn", "tests"))
"""Things of which the first that a person's pages lead to is looked at."""
TAB = re.compile(r"^/projects/\d+/[\w-]+/$|^/projects/\d+/tools/\d+/$")
NEVER = ("/sign-out", "/export", ".csv", ".svg", ".png", ".pptx", "/new/")
MOST_PAGES = 40
PATIENCE = 180


def main(folder: Path) -> int:
    """Take all pictures; gives how many pages were wider than the screen or answered with an error."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wellrun-walk-") as data, sync_playwright() as playwright:
        server, address = _start(Path(data))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        try:
            wrong = [
                line
                for person in _people(browser, address)
                for line in _walk(browser, address, person, folder)
            ]
        finally:
            browser.close()
            server.send_signal(signal.SIGINT)
            server.wait()
    sys.stdout.write("".join(f"{line}\n" for line in wrong) + f"Pictures are in {folder}.\n")
    return len(wrong)


def _start(data: Path) -> tuple[subprocess.Popen[bytes], str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-c", "from wellrun.cli.main import main; main()", "serve"]
    options = ["--port", str(port), "--data", str(data), "--demo", str(ROOT / "demo")]
    server = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    until = time.monotonic() + PATIENCE
    while not _answers(port):
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError("The server did not start.")
        time.sleep(0.2)
    return server, f"http://localhost:{port}"


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _people(browser: Browser, address: str) -> list[str]:
    page = browser.new_page()
    page.goto(f"{address}/sign-in/")
    names = page.locator("button.guest b").all_inner_texts()
    page.close()
    return names


def _walk(browser: Browser, address: str, person: str, folder: Path) -> list[str]:
    wrong, addresses = [], list[str]()
    for name, width in WIDTHS.items():
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="light")
        page = context.new_page()
        page.goto(f"{address}/sign-in/")
        page.locator("button.guest", has_text=person).click()
        addresses = addresses or _pages_of(page)
        for number, path in enumerate(addresses, 1):
            file = folder / f"{_slug(person)}-{name}-{number:02d}{_file(path)}.png"
            wrong += _picture(page, f"{address}{path}", file, width)
        context.close()
    return wrong


def _picture(page: Page, address: str, file: Path, width: int) -> list[str]:
    answer = page.goto(address)
    page.screenshot(path=str(file), full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    status = answer.status if answer else 0
    problems = [f"answers {status}"] if status >= 400 else []
    problems += [f"is {wide} wide at {width}"] if wide > width else []
    return [f"{file.name}: {address} {each}" for each in problems]


def _pages_of(page: Page) -> list[str]:
    """Their navigation; then, a step further, a thing of every kind and the tabs of their first project."""
    found = ["/", *_links(page, "nav a, header a, footer a")]
    seen = [link for path in list(found) for link in _look(page, path)]
    for kind in KINDS:
        found += [link for link in seen if re.match(kind, link)][:1]
    project = next((link for link in found if re.match(KINDS[0], link)), None)
    if project is not None:
        found += [link for link in _look(page, project) if TAB.match(link) and link.startswith(project)]
        found += [
            link
            for link in _look(page, f"{project}tools/")
            if TAB.match(link) and link.startswith(f"{project}tools/")
        ]
    return list(dict.fromkeys(found))[:MOST_PAGES]


def _look(page: Page, path: str) -> list[str]:
    base = urlsplit(page.url)
    page.goto(f"{base.scheme}://{base.netloc}{path}")
    return _links(page, "main a")


def _links(page: Page, where: str) -> list[str]:
    hrefs: list[str] = page.eval_on_selector_all(where, "all => all.map((each) => each.href)")
    here = urlsplit(page.url).netloc
    paths = [urlsplit(each).path for each in hrefs if urlsplit(each).netloc == here]
    return [each for each in dict.fromkeys(paths) if each and not any(part in each for part in NEVER)]


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.casefold()).strip("-")


def _file(path: str) -> str:
    return f"-{_slug(path)}" if path != "/" else "-today"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the pictures go: python -m tools.walk FOLDER")
    sys.exit(1 if main(Path(sys.argv[1]).absolute()) else 0)
