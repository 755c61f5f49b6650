"""Writes to measures: each is one transaction with one audit record, and leaves the stored reading fresh."""

from wellrun.measures.services.annotations import AnnotationRefused, annotate, remove_annotation
from wellrun.measures.services.archive import archive_measure, collect_again
from wellrun.measures.services.definitions import create_measure, define_measure, remove_measure
from wellrun.measures.services.observations import (
    ObservationRefused,
    record_observation,
    remove_observation,
    set_excluded,
)
from wellrun.measures.services.phases import PhaseRefused, remove_phase, start_phase
from wellrun.measures.services.readings import refresh_stale_readings
from wellrun.measures.services.undo import ChangeRefused, undo_change
from wellrun.measures.services.uses import UseRefused, change_use, choose_main, stop_using, use_measure
from wellrun.measures.services.writing import MeasureRefused

__all__ = [
    "AnnotationRefused",
    "ChangeRefused",
    "MeasureRefused",
    "ObservationRefused",
    "PhaseRefused",
    "UseRefused",
    "annotate",
    "archive_measure",
    "change_use",
    "choose_main",
    "collect_again",
    "create_measure",
    "define_measure",
    "record_observation",
    "refresh_stale_readings",
    "remove_annotation",
    "remove_measure",
    "remove_observation",
    "remove_phase",
    "set_excluded",
    "start_phase",
    "stop_using",
    "undo_change",
    "use_measure",
]
