"""The drawings behind icons and signs. A page carries only the symbols it uses."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.http import HttpRequest

from wellrun_spc.draw.signs import SIGNS, symbol

DRAWINGS = Path(__file__).with_name("symbols.svg")
SYMBOL = re.compile(r'<symbol id="i-(?P<name>[a-z0-9-]+)".*?</symbol>')


class UnknownSymbolError(KeyError):
    """A name that has no drawing in symbols.svg."""


@cache
def all_symbols() -> dict[str, str]:
    """Every drawing by its name: icons in the file's order, then the signs that the statistics draw."""
    icons = {match["name"]: match[0] for match in SYMBOL.finditer(DRAWINGS.read_text(encoding="utf-8"))}
    return icons | {name: symbol(sign) for name, sign in SIGNS.items()}


def use_symbol(request: HttpRequest | None, name: str) -> None:
    """Note that this page draws the symbol, so that its drawing is sent along."""
    if name not in all_symbols():
        raise UnknownSymbolError(name)
    if request is not None:
        vars(request).setdefault("_wellrun_symbols", set()).add(name)


def symbols_used(request: HttpRequest) -> list[str]:
    """The drawings this page needs, in a steady order."""
    used = vars(request).get("_wellrun_symbols", set())
    return [drawing for name, drawing in all_symbols().items() if name in used]
