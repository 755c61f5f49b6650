"""Tests of change: planned, begun, told, studied, decided, each on its day."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Doing, Work
from wellrun.core.actor import Actor
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.services import decide, note_day, plan_cycle, start_cycle, study, tell_what_happened
from wellrun.pdsa.values import Answer, DaySeen, Plan

PLANNED_BEFORE = timedelta(days=2)
PARTS = frozenset(field.name for field in fields(Plan))


def tell(work: Work) -> None:
    for told in work.each("test"):
        _Test(work, told).tell()


class _Test:
    """One test. How far it came is how far its file tells: what is not written has not happened."""

    def __init__(self, work: Work, told: Told) -> None:
        self.work, self.told = work, told
        self.by = str(told.get("by", work.told["by"]))
        self.cycle: Cycle | None = None

    def tell(self) -> None:
        told, first = self.told, self.told["starts_on"]
        last = told.get("ends_on") or first
        studied: date = told.get("studied", last + timedelta(days=1))
        self._note(told.get("planned", first - PLANNED_BEFORE), "plan", self._plan)
        if told.get("is_begun", "happened" in told):
            self._step(first, "begin", start_cycle)
        for seen in told.get("seen", ()):
            self._see(dict(seen))
        if "happened" in told:
            self._step(last, "do", tell_what_happened, "happened", "surprises", done_on=last)
        if "answers" in told or "result" in told:
            self._step(studied, "study", study, "result", "learned", answers=self._answers())
        if "decision" in told:
            self._step(told.get("decided", studied), "act", decide, "decision", "why")

    def _plan(self, *, actor: Actor, now: datetime) -> None:
        told = self.told
        measure = self.work.measure(told["measure"]) if "measure" in told else None
        self.cycle = plan_cycle(
            actor=actor,
            project=self.work.project,
            idea=self.work.drivers[told["idea"]],
            plan=Plan(**{name: each for name, each in told.items() if name in PARTS}),
            measure_id=measure.pk if measure else None,
            now=now,
        )
        self.work.tests.append(self.cycle)

    def _see(self, told: Told) -> None:
        """What was seen on one day."""
        day = told.pop("on")
        self._step(day, f"day {day.isoformat()}", note_day, seen=DaySeen(day=day, **told))

    def _answers(self) -> tuple[Answer, ...]:
        """What came out beside each prediction, in their order."""
        told = self.told.get("answers", ())
        return tuple(Answer(position=position, **each) for position, each in enumerate(told, start=1))

    def _step(self, day: date, what: str, service: Doing, *names: str, **more: object) -> None:
        """A step after the plan, in the words that the file has for it."""
        words = {name: self.told[name] for name in names if name in self.told} | more
        self._note(day, what, lambda **said: service(cycle=self.cycle, **words, **said))

    def _note(self, day: date, what: str, do: Doing) -> None:
        self.work.at(day, self.by, f"test of “{self.told['idea']}”, {what}", do)
