"""The words of a DOCX paragraph as a reader sees them: insertions kept, deletions and hidden runs dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minhbach.extraction.office.docx_names import MC, W, child, switched, value
from minhbach.extraction.office.docx_styles import Style, Styles

_CONTAINERS = frozenset(
    W + name
    for name in ("ins moveTo hyperlink smartTag sdt sdtContent customXml fldSimple dir bdo").split()  # noqa: SIM905
)  # fmt: skip
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_FIXED = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip
_SYMBOL_BULLETS = frozenset({"F0B7", "F02D", "F0A7", "F0D8"})


@dataclass(slots=True)
class Words:
    """What the runs of one paragraph say. `boxes` are the contents of text boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    bold: bool = False
    plain: bool = False
    in_code: int = 0  # depth of field codes (what stands between begin and separate)
    fields: list[bool] = field(default_factory=list)  # open fields: still in their code?

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def all_bold(self) -> bool:
        return self.bold and not self.plain


def words_of(paragraph: Any, style: Style, styles: Styles) -> Words:
    """Return the visible words of a paragraph."""
    words = Words()
    _collect(paragraph, style, styles, words)
    return words


def _collect(parent: Any, style: Style, styles: Styles, words: Words) -> None:
    for element in parent:
        if element.tag == W + "r":
            _run(element, style, styles, words)
        elif element.tag in _CONTAINERS:
            _collect(element, style, styles, words)
        elif element.tag == MC + "AlternateContent":
            _collect(_chosen(element), style, styles, words)


def _run(run: Any, style: Style, styles: Styles, words: Words) -> None:
    own = child(run, "rPr")
    named = styles.other(value(child(own, "rStyle")))
    if _said(switched(own, "vanish"), named.hidden, style.hidden):
        return
    capitals = _said(switched(own, "caps"), named.capitals, style.capitals)
    text = "".join(_pieces(run, words))
    if text.strip():
        bold = _said(switched(own, "b"), named.bold, style.bold)
        words.bold |= bold
        words.plain |= not bold
    words.parts.append(text.upper() if capitals else text)


def _pieces(run: Any, words: Words) -> Iterator[str]:
    for element in run:
        if element.tag == W + "fldChar":
            _follow_field(value(element, "fldCharType"), words)
        elif element.tag in _PICTURES:
            words.boxes += _text_boxes(element)
        elif element.tag == MC + "AlternateContent":
            yield from _pieces(_chosen(element), words)
        elif any(words.fields):
            continue
        elif element.tag == W + "t":
            yield element.text or ""
        elif element.tag == W + "sym":
            yield "-" if (value(element, "char") or "").upper() in _SYMBOL_BULLETS else ""
        else:
            yield _FIXED.get(element.tag, "")


def _follow_field(kind: str | None, words: Words) -> None:
    """Keep track of nested fields: their code is not shown, their result is."""
    if kind == "begin":
        words.fields.append(True)
    elif words.fields and kind == "separate":
        words.fields[-1] = False
    elif words.fields and kind == "end":
        words.fields.pop()


def _chosen(alternates: Any) -> Any:
    """Return the branch that has a text box; both branches hold the same one, so only one may be read."""
    branches = [b for b in alternates if b.tag in (MC + "Choice", MC + "Fallback")]
    return next((b for b in branches if b.find(f".//{W}txbxContent") is not None), branches[0] if branches else ())


def _text_boxes(picture: Any) -> list[Any]:
    """Return the outermost text boxes of a drawing; one inside another is read with it."""
    found = []
    for box in picture.iter(W + "txbxContent"):
        if not any(outer.tag == W + "txbxContent" for outer in box.iterancestors()):
            inner_fallback = any(outer.tag == MC + "Fallback" for outer in box.iterancestors())
            found.append((inner_fallback, box))
    chosen = [box for fallback, box in found if not fallback]
    return chosen or [box for _, box in found]


def _said(*properties: bool | None) -> bool:
    """Return the first property that says something: the run's own, its style's, the paragraph's."""
    return next((found for found in properties if found is not None), False)
