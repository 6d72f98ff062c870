"""Read the foot of a document: to whom copies go, on whose behalf and by whom it is signed."""

from dataclasses import dataclass

from minhbach.domain.reading.head.foot import RECIPIENTS, foot_pieces
from minhbach.domain.reading.head.pieces import Piece
from minhbach.domain.reading.head.recipients import RecipientList
from minhbach.domain.reading.head.signature import SignatureBlock, Signer
from minhbach.domain.reading.head.title import is_kind_line
from minhbach.domain.reading.source import Line


@dataclass(frozen=True, slots=True)
class Footer:
    """`end` is the index of the first line after it, `line` the first of the signature."""

    recipients: tuple[str, ...]
    signers: tuple[Signer, ...]
    end: int
    line: int | None = None


def read_footer(lines: tuple[Line, ...], start: int) -> Footer:
    """Return what the foot that begins at `start` says."""
    copies, block = RecipientList(), SignatureBlock()
    end, line = start, None
    for piece in foot_pieces(lines, start):
        if block.named and _opens_annex(piece):
            break
        if _take(piece, copies, block):
            end = max(end, piece.line + 1)
            line = piece.line if line is None and block.started else line
    return Footer(copies.items(), block.signers(), end, line)


def _take(piece: Piece, copies: RecipientList, block: SignatureBlock) -> bool:
    label = RECIPIENTS.match(piece.text)
    if label:
        rest, office = _office_behind(piece.text[label.end() :])
        copies.begin(rest)
        return block.takes(office) if office else True
    text, office = _office_behind(piece.text)
    if office and block.takes(office):
        if text:
            copies.add(text)
        return True
    if not piece.text.lstrip().startswith(("-", "–", "+", "•")) and block.takes(piece.text):
        return True
    if copies.takes(piece.text):
        copies.add(piece.text)
        return True
    return False


def _office_behind(text: str) -> tuple[str, str]:
    """Part a line of the list from an office in the other column, where the gap between them was lost."""
    words = text.split()
    at = len(words)
    while at and words[at - 1].strip(".,").isupper() and not words[at - 1].endswith((";", ":")):
        at -= 1
    for start in range(at, len(words) - 1):
        tail = " ".join(words[start:])
        if SignatureBlock.opens(tail) and (start == 0 or words[start - 1].endswith((";", ".", ":")) or start > at):
            return " ".join(words[:start]), tail
    return text, ""


def _opens_annex(piece: Piece) -> bool:
    return is_kind_line(piece) and piece.is_capitals
