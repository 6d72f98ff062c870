"""The kind of document and what it is about: the lines under the number, up to addressees or text."""

import re
from dataclasses import dataclass

from minhbach.domain.reading.head.kinds import BY_LETTERS, BY_PLAIN, Kind
from minhbach.domain.reading.head.pieces import Piece, share_of_capitals
from minhbach.domain.text import fold, lower_one_tone

_KIND = re.compile(r"^(" + "|".join(re.escape(plain) for plain in BY_PLAIN) + r")(?!\w)")
_DRAFT = re.compile(r"^(?:ban )?du thao\W+(?:lan \w+\W+)?")
_SUBJECT = re.compile(r"^\W*(?:v\s?[/.]\s?v|vv|về việc)\b", re.IGNORECASE)
_PROMULGATED = re.compile(r"^\W*\(?(?:ban hanh )?kem theo\b")
_SECTION = re.compile(
    r"^\W*(?:[IVX]{1,4}|\d{1,2}|[A-H])\s?[.)/]\s|^\W*(?i:(?:phần|chương)\s+(?:[ivx]+|\d+|thứ|một)|mục lục|điều \d)\b"
)
_TEXT_OPENS = re.compile(
    r"^\W*(?:can cu|xet (?:de nghi|to trinh)|thuc hien |de (?:trien|thuc|tang|dam|bao|chu)|nham |trong thoi gian"
    r"|ngay \d"
    r"|trien khai |tiep theo |phuc dap |tra loi |theo (?:de nghi|chi dao|quy)|qua |trong nhung nam|sau khi |hien nay"
    r"|chieu ngay|sang ngay|hom nay|thua |luat nay|bo luat nay|chung toi|so huu |de nghi )"
)
_RESOLVES = re.compile(r"^\W*(?:quyet dinh|quyet nghi|thong bao|ket luan|chi thi|yeu cau)\s*:\W*$")
_ADDRESSES = re.compile(r"^\W*(?:dong )?(?:kinh (?:gui|trinh|moi|chuyen|bao cao))\b|\bdien\s*:?$")
_OFFICE = re.compile(
    r"^(?:quyen |pho )?(?:chu tich|bo truong|thu tuong|tong giam doc|giam doc|thong doc|chanh|vien truong|hieu truong|"
    r"tong kiem toan|tong thanh tra|tong cuc truong|chi cuc truong|cuc truong|vu truong|truong|chu nhiem|bi thu"
    r"|tong bi thu)\b"
)
# In the form of `lower_one_tone`: after these a body's name still belongs to the title …
_BEFORE_BODY = r"[,;–(-]|(?<!\w)(?:của|và|với|do|tại|cho|giữa|bởi|thuộc|hoặc|các|đến|là|bằng|từ|trong|quản lý|trình)"
_TAKES_BODY = re.compile(rf"(?:{_BEFORE_BODY})$")
# … and after these any line does.
_GOES_ON = re.compile(
    rf"(?:{_BEFORE_BODY}|(?<!\w)(?:những|về|theo|số|địa bàn|thẩm quyền|giải quyết|việc|ban hành|thực hiện|nước|định|tới"
    r"|để|một số))$"
)
_LONG_LINE = 110
_KEY = 14  # as many letters of a body's name tell it from a title
_TITLE_LINE = 56


@dataclass(frozen=True, slots=True)
class KindLine:
    """The line that says what kind of document this is. `rest` stood behind it and opens the title."""

    kind: Kind
    at: int
    rest: str = ""
    draft: bool = False


def find_kind(pieces: list[Piece], start: int) -> KindLine | None:
    """Return the first line from `start` on that names a kind of document, before text or addressees begin."""
    for at in range(start, len(pieces)):
        found = _kind_line(pieces[at], at)
        if found:
            return found
        if opens_text(pieces[at]) or opens_addressees(pieces[at]) or is_subject(pieces[at]):
            return None
    return None


def _kind_line(piece: Piece, at: int) -> KindLine | None:
    draft = _DRAFT.match(piece.plain)
    text = piece.text[draft.end() :] if draft else piece.text
    letters = re.sub(r"[^a-z]", "", fold(text[:60]))
    exact = BY_LETTERS.get(letters)
    if exact and len(text) <= 60 and (text[:1].isupper()):
        return KindLine(exact, at, draft=bool(draft))
    found = _KIND.match(fold(text[:400]))
    if found and text[: found.end()].isupper() and not text[found.end() :].lstrip().lower().startswith(("số ", "số:")):
        return KindLine(BY_PLAIN[found[1]], at, text[found.end() :].strip(" :-–"), bool(draft))
    return None


def is_kind_line(piece: Piece) -> bool:
    """True for a line that names a kind of document and nothing else."""
    return BY_LETTERS.get(re.sub(r"[^a-z]", "", piece.plain[:60])) is not None


def is_subject(piece: Piece) -> bool:
    """True where a letter says what it is about ("V/v …")."""
    return bool(_SUBJECT.match(piece.text))


def opens_text(piece: Piece) -> bool:
    """True where a line begins the text or its legal grounds."""
    return bool(_TEXT_OPENS.match(piece.plain)) and not piece.is_capitals or _is_section(piece)


def opens_addressees(piece: Piece) -> bool:
    """True for "Kính gửi:" and its like."""
    return bool(_ADDRESSES.search(piece.plain[:200]))


def _is_section(piece: Piece) -> bool:
    return bool(_SECTION.match(piece.text)) or bool(_RESOLVES.match(piece.plain))


