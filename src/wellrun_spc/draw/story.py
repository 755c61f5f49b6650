"""A chart for people who hear it: a title that tells the story, and a description with the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wellrun_spc.draw.flags import Annotation
from wellrun_spc.draw.numerals import format_moment, plural
from wellrun_spc.draw.svg import escape
from wellrun_spc.draw.view import View
from wellrun_spc.draw.words import Say, centre_word, method_words, plain_words, span_words
from wellrun_spc.results import Phase


def story(view: View, title: str) -> str:
    """What the chart is about, the time it covers, and the reading in plain words."""
    head = ", ".join(
        part for part in (title.strip().rstrip("."), span_words(view.points, view.result)) if part
    )
    return ". ".join(part for part in (head, _plain(view)) if part)


def _plain(view: View) -> str:
    return plain_words(view.result) if view.points else "There are no numbers yet."


def description(view: View, say: Say, annotations: Sequence[Annotation]) -> str:
    """Points, phases with their average and limits, target and flags, in sentences."""
    result = view.result
    sentences = [f"{method_words(result)}."]
    sentences += [f"{plural(result.period, len(view.points))}."] if view.points else []
    sentences += [
        _phase(stretch.phase, say, view, alone=len(view.stretches) == 1) for stretch in view.stretches
    ]
    if result.target is not None:
        sentences.append(f"Target {say.quoted(result.target)}.")
    sentences += _flags(view, annotations)
    return " ".join(sentence for sentence in sentences if sentence)


def _phase(phase: Phase, say: Say, view: View, *, alone: bool) -> str:
    if phase.centre is None:
        return ""
    name = phase.name or ("" if alone else f"Phase {phase.index + 1}")
    centre = f"{centre_word(view.result)} {say(phase.centre)}"
    text = f"{name}: {centre[:1].lower()}{centre[1:]}" if name else centre
    if phase.lcl is not None and phase.ucl is not None:
        kind = "trial limits" if phase.trial else "limits"
        text += f", {kind} {say(phase.lcl)} to {say(phase.ucl)}"
    return f"{text}."


def _flags(view: View, annotations: Sequence[Annotation]) -> Iterator[str]:
    for number, annotation in enumerate(annotations, start=1):
        label = " ".join(annotation.label.split()).rstrip(".")
        yield f"Flag {number}, {format_moment(annotation.x, view.result.period)}: {label}."


def titled(view: View, say: Say, title: str, annotations: Sequence[Annotation], key: str) -> tuple[str, str]:
    """Attributes that make an SVG an image with a name, and the elements that hold name and description."""
    names = f' role="img" aria-labelledby="{escape(key)}-t" aria-describedby="{escape(key)}-d"'
    told = f'<title id="{escape(key)}-t">{escape(story(view, title))}</title>'
    described = f'<desc id="{escape(key)}-d">{escape(description(view, say, annotations))}</desc>'
    return names, told + described
