"""Types texts as people did before Unicode: the tables of the product backwards, and documents set in old fonts."""

import io
import unicodedata

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from minhbach.extraction.legacy.tables import TABLES, Encoding

_BACK: dict[Encoding, dict[str, str]] = {encoding: {} for encoding in Encoding}
for _encoding, _table in TABLES.items():
    for _code, _letter in _table.items():
        # Of several ways to type a letter the usual one: marks of the case of their vowel, ì as one character.
        is_usual = len(_code) == 1 or (_code[0] not in "iI" and _code.isupper() == _code[0].isupper())
        if _code not in "\u2212\u2219\u03bc" and is_usual:
            _BACK[_encoding].setdefault(_letter, _code)


def typed(text: str, encoding: Encoding) -> str:
    """Return a text as it was typed for such fonts; TCVN3 has small letters only for those with tones."""
    back = _BACK[encoding]
    letters = unicodedata.normalize("NFC", text)
    return "".join(back.get(c) or back.get(c.lower(), c) if c > "\x7f" else c for c in letters)


def document(*paragraphs: "list[tuple[str, str]]", header: "list[tuple[str, str]] | None" = None) -> bytes:
    """Return a DOCX whose paragraphs are runs of (text, font)."""
    made = docx.Document()
    for runs in paragraphs:
        _fill(made.add_paragraph(), runs)
    if header:
        _fill(made.sections[0].header.paragraphs[0], header)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _fill(paragraph: Paragraph, runs: "list[tuple[str, str]]") -> None:
    for text, font in runs:
        run = paragraph.add_run(text)
        if font:
            run.font.name = font
            run._element.rPr.rFonts.set(qn("w:hAnsi"), font)
