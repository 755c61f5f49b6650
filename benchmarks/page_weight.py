"""What a first visit sends, compressed, with fonts and scripts, counted by a real browser."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import CDPSession, sync_playwright
from tools.chromium import find_chromium

from benchmarks.figures import Figure, figure_of, show

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("/", "/measures/", "/measures/1/")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str) -> None:
    """Until the server answers, for at most a minute."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{address}/healthz"):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
    raise SystemExit("The server did not start.")


def weigh(address: str, path: str) -> float:
    """Kilobytes on the wire for a first visit with an empty cache."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        session: CDPSession = page.context.new_cdp_session(page)
        session.send("Network.enable")
        sent: list[float] = []
        session.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
        page.goto(address + path, wait_until="networkidle")
        browser.close()
    return sum(sent) / 1000


def main() -> None:
    """Start a server with the demo, weigh its pages, stop it."""
    folder, port = tempfile.mkdtemp(prefix="wellrun-bench-"), free_port()
    command = [str(Path(sys.executable).with_name("wellrun")), "serve", "--demo", str(ROOT / "demo")]
    server = subprocess.Popen(
        command,
        env={**os.environ, "PORT": str(port), "WELLRUN_DATA": folder},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address)
        figures: list[Figure] = [
            figure_of(f"first visit to {path}", [weigh(address, path)], unit="kB", bound=100)
            for path in PAGES
        ]
        show("First page load, compressed, with fonts", figures)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
