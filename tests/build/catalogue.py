"""A translation for tests: a compiled catalogue as gettext reads it (GNU gettext manual, "MO Files")."""

import struct
from pathlib import Path


def a_catalogue(folder: Path, language: str, words: dict[str, str]) -> Path:
    """Writes it where Django looks, and gives the folder for LOCALE_PATHS."""
    texts = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
        **words,
    }
    keys = sorted(texts)
    pairs = [(key.encode(), texts[key].encode()) for key in keys]
    at = 28 + 16 * len(pairs)
    tables, blob = ([], []), b""
    for which in (0, 1):
        for pair in pairs:
            tables[which].append(struct.pack("<II", len(pair[which]), at + len(blob)))
            blob += pair[which] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    path = folder / language / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(head + b"".join(tables[0]) + b"".join(tables[1]) + blob)
    return folder
