"""The repository speaks of Wellrun alone, carries nothing heavy, and hides nothing."""

import re
import tomllib
from pathlib import Path

from tests.house.repository import ROOT, place, tracked_files

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".html",
    ".css",
    ".js",
    ".sh",
    ".yml",
    ".yaml",
    ".txt",
    ".json",
    ".csv",
    ".svg",
    "",
}
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/")
REGISTRY_HOST = re.compile(
    r"python[h]osted|(?:pypi|npmjs|debian)[.]org/?(?:simple|pool|dists|-)/|registry[.]npm"
)
WEAK = re.compile(r"pytest[.]mark[.](?:skip|xfail)|pytest[.]skip\(|assert True\s*$|\bFIXME\b|\bTODO\b")
LARGEST = 800_000


def readable(path_suffixes: set[str]) -> list[tuple[str, str]]:
    return [
        (place(path), path.read_text(encoding="utf-8", errors="replace"))
        for path in tracked_files()
        if path.suffix in path_suffixes and path.name != "uv.lock"
    ]


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = [name for name, text in readable(TEXT) if MACHINE_PATH.search(text) or REGISTRY_HOST.search(text)]
    assert found == []


def test_no_tracked_file_is_large() -> None:
    assert [place(path) for path in tracked_files() if path.stat().st_size > LARGEST] == []


def test_nothing_is_skipped_or_left_for_later() -> None:
    assert [name for name, text in readable({".py"}) if WEAK.search(text)] == []


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    wanted = [
        *project["dependencies"],
        *(d for extra in project["optional-dependencies"].values() for d in extra),
    ]
    unexplained = [name for name in wanted if not re.search(rf'"{re.escape(name)}",\s+# \S', text)]
    assert unexplained == []


def test_every_decision_record_is_in_the_index() -> None:
    folder = ROOT / "docs" / "adr"
    index = (folder / "README.md").read_text(encoding="utf-8")
    records = [path.name for path in folder.glob("[0-9]*.md")]
    assert records
    assert [name for name in records if f"({name})" not in index] == []


def links_in(path: Path) -> list[str]:
    found = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    return [target for target in found if "://" not in target and not target.startswith("mailto:")]


def test_links_between_documents_lead_somewhere() -> None:
    documents = [path for path in tracked_files() if path.suffix == ".md"]
    broken = [
        f"{place(path)} -> {target}"
        for path in documents
        for target in links_in(path)
        if not (path.parent / target).exists()
    ]
    assert broken == []
