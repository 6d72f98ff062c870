"""What of an office file no printed page shows: properties, kept data, codes, formulas, notes of ODF, files inside."""

import re
from collections.abc import Iterator
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.legacy.looks import mended
from minhbach.extraction.office.odf_old_fonts import typed_in
from minhbach.extraction.office.package import Package
from minhbach.extraction.text.characters import one_line

_PROPERTIES = re.compile(r"^docProps/(?:core|app|custom)\.xml$|^meta\.xml$")
_TOLD_PROPERTIES = re.compile(
    r"\}(?:title|subject|description|keywords?|category|contentStatus|Manager|HyperlinkBase|lpwstr|user-defined)$"
)
_KEPT = re.compile(
    r"^customXml/item\d*\.xml$|^xl/pivotCache/|^xl/externalLinks/externalLink\d*\.xml$|^xl/sharedStrings\.xml$"
)
_SETTINGS = re.compile(r"/settings\.xml$|^xl/workbook\.xml$|^xl/worksheets/[\w.]+\.xml$|/document\d*\.xml$")
_CODES = re.compile(r"\}(?:instrText|definedName|f|formula1|formula2|oddHeader|oddFooter|evenHeader|evenFooter)$")
_NAMED = re.compile(r"\}(?:docVar|docPr|cNvPr)$")
_SAID = re.compile(r"(?:^|\})(?:val|descr|title|v|string-value)$")
_ODF_UNSEEN = re.compile(r"\}(?:annotation|tracked-changes|note|hidden-text|hidden-paragraph|desc|title)$")
_TARGETS = re.compile(r"\.rels$")
_INSIDE = re.compile(r"(?:^|/)(?:embeddings|media|Pictures)/[^/]+$|^Object \d+/content\.xml$|(?:^|/)afchunk[^/]*$")
_QUOTED = re.compile(r'"([^"]{3,2000})"')
_FILES = 50
_TOO_MANY = "Tệp có quá nhiều hình hoặc tệp nhúng nên không rà soát hết được. Hãy bỏ bớt rồi thử lại."


def unseen_of(data: bytes) -> list[str]:
    """Return the lines of all that; what is only the name of whoever wrote the file is left out.

    :raises CannotRead: if the package cannot be opened within limits.
    """
    package = Package(data)
    typed = typed_in(package)
    found: list[str] = []
    for name in sorted(package.names):
        root = package.xml_if_present(name) if name.endswith((".xml", ".rels")) else None
        if root is not None:
            found += (one_line(mended(text[: limits.MAX_CELL_CHARACTERS], typed)) for text in _told(name, root))
        if len(found) > limits.MAX_LINES:
            break
    return list(dict.fromkeys(line for line in found if any(c.isalnum() for c in line)))


def files_inside(data: bytes) -> list[tuple[str, bytes]]:
    """Return the pictures and files that an office file holds, with their names.

    :raises CannotRead: if there are too many, or one is larger than the limits.
    """
    package = Package(data)
    names = sorted(name for name in package.names if _INSIDE.search(name))
    if len(names) > _FILES:
        raise CannotRead("too_big", _TOO_MANY)
    return [(name.rsplit("/", 1)[-1], package.read(name)) for name in names]


def _told(name: str, root: Any) -> Iterator[str]:
    if _PROPERTIES.search(name):
        yield from ("".join(e.itertext()) for e in _elements(root) if _TOLD_PROPERTIES.search(e.tag))
    elif _KEPT.search(name):
        for element in _elements(root):
            yield element.text or ""
            yield element.get("v") or ""
    elif _TARGETS.search(name):
        yield from (e.get("Target") or "" for e in _elements(root) if e.get("TargetMode") == "External")
    elif _SETTINGS.search(name):
        yield from _codes(root)
    elif name in ("content.xml", "styles.xml"):
        for element in _elements(root):
            if _ODF_UNSEEN.search(element.tag):
                yield " ".join(element.itertext())
                yield from (value for key, value in element.items() if _SAID.search(key))


def _codes(root: Any) -> Iterator[str]:
    for element in _elements(root):
        if _CODES.search(element.tag):
            text = element.text or ""
            yield from _QUOTED.findall(text) if element.tag.endswith("}f") else (text,)
        elif _NAMED.search(element.tag):
            yield from (value for key, value in element.items() if _SAID.search(key))


def _elements(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if isinstance(element.tag, str))
