"""Read the foot of a document: to whom copies go, on whose behalf and by whom it is signed."""

from dataclasses import dataclass

from minhbach.domain.reading.head.foot import AUTHORITY_MARK, RECIPIENTS, UNLABELLED, foot_pieces
from minhbach.domain.reading.head.pieces import Piece
from minhbach.domain.reading.head.recipients import RecipientList
from minhbach.domain.reading.head.signature import SignatureBlock, Signer
from minhbach.domain.reading.head.title import is_kind_line, is_subject, read_subject
from minhbach.domain.reading.source import Line

_NOISE = 3


@dataclass(frozen=True, slots=True)
class Footer:
    """`end` is the index of the first line after it, `line` the first of the signature."""

    recipients: tuple[str, ...]
    signers: tuple[Signer, ...]
    end: int
    line: int | None = None
    subject: str | None = None  # what a letter is about, where its left column was read last


def read_footer(lines: tuple[Line, ...], start: int) -> Footer:
    """Return what the foot that begins at `start` says."""
    copies, block = RecipientList(), SignatureBlock()
    end, line = start, None
    pieces = foot_pieces(lines, start)
    subject, pieces = _without_subject(pieces)
    for piece in pieces:
        if block.named and _opens_annex(piece):
            break
        if _take(piece, copies, block):
            end = max(end, piece.line + 1)
            line = piece.line if line is None and block.started else line
    return Footer(copies.items(), block.signers(), end, line, subject)


def _without_subject(pieces: list[Piece]) -> tuple[str | None, list[Piece]]:
    at = next((i for i, piece in enumerate(pieces) if is_subject(piece)), None)
    if at is None:
        return None, pieces
    stop = next((i for i in range(at + 1, len(pieces)) if _is_foreign(pieces[i])), len(pieces))
    return read_subject(pieces[:stop], at).text, pieces[:at] + pieces[stop:]


def _is_foreign(piece: Piece) -> bool:
    """True for a line of the foot that cannot go on with what a letter is about."""
    return piece.is_capitals or piece.text.startswith("-") or bool(RECIPIENTS.match(piece.text))


def _take(piece: Piece, copies: RecipientList, block: SignatureBlock) -> bool:
    label = RECIPIENTS.match(piece.text)
    if label:
        rest, office = _office_behind(piece.text[label.end() :], begun=False)
        copies.begin(rest)
        return block.takes(office) if office else True
    if UNLABELLED.match(piece.text) and not copies.items():
        copies.begin("")
    text, office = _office_behind(piece.text, begun=block.started and not block.named)
    if office and block.takes(office):
        if text:
            copies.add(text)
        return True
    if not piece.text.lstrip().startswith(("-", "–", "+", "•")) and block.takes(piece.text):
        return True
    if copies.items() and not copies.is_open and block.takes_name_alone(piece.text):
        return True
    if copies.takes(piece.text):
        copies.add(piece.text)
        return True
    return False


def _office_behind(text: str, *, begun: bool) -> tuple[str, str]:
    """Part a line of the list from an office in the other column, where the gap between them was lost.

    :param begun: the signature has begun in the lines above, so that an office may well follow.
    """
    words = text.split()
    at = len(words)
    while at and words[at - 1].strip(".,").isupper() and not words[at - 1].endswith((";", ":")):
        at -= 1
    for start in range(at, len(words) - 1):
        tail = " ".join(words[start:])
        sure = begun or _ends_item(words[:start]) or start > at or AUTHORITY_MARK.match(tail)
        if SignatureBlock.opens(tail) and sure:
            return " ".join(words[:start]), tail
    return text, ""


def _ends_item(words: list[str]) -> bool:
    """True where the words before an office are a whole item, or no more than a speck of noise."""
    return len("".join(words)) <= _NOISE or words[-1].endswith((";", ".", ":"))


def _opens_annex(piece: Piece) -> bool:
    return is_kind_line(piece) and piece.is_capitals
