"""A check of copies by other ways than the product's proof: poppler, a raw search, a recogniser's plain output."""

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pypdfium2

from minhbach.domain.text import fold
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.box_list import boxes_of
from minhbach.extraction.redaction.contracts import NotProved
from minhbach.extraction.redaction.redact import redact, redact_found
from minhbach.extraction.tests.redaction.corpus.cases import LABELS, Case

_DPI = 300


def outcome(case: Case, folder: Path) -> str:
    """Redact one file and return "redacted", the code of the refusal, or "LEAK: …" where a canary is in the copy."""
    try:
        if case.boxes is None:
            made = redact_found(case.data, LABELS)
        else:
            made = redact(case.data, boxes_of(case.boxes), accept_elsewhere=case.accept_elsewhere)
    except CannotRead as refusal:
        return refusal.code
    except NotProved as refusal:
        return "not_proved" if refusal.proof.left else "elsewhere"
    said = list(everything_in(made.pdf, folder))
    leaks = [canary for canary in case.gone if any(holds(text, canary) for text in said)]
    lost = [word for word in case.stays if not any(holds(text, word) for text in said)]
    if leaks:
        return f"LEAK: {leaks}"
    return f"LOST: {lost}" if lost else "redacted"


def holds(text: str, canary: str) -> bool:
    """Say whether a text holds a canary, however it is spaced and marked."""
    wanted = "".join(c for c in fold(canary) if c.isalnum())
    return wanted in "".join(c for c in fold(unicodedata.normalize("NFC", text)) if c.isalnum())


def everything_in(data: bytes, folder: Path) -> Iterator[str]:
    """Yield what a copy says: by poppler, by all of its streams and strings, and by a recogniser on each page."""
    file = folder / "copy.pdf"
    file.write_bytes(data)
    if shutil.which("pdftotext"):
        for options in ((), ("-raw",)):
            yield run(["pdftotext", *options, str(file), "-"])
    yield from _raw(data)
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        picture = folder / f"page-{number}.png"
        page.render(scale=_DPI / 72).to_pil().convert("L").save(picture)
        yield run(["tesseract", str(picture), "-", "-l", "vie", "--psm", "6", "--dpi", str(_DPI)])


def _raw(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")
    with pikepdf.open(io.BytesIO(data)) as opened:
        for item in opened.objects:
            yield str(item)
            if isinstance(item, pikepdf.Stream):
                blob = item.read_bytes() if item.get("/Subtype") != "/Image" else item.read_raw_bytes()
                yield blob.decode("latin-1")
                yield blob.decode("utf-16-be", "replace")
                yield _from_hex(blob)


def _from_hex(blob: bytes) -> str:
    pieces = (piece.split(b">")[0] for piece in blob.split(b"<")[1:])
    return "".join(bytes.fromhex(p.decode()).decode("utf-16-be", "replace") for p in pieces if _is_hex(p))


def _is_hex(piece: bytes) -> bool:
    return len(piece) % 4 == 0 and all(c in b"0123456789ABCDEFabcdef" for c in piece)


def run(command: Sequence[str]) -> str:
    return subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")
