"""Static files: named by their content and compressed once they have been gathered; plain until then."""

from __future__ import annotations

from pathlib import Path

from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]
from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)


class GatheredStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Before `wellrun serve` has gathered them (tests, commands), a file goes by its plain name."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        plain = self.clean_name(name)
        return str(self.hashed_files.get(self.hash_key(plain), plain))


class ServeStaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """Serves them; a folder that has not been gathered yet is no reason to warn."""

    def add_files(self, root: str | Path, prefix: str | None = None) -> None:
        if Path(root).is_dir():
            super().add_files(root, prefix)
