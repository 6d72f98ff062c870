"""A paper's words in the one form in which they are kept and set: NFC, without characters that no document can hold."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from minhbach.domain.text import nfc
from minhbach.papers.contracts import Block, Paper, Table

# Control and direction characters: XML refuses the first, the second would let a line read otherwise than it is.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAK = re.compile(r"\r\n?|[\u2028\u2029\u0085]")


def clean(paper: Paper) -> Paper:
    """Return the paper with every text in it clean, without blocks that say nothing; line breaks stay."""
    cleaned = replace(paper, **{field.name: _clean(getattr(paper, field.name)) for field in fields(paper)})
    annex = cleaned.annex and replace(cleaned.annex, blocks=_saying(cleaned.annex.blocks))
    return replace(cleaned, blocks=_saying(cleaned.blocks), annex=annex)


def _saying(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if isinstance(block, Table) or block.text.strip())


def clean_text(text: str) -> str:
    """Return the text in NFC, with one kind of line break and nothing that cannot be printed."""
    return _UNFIT.sub("", nfc(_BREAK.sub("\n", text))).replace("\t", " ")


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(_clean(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _clean(getattr(value, field.name)) for field in fields(value)})
    return value
