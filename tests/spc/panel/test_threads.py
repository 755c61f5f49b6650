"""Threads share the work, in any process, and whoever else is at work."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np

from wellrun_spc.panel import panel_arrays, workers

CODES = np.repeat(np.arange(4_000), 36)
VALUES = np.random.default_rng(4).normal(50, 5, len(CODES))


def total_of(_: Any) -> float:
    made = panel_arrays(CODES, VALUES, rules="nhs-mdc/1", threads=2)
    return float(made.core.computed.answers.lines.sum())


def test_panels_can_be_computed_by_several_threads_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(total_of, range(8)))) == 1


def test_a_process_made_by_forking_has_threads_of_its_own() -> None:
    expected = total_of(None)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(total_of, range(2)) == [expected] * 2


def test_work_that_is_not_worth_sharing_stays_where_it_is() -> None:
    assert workers.share(lambda first, last: (first, last), [(0, 3)]) == [(0, 3)]
    assert workers.processors() >= 1


def test_chunks_are_done_in_order() -> None:
    chunks = workers.even_chunks(1_000_000, 2)
    assert len(chunks) > 2
    assert workers.share(lambda first, last: (first, last), chunks, 2) == chunks
