"""A package that is broken, changed, newer or a trap is refused: which file, why, and what to do."""

import contextlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from tests.build.packages import (
    MANIFEST,
    README,
    RECORD,
    changed,
    files_in,
    packed,
    read,
    sealed_again,
    zipped,
)
from tests.build.projects import Team
from wellrun.exchange.package.limits import FOR_PAGES
from wellrun.exchange.package.opening import opened
from wellrun.exchange.package.refusals import PackageRefused
from wellrun.exchange.package.sealed import VERSION

pytestmark = pytest.mark.django_db


@pytest.fixture
def content(request: pytest.FixtureRequest, once: dict[str, bytes]) -> bytes:
    """The same bytes for every test here: what is done to them needs no database."""
    if "content" not in once:
        team: Team = request.getfixturevalue("full")
        once["content"] = packed(team.lead, team.project, talk=True)
    return once["content"]


@pytest.fixture(scope="module")
def once() -> dict[str, bytes]:
    return {}


def said(content: bytes) -> str:
    with pytest.raises(PackageRefused) as refusal:
        read(content)
    assert refusal.value.field == "file"
    return refusal.value.sentence


def with_manifest(content: bytes, **changes: Any) -> bytes:
    files = files_in(content)
    return zipped(files | {MANIFEST: json.dumps(json.loads(files[MANIFEST]) | changes).encode()})


def test_one_that_was_not_touched_is_read(content: bytes) -> None:
    assert read(content).record["project"]["title"] == "Calmer evenings on Alder Ward"
    assert read(zipped(files_in(content), compression=zipfile.ZIP_STORED)).digest == read(content).digest


def test_what_is_no_package_says_what_it_is(content: bytes) -> None:
    assert "not a project package" in said(b"")
    assert "not a project package" in said(b"%PDF-1.7 a report")
    assert "it has no manifest.json" in said(
        zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    )
    assert "it has no project.json" in said(zipped({MANIFEST: files_in(content)[MANIFEST]}))
    assert "damaged" in said(content[: len(content) // 2])
    assert "damaged" in said(content[:-40])


def test_a_file_that_was_changed_is_named(content: bytes) -> None:
    files = files_in(content)
    for name in (RECORD, README):
        words = said(zipped(files | {name: files[name].replace(b"a", b"b")}))
        assert name in words
        assert "not as it was packed" in words
    at = content.index(RECORD.encode()) + len(RECORD) + 200
    broken = content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :]
    assert "project.json" in said(broken)


def test_every_byte_that_falls_over_is_refused_and_never_an_error(content: bytes) -> None:
    for at in range(0, len(content), 97):
        broken = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
        with contextlib.suppress(PackageRefused):
            found = read(broken)  # a byte of no weight, like the time of a file
            assert found.digest == read(content).digest


def test_a_newer_version_names_the_wellrun_it_needs(content: bytes) -> None:
    words = said(with_manifest(content, version=VERSION + 1, read_from="0.4.0"))
    assert f"version {VERSION + 1}" in words
    assert "It needs Wellrun 0.4.0 or later" in words
    assert "which version" in said(with_manifest(content, version="1"))
    assert "a project package" in said(with_manifest(content, format="docx"))
    assert "SHA-256" in said(with_manifest(content, files="none"))
    assert "project.json: the manifest does not name it" in said(with_manifest(content, files=[]))


def test_names_that_lead_out_stand_twice_or_do_not_belong_are_refused(content: bytes) -> None:
    files = files_in(content)
    for name in ("../../etc/passwd", "/etc/passwd", "C:\\x", "a\\..\\b"):
        assert "leads out of the package" in said(zipped(files | {name: b"x"}))
    assert "run.exe: it does not belong" in said(zipped(files | {"run.exe": b"MZ"}))
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = _twice(files)
    assert "project.json: it is in the package twice" in said(twice)
    without = {name: each for name, each in files.items() if name != README}
    assert "README.txt: it is missing" in said(zipped(without))


def _twice(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name in (*files, RECORD):
            package.writestr(name, files[name])
    return file.getvalue()


def test_a_bomb_is_measured_and_not_unpacked(content: bytes) -> None:
    files = files_in(content)
    bomb = zipped(files | {RECORD: b" " * (FOR_PAGES.unpacked + 1)})
    assert len(bomb) < 100_000
    assert "project.json: it unpacks to far more" in said(bomb)
    assert "project.json: it is damaged" in said(_lying(bomb, FOR_PAGES.unpacked + 1))
    assert "manifest.json: it unpacks" in said(zipped(files | {MANIFEST: b" " * 30_000}))
    assert "packed in a way" in said(zipped(files, compression=zipfile.ZIP_BZIP2))
    with pytest.raises(PackageRefused, match="larger than the 5 MB"):
        opened(b"PK" + bytes(FOR_PAGES.packed), FOR_PAGES)


def _lying(bomb: bytes, size: int) -> bytes:
    """The directory and the header say that the record is small."""
    return bomb.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))


@pytest.mark.parametrize(
    "text",
    [
        b'{"source": NaN}', b"[" * 100_000, b"\xff\xfe", b'{"a": 1, "a": 2}', b"null", b"[]", b"1" * 5_000,
        b'{"source": ' + b"9" * 4_000 + b"}",
    ],
)  # fmt: skip
def test_json_that_is_a_trap_is_refused(content: bytes, text: bytes) -> None:
    assert "project.json" in said(sealed_again(files_in(content) | {RECORD: text}))


