"""Panels from columns of numbers, and how series are brought together."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from wellrun_spc.panel import panel_arrays
from wellrun_spc.panel.grouping import groups_of
from wellrun_spc.panel.workers import chunks_of, even_chunks
from wellrun_spc.series import SeriesError


def test_codes_and_values_make_a_panel() -> None:
    made = panel_arrays([4, 4, 4, 9, 9], [1, 2, 3, 10, 20], target=2.5, direction="increase", freeze=2)
    rows = made.series().to_pylist()
    assert [(row["series"], row["n_used"], row["centre"], row["target"]) for row in rows] == [
        (4, 2, 1.5, 2.5),
        (9, 2, 15.0, 2.5),
    ]


@pytest.mark.parametrize("kind", [np.int8, np.int32, np.int64, np.uint16])
@pytest.mark.parametrize("scale", [1, 40])
def test_codes_in_any_order_and_of_any_size_are_sorted_once(kind: Any, scale: int) -> None:
    codes = np.array([2, 1, 2, 0, 1, 2], kind) * kind(scale)
    made = panel_arrays(codes, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    assert made.series()["series"].to_pylist() == [0, scale, 2 * scale]
    assert made.points()["value"].to_pylist() == [4.0, 2.0, 5.0, 1.0, 3.0, 6.0]
    assert made.core.order is not None
    assert made.core.order.tolist() == [3, 1, 4, 0, 2, 5]


def test_all_columns_follow_the_order_of_the_series() -> None:
    made = panel_arrays(
        [1, 0, 1, 0], [1.0, 2.0, 3.0, 4.0], denominators=[10.0, 20.0, 30.0, 40.0], chart="u",
        excluded=[True, False, False, False], target=[0.1, 0.2, 0.3, 0.4],
    )  # fmt: skip
    rows = made.points().to_pylist()
    assert [row["denominator"] for row in rows] == [20.0, 40.0, 10.0, 30.0]
    assert [row["excluded"] for row in rows] == [False, False, True, False]
    assert [row["target"] for row in rows] == [0.2, 0.4, 0.1, 0.3]


@pytest.mark.parametrize(
    ("codes", "values", "options", "says"),
    [
        ([], [], {}, "There are no points"),
        (["a"], [1.0], {}, "must be a column of whole numbers"),
        ([[1]], [1.0], {}, "must be a column of whole numbers"),
        ([1], ["x"], {}, "The values are not all numbers"),
        ([1], [[1.0]], {}, "The values must be one column"),
        ([1, 1], [1.0], {}, "There are 1 values but 2 codes"),
        ([1], [1.0], {"denominators": [1.0, 2.0], "chart": "u"}, "There are 1 values but 2 denominators"),
        ([1], [1.0], {"excluded": [True, False]}, "There are 1 values but 2 flags"),
        ([1], [1.0], {"target": [1.0, 2.0]}, "There are 1 values but 2 targets"),
    ],
)
def test_columns_that_do_not_fit_are_refused(
    codes: Any, values: Any, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(SeriesError, match=says):
        panel_arrays(codes, values, **options)


def test_threads_find_the_same_series_and_results_as_one() -> None:
    chance = np.random.default_rng(1)
    codes = np.sort(chance.integers(0, 9_000, 250_000))
    values = chance.normal(50, 5, len(codes))
    one, two = (panel_arrays(codes, values, rules="nhs-mdc/1", threads=threads) for threads in (1, 2))
    assert one.series().equals(two.series())
    assert one.points().equals(two.points())
    turned = chance.permutation(len(codes))
    groups = groups_of(codes[turned], threads=2)
    assert groups.order is not None
    assert np.array_equal(codes[turned][groups.order], codes)


def test_every_item_is_in_one_chunk() -> None:
    cuts = np.array([0, 10, 20, 300_000, 300_001])
    for chunks, items in ((chunks_of(cuts, 2), 4), (even_chunks(300_001, 3), 300_001)):
        assert [first for first, _ in chunks] == [0, *(last for _, last in chunks[:-1])]
        assert chunks[-1][1] == items
    assert even_chunks(10, 4) == [(0, 10)]
    assert chunks_of(np.array([0, 400_000]), 2) == [(0, 1)]
