"""Two people who edit one project: what each does is drawn from a seed, and noted with the answer."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.build.server import Visitor

MARK = re.compile(r"\b[AB]-\d{4}\b")
"""Each edit carries a mark of its own, by which it is found again."""
_VERSION = re.compile(r'name="(?:expected_)?version"[^>]*value="(\d+)"')
_TEXTS = re.compile(r"<b>(?:Theirs|Yours):</b> <span[^>]*>(.*?)</span>", re.DOTALL)
STALE_ONE_IN = 4
"""How many forms were left open while the other went on writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One press of a button. ``seen`` is the version of the page from which it was sent."""

    mark: str
    kind: str
    status: int
    seen: int | None = None
    shown: tuple[str, str] | None = None
    """Where somebody else had written: their text, and the person's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where they write: ids of the demo's Calmer evenings."""

    project: int
    drivers: tuple[int, ...]
    planned: int
    running: int
    measure: int
    days: tuple[date, ...]
    """Periods of the measure that have a number."""


@dataclass(slots=True, kw_only=True)
class Writer:
    """One person. ``letter`` begins their marks."""

    letter: str
    visitor: Visitor
    places: Places
    edits: list[Edit] = field(default_factory=list)
    chance: random.Random = field(init=False)
    _left_open: dict[str, int] = field(default_factory=dict)
    """The version of each page as it was when they last looked at it."""

    def __post_init__(self) -> None:
        self.chance = random.Random(self.letter)

    def write(self, count: int) -> None:
        kinds: tuple[Callable[[], None], ...] = (
            self._aim, self._driver, self._driver, self._idea, self._plan, self._happened, self._comment,
            self._note, self._number,
        )  # fmt: skip
        first = len(self.edits)
        while len(self.edits) - first < count:
            self.chance.choice(kinds)()

    def _mark(self) -> str:
        return f"{self.letter}-{len(self.edits):04d}"

    def _aim(self) -> None:
        page = f"/projects/{self.places.project}/aim/"
        said = {"for_whom": "everybody who stays here", "start": "4.8", "goal": "2.4", "reason": "We talked"}
        self._save("aim", page, page, "version", lambda words: said | {"what": words})

    def _driver(self) -> None:
        driver = self.chance.choice(self.places.drivers)
        form = f"/projects/{self.places.project}/drivers/{driver}/"
        page = f"/projects/{self.places.project}/drivers/?at={driver}"
        why = "It is how evenings begin."
        self._save("driver", page, form, "expected_version", lambda words: {"text": words, "why": why})

    def _plan(self) -> None:
        page = f"/tests/{self.places.planned}/plan/"
        self._save("plan", page, page, "version", lambda words: {"question": words, "prediction": "Eight"})

    def _happened(self) -> None:
        page = f"/tests/{self.places.running}/"
        said = {"surprises": "None"}
        self._save("do", page, f"{page}do/", "expected_version", lambda words: said | {"happened": words})

    def _note(self) -> None:
        """A number of a week is put right, with what was different."""
        day = self.chance.choice(self.places.days)
        page = f"/measures/{self.places.measure}/observations/{day.isoformat()}/"
        said = {"value": self.chance.randint(0, 9), "do": "save"}
        self._save("number", page, page, "version", lambda words: said | {"note": words})

    def _idea(self) -> None:
        """Below a driver. It stands beside what others add, so there is nothing that could be stale."""
        parent = self.places.drivers[0]
        said = {"kind": "idea", "parent": parent, "text": self._words("Try a longer evening")}
        self._post("idea", f"/projects/{self.places.project}/drivers/", said)

    def _comment(self) -> None:
        page = f"/conversations/project/{self.places.project}/"
        self._post("comment", page, {"text": self._words("I was there on Sunday")})

    def _number(self) -> None:
        """A week that has none yet: one of the person's own, far back."""
        weeks = len(self.edits) * 2 + (self.letter == "B")
        day = self.places.days[0] - timedelta(weeks=10 + weeks)
        said = {"period": day.isoformat(), "value": 3, "note": self._words("From the old book")}
        self._post("new number", f"/measures/{self.places.measure}/observations/", said)

    def _words(self, text: str) -> str:
        return f"{text}, {self._mark()}"

    def _post(self, kind: str, address: str, said: dict[str, object]) -> None:
        mark = self._mark()
        status, _headers, _page = self.visitor.post(address, said)
        self.edits.append(Edit(mark=mark, kind=kind, status=status))

    def _save(
        self, kind: str, page: str, form: str, name: str, said: Callable[[str], dict[str, object]]
    ) -> None:
        """Look, write, send; and where the other was quicker, make one of both and send it once more."""
        is_old = page in self._left_open and self.chance.randrange(STALE_ONE_IN) == 0
        seen = self._left_open[page] if is_old else self._look(page)
        words = self._words("Ask people before it gets loud")
        shown = self._send(kind, form, said(words) | {name: seen}, seen)
        if shown is None:
            return
        theirs, _own = shown
        seen = self._look(page)
        both = f"{self._words('Of both')} ({', '.join(MARK.findall(theirs)[-1:])})"
        self._send(kind, form, said(both) | {name: seen}, seen)

    def _look(self, page: str) -> int:
        status, _headers, body = self.visitor.get(page)
        found = _VERSION.search(body.decode())
        assert (status, found is not None) == (200, True), (status, page)
        assert found is not None
        self._left_open[page] = int(found[1])
        return int(found[1])

    def _send(self, kind: str, form: str, said: dict[str, object], seen: int) -> tuple[str, str] | None:
        mark = self._mark()
        status, _headers, body = self.visitor.post(form, said)
        shown = _TEXTS.findall(body.decode()) if status == 422 else []
        both = (html.unescape(shown[0]), html.unescape(shown[1])) if len(shown) == 2 else None
        self.edits.append(Edit(mark=mark, kind=kind, status=status, seen=seen, shown=both))
        return both
