"""Names of WordprocessingML and small readings of its attributes."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = frozenset({"0", "false", "off", "none"})


def value(element: Any | None, name: str = "val") -> str | None:
    """Return an attribute of an element that may be missing."""
    return None if element is None else element.get(W + name)


def child(element: Any | None, *path: str) -> Any | None:
    """Return the first descendant along the path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def switched(properties: Any | None, name: str) -> bool | None:
    """Return an on/off property: True or False as written, None where nothing is said."""
    found = child(properties, name)
    return None if found is None else (value(found) or "1").lower() not in _OFF


def whole(text: str | None, otherwise: int) -> int:
    """Return a number of a few digits, or the other where there is none."""
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise
