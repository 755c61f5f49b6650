"""Where the browser for tests is: the system's own Chromium, else the one that Playwright keeps."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str:
    """Path of a Chromium that can be started.

    Raises
    ------
    FileNotFoundError
        Where there is none; `make setup-test` installs one.
    """
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        return path
    raise FileNotFoundError("No Chromium found. Run `make setup-test`.")


if __name__ == "__main__":
    try:
        sys.stdout.write(find_chromium() + "\n")
    except FileNotFoundError as error:
        sys.exit(str(error))
