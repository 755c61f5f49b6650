"""Which edition of the programme made a stored reading."""

from __future__ import annotations

from importlib.metadata import version

_FORM = 3
"""Goes up when the stored words or pictures change within one version of the programme."""
EDITION = f"{version('wellrun')}/{_FORM}"
