"""One style sheet from the shell's parts and each component's own, always in the same order.

Run `python -m wellrun.web.components.stylesheet` after changing a style; a test notices when that was
forgotten.
"""

from __future__ import annotations

import re
from pathlib import Path

WEB = Path(__file__).resolve().parent.parent
BUILT = WEB / "static" / "wellrun" / "wellrun.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def sources() -> list[Path]:
    """Tokens, fonts, elements, layout and shell; then components by name; print last, so that it wins."""
    shell = sorted((WEB / "shell" / "css").glob("*.css"))
    components = sorted((WEB / "components").glob("*/component.css"))
    return [*shell[:-1], *components, shell[-1]]


def build() -> str:
    """The whole sheet, without comments and blank lines: small to send, still readable."""
    text = COMMENT.sub("", "\n".join(path.read_text(encoding="utf-8") for path in sources()))
    lines = (_tight(line) for line in text.splitlines())
    return "/* Built from shell/css and components by wellrun.web.components.stylesheet. */\n" + "".join(
        f"{line}\n" for line in lines if line
    )


def _tight(line: str) -> str:
    """Without the spaces that only people need: a rule still has a line of its own."""
    line = re.sub(r"\s+", " ", line.strip())
    return re.sub(r"(?<=[{};,:]) | (?=[{}])|;(?= ?})", "", line)


def main() -> None:
    """Write the sheet."""
    BUILT.write_text(build(), encoding="utf-8")


if __name__ == "__main__":
    main()
