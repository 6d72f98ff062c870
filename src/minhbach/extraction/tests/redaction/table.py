"""The table of what happens to each kind of file, as `docs/redaction-kinds.md` has it."""

from collections.abc import Sequence

from minhbach.extraction.tests.redaction.corpus.cases import Kind

_HEAD = """# What redaction does with each kind of file

What the corpus of {files} files of {kinds} kinds (`extraction/tests/redaction/corpus`) expects, each with canaries
where the second column says. `tools/redaction_kinds.py` redacts all of it, says what came out otherwise, and writes
this page where nothing did; a test holds the page to the corpus and runs a part. *Redacted and proved*: no canary in
the copy, neither by the product's own proof nor by another check (poppler, a raw search of all streams, tesseract on
the page at 300 dpi). *Refused*: no copy is written, and the officer reads why.

| File | What is hidden, or where | Files | What happens |
| --- | --- | --- | --- |
"""
_REFUSED = {
    "archive": "not an archive that can be opened: send the files by themselves",
    "archive_link": "the archive holds links to other files",
    "binary": "no text, nothing that can be looked into",
    "broken": "damaged or cut off",
    "dynamic_form": "a dynamic form (XFA) shows something else than it holds",
    "elsewhere": "the same words stand elsewhere: cover them too, or confirm",
    "empty": "nothing in it",
    "encrypted": "has a password",
    "forbidden_xml": "declares entities",
    "image_format": "a picture of a kind that is not read",
    "no_page": "no part of the page is shown",
    "old_format": "an old format: save it anew",
    "portfolio": "a portfolio: redact each file by itself",
    "presentation": "slides are not read",
    "program": "a program",
    "too_deep": "archives within archives, too deep",
    "wrong_box": "the box lies on no page",
}


def table_of(kinds: Sequence[Kind]) -> str:
    """Return the whole page."""
    head = _HEAD.format(files=sum(kind.seeds for kind in kinds), kinds=len(kinds))
    return head + "".join(_row(kind) for kind in kinds)


def _row(kind: Kind) -> str:
    happens = "redacted and proved" if kind.expected == "redacted" else f"refused: {_REFUSED[kind.expected]}"
    return f"| {kind.group} | {kind.what} | {kind.seeds} | {happens} |\n"
