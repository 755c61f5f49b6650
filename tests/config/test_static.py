"""Static files before and after they have been gathered."""

import json
from pathlib import Path

from pytest_django import Settings

from wellrun.config.static import GatheredStaticFiles, ServeStaticFiles


def test_before_they_are_gathered_files_go_by_their_plain_name(tmp_path: Path) -> None:
    storage = GatheredStaticFiles(location=tmp_path, base_url="/static/")
    assert storage.url("web/wellrun.css") == "/static/web/wellrun.css"


def test_afterwards_they_go_by_the_name_that_tells_their_content(tmp_path: Path) -> None:
    manifest = {"version": "1.1", "paths": {"web/wellrun.css": "web/wellrun.abc123.css"}, "hash": ""}
    (tmp_path / "staticfiles.json").write_text(json.dumps(manifest))
    storage = GatheredStaticFiles(location=tmp_path, base_url="/static/")
    assert storage.url("web/wellrun.css") == "/static/web/wellrun.abc123.css"
    assert storage.url("new.css") == "/static/new.css"


def test_a_folder_that_has_not_been_gathered_is_served_from_where_files_lie(
    tmp_path: Path, settings: Settings
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    server = ServeStaticFiles(lambda request: request)
    assert any("htmx" in name for name in server.files)
