"""What extraction gives, and how it refuses. The web application and the command line hold these values."""

from dataclasses import dataclass

from minhbach.domain.reading.results import Problem
from minhbach.domain.reading.source import SourceDocument

DOUBTFUL_STAMP = "doubtful_stamp"
"""Code of the problem that a page bears a stamp which may be a mark of secrecy, and only a person can read it."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of one file.

    `format` is one of txt, md, html, docx, odt, doc, rtf, pdf, png, jpg, tif, found from the content. `pages` is None
    where the format has no fixed pages. `ocr` is true where at least one page was read from its image. `sha256` is of
    the bytes as delivered. `problems` are what a person should know although the file could be read.
    """

    source: SourceDocument
    format: str
    pages: int | None
    ocr: bool
    sha256: str
    problems: tuple[Problem, ...] = ()


class CannotRead(Exception):
    """The file gives no text. `code` is for programs, `message` is a Vietnamese sentence that says what to do."""

    def __init__(self, code: str, message: str, *, file_format: str | None = None, sha256: str | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.format = file_format
        self.sha256 = sha256

    def about(self, *, file_format: str | None, sha256: str) -> "CannotRead":
        """Return the same refusal, saying which bytes and which format it is about."""
        return CannotRead(self.code, self.message, file_format=self.format or file_format, sha256=sha256)
