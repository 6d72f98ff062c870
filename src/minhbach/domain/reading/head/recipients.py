"""The list under "Nơi nhận": bulleted, wrapped, or all on one line."""

import re

_BULLET = re.compile(r"^\s*[-–—•+*·]+\s*")
_INLINE = re.compile(r"(?:(?<=[;.,:])|(?<=\)))\s*[-–]\s+(?=[^\W\d_])")
_LOOSE = re.compile(r"\s[-–]\s+(?=[A-ZÀ-ỸĐ])")
_STRAY = re.compile(r"[;.]\s*(?:\W*[a-zà-ỹ]{0,3}\W*|[^\w\s(]\S{0,8}(?:\s\S{1,3})?|\S{1,2}\s\S{1,3})$")
_ARCHIVE = re.compile(r"^\W*l[ưu]u\b", re.IGNORECASE)


class RecipientList:
    """Takes the lines of the list one by one. `is_open` turns false after the line on archiving ("Lưu: VT")."""

    def __init__(self) -> None:
        self._raw: list[str] = []
        self.is_open = False

    def begin(self, rest: str) -> None:
        """Open the list; `rest` stood behind "Nơi nhận:"."""
        self.is_open = True
        if rest.strip(" -–:.;"):
            self._raw += _on_one_line(rest)
            self.is_open = not self._archived()

    def takes(self, text: str) -> bool:
        """True where a line belongs to the list: it has a bullet, or goes on where the last one has not ended."""
        if _BULLET.match(text) and len(text) > 3:
            return True
        if not self.is_open:
            return bool(self._raw) and not self._ended() and text[:1].islower() and len(text) < 60
        return True

    def add(self, text: str) -> None:
        """Take one more line."""
        bullet = _BULLET.match(text)
        if bullet or not self._raw or self._ended():
            self._raw += _on_one_line(text)
        else:
            self._raw[-1] = f"{self._raw[-1]} {text}"
        self.is_open = not self._archived()

    def items(self) -> tuple[str, ...]:
        """Return the recipients as written, without end marks and stray characters."""
        cleaned = (_STRAY.sub("", raw) if _STRAY.search(raw) else raw for raw in self._raw)
        return tuple(item for text in cleaned if sum(map(str.isalpha, item := text.strip(" ;.,-–*_"))) > 1)

    def _ended(self) -> bool:
        return bool(self._raw) and (self._raw[-1].rstrip().endswith((";", ".")) or bool(_STRAY.search(self._raw[-1])))

    def _archived(self) -> bool:
        return bool(self._raw) and bool(_ARCHIVE.match(self._raw[-1]))


def _on_one_line(text: str) -> list[str]:
    text = _BULLET.sub("", text)
    parts = _INLINE.split(text)
    if len(parts) == 1 and _LOOSE.search(text) and re.search(r"[-–]\s*l[ưu]u\b", text, re.IGNORECASE):
        parts = _LOOSE.split(text)
    return [part.strip() for part in parts if part.strip()]
