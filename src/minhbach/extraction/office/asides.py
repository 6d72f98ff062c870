"""What an office file says beside its text: headers, footers, notes, comments, deleted and hidden words."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.legacy.looks import Typed, mended
from minhbach.extraction.office.docx import main_part
from minhbach.extraction.office.docx_names import W
from minhbach.extraction.office.docx_old_fonts import word_part
from minhbach.extraction.office.odf_old_fonts import typed_in
from minhbach.extraction.office.package import Package
from minhbach.extraction.office.unseen import unseen_of

_WORD_PART = re.compile(r"(?:header|footer|footnotes|endnotes|comments)\d*\.xml$")
_SHOWN_PART = re.compile(r"(?:header|footer|footnotes|endnotes)\d*\.xml$|^styles\.xml$")
_BOOK_PART = re.compile(r"^xl/(?:comments|threadedComments|drawings)/?[\w/]*\.xml$")
_ODF_PART = "styles.xml"
_DELETED = W + "delText"
_MOVED = W + "moveFrom"
_A_PARAGRAPH = ("}p", "}comment", "}text", "}threadedComment", "}oddHeader", "}oddFooter")


def asides_of(data: bytes) -> list[str]:
    """Return the lines of those parts; parts that hold nothing give none.

    :raises CannotRead: if the package cannot be opened within limits.
    """
    package = Package(data)
    typed = typed_in(package)
    lines = [line for name in sorted(_names(package)) for line in _paragraphs(_part(package, name), typed)]
    main = main_part(package)
    if main and main in package.names:
        lines += _unseen(word_part(package, main))
    known = set(lines)
    lines += [line for line in unseen_of(data) if line not in known]
    return lines[: limits.MAX_LINES]


def shown_asides(data: bytes) -> list[str]:
    """Return those that a reader of the printed document sees: headers, footers and notes.

    :raises CannotRead: as `asides_of`.
    """
    package = Package(data)
    names = sorted(n for n in _names(package) if _SHOWN_PART.search(n))
    typed = typed_in(package)
    return [line for name in names for line in _shown_paragraphs(_part(package, name), typed)][: limits.MAX_LINES]


def _part(package: Package, name: str) -> Any:
    return word_part(package, name) if name.startswith("word/") else package.xml(name)


def _names(package: Package) -> Iterator[str]:
    main = main_part(package)
    folder = f"{posixpath.dirname(main)}/" if main else None
    for name in package.names:
        word = folder is not None and name.startswith(folder) and _WORD_PART.search(name)
        if word or _BOOK_PART.match(name) or name == _ODF_PART and "mimetype" in package.names:
            yield name


def _paragraphs(root: Any, typed: Typed | None) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.endswith(_A_PARAGRAPH):
            text = mended("".join(element.itertext()), typed).strip()
            if text:
                yield " ".join(text.split())


def _shown_paragraphs(root: Any, typed: Typed | None) -> Iterator[str]:
    """Yield the same without what was struck out or is set as hidden."""
    if not str(root.tag).startswith(W):
        yield from _paragraphs(root, typed)
        return
    for paragraph in root.iter(W + "p"):
        runs = (run for run in paragraph.iter(W + "r") if run.find(f"{W}rPr/{W}vanish") is None)
        text = " ".join("".join(_words(run) for run in runs if not _is_struck_out(run)).split())
        if text:
            yield text


def _is_struck_out(run: Any) -> bool:
    return any(outer.tag in (W + "del", W + "moveFrom") for outer in run.iterancestors())


def _unseen(root: Any) -> Iterator[str]:
    """Yield what was struck out in a tracked change or is set as hidden: a reader of the file can bring it back."""
    for paragraph in root.iter(W + "p"):
        deleted = "".join(element.text or "" for element in paragraph.iter(_DELETED))
        deleted += "".join(_words(run) for gone in paragraph.iter(_MOVED) for run in gone.iter(W + "r"))
        hidden = "".join(_words(run) for run in paragraph.iter(W + "r") if run.find(f"{W}rPr/{W}vanish") is not None)
        yield from (text.strip() for text in (deleted, hidden) if text.strip())


def _words(run: Any) -> str:
    return "".join(element.text or "" for element in run.iter(W + "t"))
