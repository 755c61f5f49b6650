"""Examples of the sign: every meaning it has."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

VARIATION = (
    ("common_cause", "", "Steady.", "Usual ups and downs"),
    ("improving", "high", "Improving.", "Higher than usual"),
    ("improving", "low", "Improving.", "Lower than usual"),
    ("concerning", "high", "Concerning.", "Higher than usual"),
    ("concerning", "low", "Concerning.", "Lower than usual"),
    ("special_high", "", "Changed.", "Higher, and neither good nor bad by itself"),
    ("special_low", "", "Changed.", "Lower, and neither good nor bad by itself"),
    ("not_assessed", "", "Not read.", "Too few numbers"),
)
ASSURANCE = (
    ("consistently_meets", "", "Keeps meeting", "the target"),
    ("hit_and_miss", "", "Sometimes meets", "the target"),
    ("consistently_misses", "", "Keeps missing", "the target, unless something changes"),
    ("no_target", "", "No target set", ""),
)


def _lines(rows: tuple[tuple[str, str, str, str], ...]) -> str:
    return (
        '<ul class="stack-s">'
        + "".join(
            f'\n  <li><span class="status">{{% sign of="{of}" side="{side}" %}}<span><b>{word}</b> {rest}</span></span></li>'
            for of, side, word, rest in rows
        )
        + "\n</ul>"
    )


EXAMPLES = (
    Example(title="Variation: is it changing?", template=_lines(VARIATION)),
    Example(title="Assurance: will it meet the target?", template=_lines(ASSURANCE)),
    Example(
        title="Sizes",
        template="""<p class="cluster">{% sign of="improving" side="low" size="sm" %} {% sign of="improving" side="low" %} {% sign of="improving" side="low" size="lg" %} <b>Improving</b></p>""",
    ),
)
