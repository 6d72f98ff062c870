"""Characters that look alike or not at all, brought to the one that a reader expects."""

import re
import unicodedata

# Eth is what some old fonts gave for Đ; private-use bullets come from the Symbol and Wingdings fonts of Word.
_ONE_FOR_ANOTHER = {
    "\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ",
    "\uf02d": "-", "\uf0b7": "-", "\uf0a7": "-", "\uf0d8": "-", "\uf0fc": "-", "\uf02b": "+",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u2060": "", "\ufeff": "",
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\x0b": "\n", "\x0c": " ",
}  # fmt: skip
_TABLE = str.maketrans(_ONE_FOR_ANOTHER)
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_DEEP_INDENT = 25
_ONLY_MARKER = re.compile(r"\S{1,6}$")
_GAP = " " * 4
_RUNS = re.compile(r"[ \t]{2,}|\t")
_ODD = re.compile(f"[{''.join(map(re.escape, _ONE_FOR_ANOTHER))}]|{_SPACES.pattern}|{_UNSEEN.pattern}")


def readable(text: str) -> str:
    """Return the text in NFC without invisible characters, with plain spaces; tabs and line ends stay."""
    if not _ODD.search(text):
        return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    text = _UNSEEN.sub("", text.translate(_TABLE))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """Return readable text with every run of white space, line ends included, as one space."""
    return " ".join(readable(text).split())


def with_gaps(text: str) -> str:
    """Return one readable line with white space squeezed, but for gaps that set two columns on it.

    A gap stays as four spaces, and a deep indent, which stands for the right column, as twenty-five.
    """
    text = readable(text).replace("\n", " ").rstrip()
    inner = text.lstrip()
    deep = len(text) - len(inner) >= _DEEP_INDENT and "\t" not in text[:_DEEP_INDENT]
    return " " * (_DEEP_INDENT if deep else 0) + _RUNS.sub(_gap_or_space, inner)


def _gap_or_space(run: re.Match[str]) -> str:
    """Return a gap for much white space; one tab is a gap too, but not after a number or a dash."""
    wide = len(run[0]) >= len(_GAP) or "\t" in run[0]
    return _GAP if wide and not _ONLY_MARKER.match(run.string, 0, run.start()) else " "


def paragraphs(text: str) -> str:
    """Return readable text with white space squeezed inside its lines, and the lines kept (the text of a cell)."""
    lines = (_RUNS.sub(" ", line).strip() for line in readable(text).split("\n"))
    return "\n".join(line for line in lines if line)
