"""docs/reference/project-package.schema.json, from the fields that the reader and the writer use."""

import json
import os

from tests.house.repository import ROOT

SCHEMA = ROOT / "docs" / "reference" / "project-package.schema.json"


def text() -> str:
    from wellrun.exchange.package.schema import schema

    return json.dumps(schema(), indent=1) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    SCHEMA.write_text(text(), encoding="utf-8")
