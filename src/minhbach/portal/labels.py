"""The words that the public's pages give to files and to the letters of the law."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext

from minhbach.domain.statutes import Letter, Statute
from minhbach.register.contracts import FileRecord, FileRole


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter of Article 17(1) as a page tells it; all Vietnamese, as the law speaks."""

    letter: str
    citation: str
    words: str
    quotation: str


def letter_line(law: Statute | None, letter: Letter | None) -> LetterLine | None:
    """Return how a page tells why an item is public."""
    if law is None or letter is None:
        return None
    return LetterLine(letter.letter, law.cite(letter), letter.words, letter.quotation)


def file_label(file: FileRecord) -> str:
    """Return what a file is, in a word: "PDF", "XLSX", "bản chữ"."""
    if file.role is FileRole.TEXT:
        return gettext("bản chữ")
    return PurePosixPath(file.name).suffix.lstrip(".").upper() or gettext("tệp")
