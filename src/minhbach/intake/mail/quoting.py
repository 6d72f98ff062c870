"""What somebody wrote above what they quote."""

import re

_INTRODUCES = re.compile(
    r"^\s*(?:(?:Vào|On)\b.{0,200}\b(?:đã viết|viết|wrote)\s*:"
    r"|-{2,}\s*(?:Original Message|Thư gốc|Thư ban đầu)\b.*)\s*$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r".{0,200}\b(?:đã viết|viết|wrote)\s*:\s*$", re.IGNORECASE)


def without_quoted(text: str) -> str:
    """Return the words above a quoted mail; the whole where everything would go."""
    lines = text.split("\n")
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith(">")):
        end -= 1
    for place, line in enumerate(lines[:end]):
        # Programs break the line "Vào … đã viết:" in two.
        if _INTRODUCES.match(line) or (line.startswith(("Vào", "On ")) and _goes_on(lines, place)):
            end = place
            break
    return "\n".join(lines[:end]).strip() or text.strip()


def _goes_on(lines: list[str], place: int) -> bool:
    return place + 1 < len(lines) and bool(_CONTINUES.fullmatch(lines[place + 1]))
