"""What Python raises at a ZIP file that is broken."""

import zipfile
import zlib

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,  # packed by a method that zipfile does not know: damage, or a file made to be one
    ValueError,
)
