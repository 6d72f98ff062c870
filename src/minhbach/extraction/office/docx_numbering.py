"""Automatic numbers of a DOCX, counted as Word counts them: plans rarely type "1." or "a)" themselves."""

import re
from dataclasses import dataclass
from typing import Any

from minhbach.extraction.numerals import letters, roman
from minhbach.extraction.office.docx_names import W, child, switched, value, whole

_SLOT = re.compile(r"%([1-9])")
_LEVELS = 9
_PLAIN_BULLETS = {"+": "+", "*": "*"}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is written."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None  # the level (from 1) that restarts this one; 0 for never; None for any above
    legal: bool = False  # all numbers in digits


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: Any | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._load(root)

    def next_label(self, number: str | None, level: int | None) -> str:
        """Count one paragraph of the list and return what Word writes before it: "1.", "a)", "I.", "-"; or ""."""
        if not number or number == "0" or number not in self._lists:
            return ""
        at = min(max(level or 0, 0), _LEVELS - 1)
        levels = self._levels(number)
        counts = self._counts.setdefault(self._lists[number], {})
        self._restart_if_told(number, at, counts)
        counts[at] = counts.get(at, levels.get(at, _Level()).start - 1) + 1
        for deeper in [d for d in counts if d > at and _restarts(levels.get(d, _Level()), at)]:
            del counts[deeper]
        return _label(levels, at, counts)

    def _load(self, root: Any) -> None:
        linked: dict[str, str] = {}
        for abstract in root.findall(W + "abstractNum"):
            name = value(abstract, "abstractNumId") or ""
            self._abstract[name] = {whole(value(lvl, "ilvl"), 0): _level(lvl) for lvl in abstract.findall(W + "lvl")}
            style = value(child(abstract, "styleLink"))
            if style:
                linked[style] = name
        for abstract in root.findall(W + "abstractNum"):
            target = linked.get(value(child(abstract, "numStyleLink")) or "")
            if target:
                self._abstract[value(abstract, "abstractNumId") or ""] = self._abstract[target]
        for num in root.findall(W + "num"):
            self._load_list(num)

    def _load_list(self, num: Any) -> None:
        name = value(num, "numId") or ""
        self._lists[name] = value(child(num, "abstractNumId")) or ""
        for override in num.findall(W + "lvlOverride"):
            at = whole(value(override, "ilvl"), 0)
            start = value(child(override, "startOverride"))
            if start is not None:
                self._overrides.setdefault(name, {})[at] = whole(start, 1)
            redefined = child(override, "lvl")
            if redefined is not None:
                self._own.setdefault(name, {})[at] = _level(redefined)

    def _levels(self, number: str) -> dict[int, _Level]:
        return self._abstract.get(self._lists[number], {}) | self._own.get(number, {})

    def _restart_if_told(self, number: str, at: int, counts: dict[int, int]) -> None:
        """Apply a list's start override once, the first time that its level is used."""
        start = self._overrides.get(number, {}).pop(at, None)
        if start is not None:
            counts[at] = start - 1


def _level(element: Any) -> _Level:
    restart = value(child(element, "lvlRestart"))
    text = value(child(element, "lvlText"))
    return _Level(
        form=value(child(element, "numFmt")) or "decimal",
        text=text if text is not None else "",
        start=whole(value(child(element, "start")), 1),
        restart=whole(restart, 0) if restart is not None else None,
        legal=bool(switched(element, "isLgl")),
    )


def _restarts(level: _Level, at: int) -> bool:
    return level.restart is None or (level.restart != 0 and at < level.restart)


def _label(levels: dict[int, _Level], at: int, counts: dict[int, int]) -> str:
    level = levels.get(at, _Level())
    if level.form == "bullet":
        return _PLAIN_BULLETS.get(level.text.strip(), "-") if level.text.strip() else ""
    if level.form == "none":
        return _SLOT.sub("", level.text)

    def written(slot: re.Match[str]) -> str:
        shown = int(slot[1]) - 1
        own = levels.get(shown, _Level())
        count = counts.get(shown, own.start)
        return _count(count, "decimal" if level.legal else own.form)

    return _SLOT.sub(written, level.text).strip()


def _count(count: int, form: str) -> str:
    if form == "upperRoman":
        return roman(count)
    if form == "lowerRoman":
        return roman(count).lower()
    if form == "upperLetter":
        return letters(count).upper()
    if form == "lowerLetter":
        return letters(count)
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form in ("none", "bullet") else str(count)