def _set(**changes: Any) -> Callable[[dict[str, Any]], None]:
    return lambda record: record.update(changes)


def _in(part: str, place: int, **changes: Any) -> Callable[[dict[str, Any]], None]:
    return lambda record: record[part][place].update(changes)


def _item(place: int, /, **changes: Any) -> Callable[[dict[str, Any]], None]:
    """In the first tool, a fishbone."""
    return lambda record: record["tools"][0]["items"][place].update(changes)


def _round(place: int, **changes: Any) -> Callable[[dict[str, Any]], None]:
    """In the last tool, a vote."""
    return lambda record: record["tools"][-1]["rounds"][place].update(changes)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_in("aims", 0, what=" "), "aims 1, what: it is empty"),
        (_in("aims", 1, start=10**400), "aims 2, start: it is no ordinary number"),
        (_in("aims", 0, by=99), "aims 1, by: it names person 99"),
        (_in("aims", 0, at="2026-04-14T09:30:00"), "aims 1, at: it should be a moment"),
        (_in("drivers", 0, text="a\x00b"), "drivers 1, text: it holds characters that are no text"),
        (_in("drivers", 0, text="\ud800"), "drivers 1, text: it holds characters that are no text"),
        (_in("drivers", 0, text="x" * 201), "drivers 1, text: it is 201 letters long"),
        (_in("drivers", 0, number=7), "drivers 1, number: the numbers should be 1, 2, 3"),
        (_in("lines", 0, child=77), "lines 1, child: it names driver 77"),
        (_in("lines", 0, parent=1, child=1), "lines 1: such a part cannot stand there"),
        (_in("cycles", 0, idea=1), "cycles 1, idea: it names change idea 1"),
        (_in("cycles", 0, measure=9), "cycles 1, measure: it names measure 9"),
        (_in("cycles", 1, number=1), "cycles 2, number: the idea has a test with this number"),
        (_in("cycles", 0, decision=""), "cycles 1, decided_at: it belongs to a decision"),
        (_in("measures", 1, is_main=True), "only an outcome measure"),
        (_in("progress", 0, score=4.2), "progress 1, score: it should be from 0.5 to 5"),
        (_in("barriers", 0, colour="red"), "barriers 1, colour: it is not part of this version"),
        (_set(new_part=[]), "new_part: it is not part of this version"),
        (_in("tools", 0, kind="mind_map"), "tools 1, kind: it should be one of"),
        (_in("tools", 0, groups=["Ward", "ward"]), "tools 1, groups: there are two of this name"),
        (_item(0, place="Nowhere"), "tools 1, items 1: its tool has no such place"),
        (_item(0, below=3), "tools 1, items 1, below: it should stand below one that comes before"),
        (_item(2, below=1), "tools 1, items 3: its tool has no such place"),
        (_item(0, count=9), "tools 1, items 1: Choose one of the list"),
        (_item(0, became=99), "tools 1, items 1, became: it names driver 99"),
        (_round(0, voters=1), "tools 9, rounds 1, voters: it should be a whole number from 2"),
        (_round(0, breaks=2), "tools 9, rounds 1, breaks: it names round 2"),
        (_round(0, votes=[{"item": 9, "points": 1, "people": 1}]), "votes 1, item: it names item 9"),
        (
            _round(0, votes=[{"item": 1, "points": 9, "people": 3}]),
            "votes 1: more people chose it than voted",
        ),
        (_in("diagram_versions", 1, name="Before nights"), "diagram_versions 2: there are two of this name"),
        (_in("diagram_versions", 0, lines=[{"parent": 9, "child": 1}]), "lines 1, parent: it names driver 9"),
        (_in("conversations", 0, by=99), "conversations 1, by: it names person 99"),
        (_in("conversations", 0, number=1), "conversations 1, number: a number belongs to what has several"),
        (_in("conversations", 2, number=99), "conversations 3, number: it names driver 99"),
        (_in("conversations", 0, text="x" * 4_001), "conversations 1, text: it is 4,001 letters long"),
        (
            lambda record: (
                record["conversations"][-1].update(answers=2_000 * record["conversations"][-1]["answers"][:1])
                or record.update(conversations=6 * record["conversations"][-1:])
            ),
            "conversations: they have more than 10,000 answers and earlier versions",
        ),
        (_in("conversations", -1, number=9), "conversations 8, number: it names control_item 9"),
        (_set(huddle={"weekday": 7, "at": "08:45"}), "huddle, weekday: it should be a whole number"),
        (_set(huddle={"weekday": 1, "at": "8.45"}), "huddle, at: it should be a time like 08:45"),
        (_set(people=None), "people: it should be a list"),
        (lambda record: record["project"].pop("why"), "project, why: it is missing"),
        (
            lambda record: record["measures"][0]["observations"].append(
                record["measures"][0]["observations"][0]
            ),
            "the same period is there twice",
        ),
        (
            lambda record: record["measures"][0]["observations"][3].update(value="3"),
            "measures 1, observations 4, value: it should be a number",
        ),
    ],
)
def test_a_record_that_is_wrong_says_where(
    content: bytes, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    assert words in said(changed(content, change))
