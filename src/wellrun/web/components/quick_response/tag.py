"""`{% quick_response %}`: a QR code (ISO/IEC 18004) for a phone to read off the screen."""

from __future__ import annotations

from qrcode.main import QRCode


def quick_response(*, text: str, label: str) -> dict[str, object]:
    """``text`` is what the phone reads; ``label`` says to a screen reader what it is for."""
    code = QRCode(border=4)
    code.add_data(text)
    matrix = code.get_matrix()
    squares = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark]
    return {"size": len(matrix), "path": "".join(squares), "label": label}
