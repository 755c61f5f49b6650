"""Parts of pages: each folder is whole, each example draws, and wrong calls fail at once."""

import gzip
import re

import pytest
from django.http import HttpRequest
from django.template import Context, TemplateSyntaxError, engines
from django.test import RequestFactory

from wellrun.web.components.catalogue import FOLDER, Part, names, parts
from wellrun.web.components.icon.symbols import UnknownSymbolError, all_symbols, use_symbol
from wellrun.web.components.sign.tag import sign
from wellrun.web.components.stylesheet import BUILT, WEB, build, sources
from wellrun_spc.results import Assurance, Variation

FILES = ("template.html", "tag.py", "examples.py", "component.css", "README.md")


def drawn(template: str, request: HttpRequest | None = None, **values: object) -> str:
    return engines["django"].from_string("{% load wellrun %}" + template).render(values, request)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("file", FILES)
def test_each_part_has_all_its_files(name: str, file: str) -> None:
    assert (FOLDER / name / file).read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.name)
def test_each_part_has_advice_arguments_and_examples_that_draw(part: Part, rf: RequestFactory) -> None:
    assert part.about
    assert part.do
    assert part.dont
    assert part.arguments
    assert part.examples
    for example in part.examples:
        assert "<" in drawn(example.template, rf.get("/"), **example.values())


@pytest.mark.parametrize(
    "wrong",
    [
        '{% tag txt="x" %}',
        "{% tag %}",
        '{% tag "x" %}',
        '{% leaf id="x" %}{% endleaf %}',
        '{% icon nam="lock" %}',
    ],
)
def test_a_wrong_argument_fails_when_the_template_is_read(wrong: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        drawn(wrong)


def test_a_drawing_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownSymbolError):
        use_symbol(None, "unicorn")


def test_every_icon_named_in_a_template_is_drawn() -> None:
    templates = [*WEB.glob("templates/**/*.html"), *WEB.glob("components/*/template.html")]
    named = {
        name
        for path in templates
        for name in re.findall(r'(?:icon name|icon)="([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert named <= set(all_symbols())


def test_every_reading_has_its_sign() -> None:
    for name in (*Variation.__args__, *Assurance.__args__):  # type: ignore[attr-defined]
        found = sign(Context(), of=name, side="high")
        assert found["symbol"] in all_symbols()
    with pytest.raises(KeyError):
        sign(Context(), of="unicorn")


def test_the_style_sheet_is_fresh() -> None:
    assert BUILT.read_text(encoding="utf-8") == build(), "run: python -m wellrun.web.components.stylesheet"


def test_styles_are_built_alike_each_time_and_print_comes_last() -> None:
    assert build() == build()
    assert sources()[-1].name == "9-print.css"


def test_sides_are_logical_so_that_right_to_left_works() -> None:
    physical = re.compile(
        r"(margin|padding|border|inset)-(left|right)|(?<![-\w])(left|right)\s*:|text-align:\s*(left|right)|float:"
    )
    static = WEB / "static" / "wellrun"
    for path in [*sources(), static / "gallery.css", static / "paper.css"]:
        assert not physical.search(path.read_text(encoding="utf-8")), path.name


def test_style_and_script_are_small() -> None:
    assert len(gzip.compress(BUILT.read_bytes())) < 9_000, "as it is sent"
    assert len((WEB / "static" / "wellrun" / "wellrun.js").read_bytes()) < 6_000
