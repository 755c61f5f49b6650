"""The gallery: every part, with its examples and its advice."""

import pytest
from django.test import Client

from tests.web.html import page_of
from wellrun.web.components.catalogue import names, parts
from wellrun.web.design.presenters import CHAPTERS
from wellrun.web.design.tokens import colours, contrast, swatches


@pytest.mark.django_db
def test_every_part_is_shown_with_all_its_examples(client: Client) -> None:
    words = page_of(client.get("/design/")).words
    for part in parts():
        assert part.about in words
        for example in part.examples:
            assert example.title in words


def test_every_part_has_its_chapter() -> None:
    assert sorted(name for _title, named in CHAPTERS for name in named) == names()


@pytest.mark.django_db
def test_the_gallery_does_not_take_the_focus(client: Client) -> None:
    assert not [attrs for _tag, attrs in page_of(client.get("/design/")).elements if "autofocus" in attrs]


def test_swatches_are_the_tokens_themselves() -> None:
    light, dark = colours()
    assert light["pine"] == "#0f5248"
    assert dark["pine"] == "#82cfbc"
    assert {swatch.light for swatch in swatches()} <= set(light.values())


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("surface", ["paper", "sheet"])
@pytest.mark.parametrize(
    ("token", "least"),
    [("ink", 7), ("ink-2", 7), ("ink-3", 4.5), ("pine", 4.5), ("berry", 4.5), ("edge", 3), ("improving", 3),
     ("concerning", 3), ("usual", 3), ("changed", 3), ("chart-limit", 3)],
)  # fmt: skip
def test_colours_stand_out_from_what_is_behind_them(
    theme: int, surface: str, token: str, least: float
) -> None:
    values = colours()[theme]
    assert contrast(values[token], values[surface]) >= least


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
