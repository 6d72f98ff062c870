"""Where the foot of a document stands: "Nơi nhận" and the signature, before annexes and whatever it promulgates."""

import re
from collections.abc import Callable

from minhbach.domain.reading.head.kinds import BY_LETTERS
from minhbach.domain.reading.head.persons import person_name
from minhbach.domain.reading.head.pieces import Piece, pieces_of, share_of_capitals
from minhbach.domain.reading.source import Line
from minhbach.domain.text import fold

RECIPIENTS = re.compile(r"^\W*n[ơo0]i\s+nh[ậâạaă]n\s*(?:[:.;]|$)", re.IGNORECASE)
UNLABELLED = re.compile(r"^\s*[-–]\s*như (?:trên|kính gửi|điều \d)", re.IGNORECASE)
AUTHORITY = re.compile(
    r"^\W{0,3}(?:T\s?[./]\s?M|TM|K\s?[./]\s?T|KT|T\s?[./]\s?L|TL|TUQ|T\.U\.Q|Q)\s?[.:/]?\s*(?=[A-ZÀ-ỸĐ]{2})"
)
AUTHORITY_MARK = re.compile(
    r"^\W{0,3}(?:(?:T\s?[./]\s?M|K\s?[./]\s?T|T\s?[./]\s?L|TM|KT|TL|TUQ|Q)\s?[.:]|T/M|K/T|T/L|(?:TM|KT|TL"
    r"|TUQ)\s)\s*(?=[A-ZÀ-ỸĐ]{2})"
)
OFFICE = re.compile(
    r"^(?:quyen |nguyen |q\. ?)?(?:pho |thu )?(?:tong )?(?:chu tich|bo truong|thu truong|thu tuong|giam doc"
    r"|thong doc|chanh|vien truong"
    r"|hieu truong|kiem toan|thanh tra truong|cuc truong|vu truong|chi cuc truong|hat truong|doi truong|doan truong"
    r"|to truong"
    r"|truong|chu nhiem|bi thu|tham phan|thu ky|chu toa|chu tri|uy vien|tu lenh|chi huy|chinh uy|ke toan|thu truong"
    r"|dieu hanh"
    r"|pho|chap hanh vien|cong chung vien|nguoi |tong bien tap|bien tap|vien pho|chuc vu|thuong truc|pho ban"
    r"|tham muu)(?!\w)"
)
_AUTHORITY_AT_END = re.compile(r"(?:^|\s)(?:TM|KT|TL|TUQ)\.\s?(?:[A-ZÀ-ỸĐ]+\s?){1,6}$")
_AUTHORITY_LETTERS = re.compile(r"T/?M|K/?T|T/?L|TUQ|Q\s?\.")
_END_MARK = re.compile(r"\.\s?/\s?\.?\W*$")
_ANNEX = re.compile(r"^\W*(?:PHỤ LỤC|Phụ lục|DANH MỤC|BẢNG|BIỂU|MẪU|Mẫu)\b")
_MOST_LINES = 90
_NEAR = 16
_LONGEST_KIND = 40


def find_foot(lines: tuple[Line, ...], start: int) -> int:
    """Return the index of the first line of the foot from `start` on; the number of lines where there is none."""
    recipients = _first(lines, start, _opens_recipients)
    signature = _first(lines, start, _opens_signature)
    if recipients is None and signature is None:
        return _bare_signature(lines, start)
    if signature is not None and (recipients is None or signature < recipients):
        return signature
    if recipients is None:
        return len(lines)
    return _with_signature_above(lines, start, recipients)


def foot_pieces(lines: tuple[Line, ...], start: int) -> list[Piece]:
    """Return the pieces of a foot that begins at `start`, up to an annex."""
    stop = start
    while stop < len(lines) and stop - start < _MOST_LINES and not (stop > start and _opens_annex(lines[stop])):
        stop += 1
    return pieces_of(lines, start, stop)


def is_office(text: str) -> bool:
    """True where a line names an office, in capitals or, if it says nothing else, in ordinary letters."""
    return bool(OFFICE.match(fold(text[:120]))) and (share_of_capitals(text) > 0.8 or len(text) < 40)


def _first(lines: tuple[Line, ...], start: int, test: Callable[[Line], bool]) -> int | None:
    return next((index for index in range(start, len(lines)) if test(lines[index])), None)


def _parts(line: Line) -> list[str]:
    if line.cells:
        return [text for cell in line.cells if not cell.merged for text in cell.text.split("\n")]
    return re.split(r"\s{4,}|\t", line.text.strip()) if line.text else []


def _opens_recipients(line: Line) -> bool:
    if line.cells and len(line.cells) > 3:
        return False
    return ("nh" in line.text or "NH" in line.text or "Nh" in line.text) and any(
        RECIPIENTS.match(part[:40]) or UNLABELLED.match(part) for part in _parts(line)
    )


def _opens_signature(line: Line) -> bool:
    if (line.cells and len(line.cells) > 3) or len(line.text) > 400 or not _AUTHORITY_LETTERS.search(line.text):
        return False
    return any(
        len(part) < 150 and AUTHORITY_MARK.match(part) and share_of_capitals(part[:40]) > 0.8 for part in _parts(line)
    )


def _opens_annex(line: Line) -> bool:
    title = line.text.strip()
    if len(title) < _LONGEST_KIND and title.isupper() and re.sub(r"[^a-z]", "", fold(title)) in BY_LETTERS:
        return True
    return bool(_ANNEX.match(title[:40])) or bool(line.cells and len(line.cells) > 3)


def _with_signature_above(lines: tuple[Line, ...], start: int, recipients: int) -> int:
    """Return the line of an office that stands just above "Nơi nhận", where the right column was read first."""
    for index in range(max(start, recipients - _NEAR), recipients):
        if index >= recipients - 2 and _AUTHORITY_AT_END.search(lines[index].text[-60:]):
            return index
        if (
            lines[index].text.isupper()
            and is_office(lines[index].text.strip())
            and _name_follows(lines, index, recipients)
        ):
            return index
    return recipients


def _bare_signature(lines: tuple[Line, ...], start: int) -> int:
    """Find an office over a name, after the end mark or at the end of the document."""
    marks = [i for i in range(start, len(lines)) if _END_MARK.search(lines[i].text[-12:])]
    for begin in (*marks[:1], max(start, len(lines) - 2 * _NEAR)):
        for index in range(begin, min(len(lines), begin + 2 * _NEAR + 1)):
            text = lines[index].text.strip()
            if text and text.isupper() and is_office(text) and _name_follows(lines, index, len(lines)):
                return index
    return len(lines)


def _name_follows(lines: tuple[Line, ...], index: int, stop: int) -> bool:
    return any(person_name(lines[i].text) for i in range(index + 1, min(stop, index + 9)))
