"""Static files: named by their content and compressed once they have been gathered; plain until then."""

from __future__ import annotations

from whitenoise.storage import (  # type: ignore[import-untyped]
    CompressedManifestStaticFilesStorage,
)


class GatheredStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Before `wellrun serve` has gathered them (tests, commands), a file goes by its plain name."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        plain = self.clean_name(name)
        return str(self.hashed_files.get(self.hash_key(plain), plain))
