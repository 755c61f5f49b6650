"""The JSON Schema of a package's record, made from `record`."""

from __future__ import annotations

from typing import Any

from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.sealed import FORMAT, VERSION


def schema() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT}, version {VERSION}: project.json",
        **RECORD.schema(),
    }
