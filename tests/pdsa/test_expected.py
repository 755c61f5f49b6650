"""Which level of a measure a prediction names: one that is sure, or none."""

import pytest

from wellrun.pdsa.values import Scale, expected_on

CARDS = Scale(
    words="New people with a card within 24 hours Cards within 24 hours", unit="people", period="week",
    is_percent=True,
)  # fmt: skip
MINUTES = Scale(words="Minutes to write a card", unit="minutes", period="week", is_percent=False)
FALLS = Scale(words="Falls on Ward 7", unit="falls", period="month", is_percent=False, per=1000)
WALKS = Scale(words="Walks in the week", unit="walks", period="week", is_percent=False)


@pytest.mark.parametrize(
    ("scale", "text", "level"),
    [
        (CARDS, "8 in 10 new people will have a card within 24 hours.", 0.8),
        (CARDS, "Eight of ten have a card.", 0.8),
        (CARDS, "From 22 to 30 in 100 cards.", 0.3),
        (CARDS, "A card for 75% of them", 0.75),
        (CARDS, "8 in 10 or more have a card", 0.8),
        (CARDS, "Two in every four have a card", 0.5),
        (MINUTES, "A card will take about 15 minutes to write.", 15),
        (FALLS, "Falls below 5 for every 1,000 bed days in both months.", 5),
        (WALKS, "6 walks a week", 6),
        (WALKS, "At least one walk", 1),
    ],
)
def test_a_level_that_the_measure_can_show(scale: Scale, text: str, level: float) -> None:
    found = expected_on(scale, ["Most people will say it helped.", text])
    assert found is not None
    assert (found.text, found.level) == (text, pytest.approx(level))


@pytest.mark.parametrize(
    ("scale", "text"),
    [
        (CARDS, "It is used on 15 of 18 nights."),
        (CARDS, "10% more cards"),
        (CARDS, "Cards will grow by 10%"),
        (CARDS, "9 in 10 cards on ordinary days, 7 in 10 on market day."),
        (CARDS, "A card will take about 15 minutes."),
        (CARDS, "12 of 9 cards"),
        (CARDS, "Cards for 8 of 0"),
        (MINUTES, "A card takes 20 minutes instead of 35."),
        (FALLS, "At most two falls in these bays."),
        (WALKS, "Six walks a day."),
        (Scale(words="Cards", unit="", period="week", is_percent=False), "3 cards"),
    ],
)
def test_nothing_where_it_is_another_thing_or_in_doubt(scale: Scale, text: str) -> None:
    assert expected_on(scale, [text]) is None
