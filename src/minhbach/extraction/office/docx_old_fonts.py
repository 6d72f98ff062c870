"""A Word document's parts, with what was typed for TCVN3 and VNI fonts in Unicode: by its font, else by its looks."""

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any

from minhbach.extraction.legacy.fonts import OldFont, old_font
from minhbach.extraction.legacy.looks import Typed, is_beyond, mended_pieces, typed_as
from minhbach.extraction.legacy.tables import Encoding, to_unicode
from minhbach.extraction.office.docx_names import W, child, value
from minhbach.extraction.office.docx_styles import Styles, font_of
from minhbach.extraction.office.package import Package

_TEXTS = (W + "t", W + "delText")
_SOFT_HYPHEN = W + "softHyphen"
_VNI_MARKS = frozenset("øûõùïâàåãáäêèúüéëØÛÕÙÏÂÀÅÃÁÄÊÈÚÜÉË")


def word_part(package: Package, name: str) -> Any:
    """Return the root of a part whose texts are in Unicode.

    :raises CannotRead: as `Package.xml`.
    """
    root = package.xml(name)
    styles = Styles(package.xml_if_present(f"{posixpath.dirname(name)}/styles.xml"))
    paragraphs = [list(_texts(paragraph, styles)) for paragraph in root.iter(W + "p")]
    known = _by_fonts(paragraphs)
    # A head of pages has too few words to be told by their looks: it was typed as the rest of the document.
    _by_looks(paragraphs, Typed(known, whole=False) if known else _typed_as(package, name))
    return root


def _typed_as(package: Package, name: str) -> Typed | None:
    """Return how the main text was typed, by its looks."""
    main = f"{posixpath.dirname(name)}/document.xml"
    root = package.xml_if_present(main)
    if root is None:
        return None
    return typed_as("".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p"))


class _Text:
    """A text of a run, and the old font that it is set in, if any."""

    def __init__(self, element: Any, font: OldFont | None) -> None:
        self.element, self.font = element, font

    @property
    def words(self) -> str:
        return self.element.text or ""


def _texts(paragraph: Any, styles: Styles) -> Iterator[_Text]:
    style = styles.paragraph(value(child(paragraph, "pPr", "pStyle")))
    for run in paragraph.iter(W + "r"):
        if next(run.iterancestors(W + "p"), None) is not paragraph:
            continue  # of a text box: its own paragraph has it
        own = child(run, "rPr")
        named = styles.other(value(child(own, "rStyle"))).font
        font = old_font(font_of(own) or named or style.font or styles.font)
        for element in run:
            if element.tag == _SOFT_HYPHEN and font is not None and font.encoding is Encoding.TCVN3:
                element.tag, element.text = W + "t", "\xad"
            if element.tag in _TEXTS:
                yield _Text(element, font)


def _by_fonts(paragraphs: Sequence[Sequence[_Text]]) -> Encoding | None:
    """Convert what is set in an old font, and return the encoding of such a font."""
    found = None
    for texts in paragraphs:
        _join_marks(texts)
        for text in texts:
            if text.font is not None and not is_beyond(text.words):
                found = text.font.encoding
                text.element.text = to_unicode(text.words, found, capital=text.font.capital)
    return found


def _by_looks(paragraphs: Sequence[Sequence[_Text]], typed: Typed | None) -> None:
    for texts in paragraphs if typed is not None else ():
        others = [text for text in texts if text.font is None]
        mended = mended_pieces([text.words for text in others], typed)
        for text, words in zip(others, mended, strict=True):
            text.element.text = words


def _join_marks(texts: Sequence[_Text]) -> None:
    """Bring a mark of VNI that begins a run to its vowel, which ends the run before."""
    for before, text in zip(texts, texts[1:], strict=False):
        both = before.font is not None and before.font == text.font and before.font.encoding is Encoding.VNI
        if both and text.words[:1] in _VNI_MARKS and before.words[-1:].isalpha():
            before.element.text, text.element.text = before.words + text.words[0], text.words[1:]