def is_promulgation_note(piece: Piece) -> bool:
    """True for "(Ban hành kèm theo Quyết định số …)" under a title."""
    return bool(_PROMULGATED.match(piece.plain))


def without_subject_mark(text: str) -> str:
    """Return what a letter is about without "V/v"."""
    return re.sub(r"^\W*(?:v\s?[/.]\s?v|vv)\b\s*[:.]?\s*", "", text, flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A title joined over its lines, and the index of the first piece after it."""

    text: str | None
    end: int


def read_title(pieces: list[Piece], start: int, rest: str = "", issuing: str | None = None) -> Title:
    """Return the title that begins with `rest` and goes on at `start`."""
    parts = [rest] if rest else []
    capitals = bool(rest) and share_of_capitals(rest) > 0.8 and len(rest) > 40
    at = start
    while at < len(pieces):
        piece = pieces[at]
        if _PROMULGATED.match(piece.plain) or _ends_title(pieces, at, parts, capitals, issuing):
            break
        text, cut = (
            _cut_at_text(piece.text) if piece.is_capitals is False or len(piece.text) > 150 else (piece.text, False)
        )
        capitals = share_of_capitals(text) > 0.8 or (capitals and _inside_bracket([*parts, text]))
        parts.append(text)
        at += 1
        if cut:
            break
    return Title(_joined(parts), at)


def read_subject(pieces: list[Piece], start: int) -> Title:
    """Return what a letter is about, from "V/v" at `start` on."""
    parts = [pieces[start].text]
    at = start + 1
    while at < len(pieces) and not _ends_subject(pieces, at, parts):
        parts.append(pieces[at].text)
        at += 1
    return Title(_joined([without_subject_mark(" ".join(parts))]), at)


def _ends_subject(pieces: list[Piece], at: int, parts: list[str]) -> bool:
    piece = pieces[at]
    if opens_addressees(piece) or _is_section(piece) or (opens_text(piece) and piece.after_gap):
        return True
    if not without_subject_mark(parts[-1]) or piece.text[:1].islower() or _GOES_ON.search(lower_one_tone(parts[-1])):
        return len(piece.text) > _LONG_LINE
    return piece.after_gap or len(piece.text) > _LONG_LINE


def _ends_title(pieces: list[Piece], at: int, parts: list[str], capitals: bool, issuing: str | None) -> bool:
    piece = pieces[at]
    if opens_addressees(piece) or _is_section(piece) or piece.plain.startswith("can cu "):
        return True
    if not parts:
        return (
            opens_text(piece)
            and not _is_capitals_start(piece.text)
            # A long title may open as the text does (“Triển khai thực hiện Nghị quyết số …”), but has no stop.
            and piece.text.endswith((".", ":", ";") if len(piece.text) > _LONG_LINE else (":", ";"))
        )
    goes_on = bool(_GOES_ON.search(lower_one_tone(parts[-1])))
    if not _TAKES_BODY.search(lower_one_tone(parts[-1])) and is_authority(piece, issuing):
        return True
    if piece.text.startswith("("):
        return piece.after_gap and not capitals
    if capitals and (piece.is_capitals or _inside_bracket(parts) or _is_capitals_start(piece.text)):
        return False
    if goes_on or piece.text[:1].islower():
        return len(piece.text) > _LONG_LINE
    return capitals or piece.after_gap or opens_text(piece) or _is_sentence(piece.text)


def _is_sentence(text: str) -> bool:
    """True for a line that begins a paragraph rather than going on with a title, which is set in short lines."""
    return len(text) > _TITLE_LINE or text.endswith((".", ":", ";"))


def _inside_bracket(parts: list[str]) -> bool:
    text = " ".join(parts)
    return text.count("(") > text.count(")")


def _is_capitals_start(text: str) -> bool:
    """True where a line opens with several words in capitals and then turns to a sentence."""
    return share_of_capitals(" ".join(text.split()[:4])) > 0.9 and len(text.split()) > 4


def _cut_at_text(text: str) -> tuple[str, bool]:
    """Cut a title in capitals off the sentence that was run together with it; say whether that was so."""
    words = text.split()
    if len(words) < 6 or share_of_capitals(" ".join(words[:4])) < 0.9:
        return text, False
    for i in range(4, len(words) - 2):
        small = all(share_of_capitals(w) < 0.5 for w in words[i : i + 3])
        if small and not words[i].startswith("(") and not _inside_bracket(words[:i]):
            return " ".join(words[:i]), True
    return text, False


def is_authority(piece: Piece, issuing: str | None) -> bool:
    """True for the line between title and grounds that names who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THÍ DỤ")."""
    if not piece.is_capitals or opens_addressees(piece):
        return False
    plain = piece.plain.replace("ubnd", "uy ban nhan dan").replace("hdnd", "hoi dong nhan dan")
    office = _OFFICE.match(plain)
    if issuing is None:
        return bool(office)
    name = fold(issuing).replace("ubnd", "uy ban nhan dan").replace("hdnd", "hoi dong nhan dan")
    key = name[:_KEY]
    if plain.startswith(key) or (name.startswith(plain) and len(plain) > len("ubnd x")):
        return True
    return office is not None and (key in plain or _same_start(plain[office.end() :].strip(), name))


def _same_start(a: str, b: str) -> bool:
    return not a or (len(a) > 2 and (a.startswith(b[:_KEY]) or b.startswith(a)))


def _joined(parts: list[str]) -> str | None:
    text = re.sub(r"\s+", " ", " ".join(part for part in parts if part)).strip(" *_")
    return text or None
