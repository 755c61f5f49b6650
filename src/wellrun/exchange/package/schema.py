"""The JSON Schema of a package's record, made from `record`.

``python -m wellrun.exchange.package.schema docs/reference/project-package.schema.json`` writes it again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from wellrun.exchange.package.record import RECORD
from wellrun.exchange.package.sealed import FORMAT, VERSION


def schema() -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT}, version {VERSION}: project.json",
        **RECORD.schema(),
    }


def text() -> str:
    return json.dumps(schema(), indent=1) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8")
