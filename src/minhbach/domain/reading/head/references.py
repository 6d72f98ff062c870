"""The documents that a text cites: kind, number, date and issuer ("Quyết định số 1408/QĐ-TTg ngày 15/7/2016 của …")."""

import datetime as dt
import re
from dataclasses import replace

from minhbach.domain.reading.head.kinds import BY_CODE
from minhbach.domain.reading.results import Reference
from minhbach.domain.text import squeeze

_KINDS = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư"
    " liên tịch"
    "|Thông tư|Kế hoạch|Công văn|Công điện|Thông báo kết luận|Thông báo|Kết luận|Tờ trình|Báo cáo|Hướng dẫn"
    "|Chương trình hành động|Chương trình|Quy định|Quy chế|Đề án|Phương án|Biên bản|Giấy mời|Thông tri|Văn bản hợp nhất"
    "|Văn bản|Điều lệ|Phiếu chuyển|Phiếu trình|Hợp đồng"
)
_GROUP = r"[A-ZĐƯÂÔĂÊ][A-Za-zĐđƯư&.]*\d{0,4}"
_NUMBER = re.compile(
    rf"(?<![\w/:.-])(?P<number>\d{{1,6}}[a-zđ]?(?:/(?:19|20)\d\d)?\s?(?:/"
    rf"|[-–])\s?{_GROUP}(?:\s?[-–/]\s?{_GROUP}){{0,4}})"
)
_KIND_BEFORE = re.compile(rf"\b({_KINDS})\b(?=[^.;\n]{{0,60}}$)", re.IGNORECASE)
_LIST_LINK = re.compile(r"^(?:\s|,|;|và|số|:|ngày [\d/.]+|và số)*$")
_FIGURES = r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})"
_WORDS = r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_DATED = re.compile(rf"^[\s,(]*(?:được\s\w+\s)?(?:ban hành\s)?ngày\s+(?:{_FIGURES}|{_WORDS})", re.IGNORECASE)
_ISSUER = re.compile(r"^[\s,]*(?:của|do)\s+(?P<issuer>[^,;.:()\n]{3,120})")
_STOP = re.compile(
    r"\s+(?:về|v/v|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bổ sung|triển khai|thực hiện|tại|đã|công bố|giao"
    r"|đôn đốc|kèm"
    r"|trên|để|nhằm|cho|theo|có|được|là|trong|thông qua|yêu cầu|chỉ đạo|đề nghị|và (?:Nghị|Quyết|Kế|Chỉ|Thông|Công"
    r"|Luật|các"
    r"|Chương)|gửi|xử lý|tổng kết|tăng cường|đẩy mạnh|bãi bỏ|điều chỉnh|như|hoặc|nay|ngày|số|quyết định|xây dựng"
    r"|phát động)\b.*$",
    re.DOTALL,
)
_DATED_BEFORE = re.compile(
    rf"ngày\s+(?:{_FIGURES}"
    rf"|{_WORDS}),?\s+(?P<issuer>[A-ZÀ-ỸĐ][^,;.:()\n]{{3,80}}?)\s+(?:đã\s+)?ban hành\s+(?:{_KINDS})\s+số:?\s*$",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    rf"\b(?:của|do)\s+(?P<issuer>[A-ZÀ-ỸĐ][^,;.:()\n]{{2,80}}?)\s+tại\s+(?:các\s+)?(?:{_KINDS})\s+số:?\s*$",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?P<kind>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?P<name>[A-ZÀ-ỸĐ][^,;.:()\n\d]{2,140}?)(?:,)?\s+"
    rf"(?:(?:được\s)?Quốc hội[^,;.()\n]{{0,60}}?\s)?(?:thông qua\s)?ngày\s+(?:{_FIGURES}|{_WORDS})"
)
_BY_SYMBOL = {
    "TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ", "CTN": "Chủ tịch nước", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "QH": "Quốc hội",
}  # fmt: skip
_AROUND = 260


def read_references(text: str, own: str | None = None) -> tuple[Reference, ...]:
    """Return the documents cited in a text, in order, each once; `own` is this document's number, which is no citation.

    Words that were wrapped over lines count as one. A law that is cited by name and date alone has no number.
    """
    found: dict[str, tuple[int, Reference]] = {}
    before: tuple[int, Reference] | None = None
    for match in _NUMBER.finditer(text):
        reference = _reference(text, match, before)
        if reference is None:
            continue
        before = (match.end(), reference)
        key = (reference.number or "").casefold()
        if key == (own or "").casefold():
            continue
        known = found.get(key)
        found[key] = (known[0], _merged(known[1], reference)) if known else (match.start(), reference)
    laws = ((match.start(), _law(match)) for match in _LAW.finditer(text)) if "ngày" in text else ()
    ordered = sorted([*found.values(), *laws], key=lambda pair: pair[0])
    return tuple(dict.fromkeys(reference for _, reference in ordered))


def _reference(text: str, match: re.Match[str], before: tuple[int, Reference] | None) -> Reference | None:
    number = re.sub(r"\s*([-–/])\s*", lambda m: m[1].replace("–", "-"), match["number"]).strip(" .")
    lead = text[max(0, match.start() - _AROUND) : match.start()]
    follow = text[match.end() : match.end() + _AROUND]
    linked = before is not None and bool(_LIST_LINK.match(text[before[0] : match.start()]))
    kind = _kind(lead, number) or (before[1].doc_type if before and linked else None)
    if kind is None and not re.search(r"\bsố:?\s*$", lead[-8:], re.IGNORECASE):
        return None
    issued_on, rest = _date(follow)
    if issued_on is None:
        issued_on, rest = _date_after_list(follow)
    issuer = _issuer(rest) or _issuer_by_symbol(number) or _issuer_before(lead)
    earlier = _DATED_BEFORE.search(lead[-200:]) if issued_on is None else None
    if earlier:
        issued_on, issuer = _as_date(earlier.groups()[:6]), squeeze(earlier["issuer"])
    return Reference(doc_type=kind, number=number, issued_on=issued_on, issuer=issuer)


def _kind(lead: str, number: str) -> str | None:
    named = None
    for found in _KIND_BEFORE.finditer(lead[-70:]):
        named = found[1]
    code = BY_CODE.get(re.split(r"[-/]", number)[1] if "/" in number or "-" in number else "")
    if named:
        return (
            squeeze(named[0].upper() + named[1:].lower()) if named.isupper() or named[0].islower() else squeeze(named)
        )
    return code.name if code and "-" in number else None


def _date_after_list(follow: str) -> tuple[dt.date | None, str]:
    """Find the date that further numbers of one list share ("số 1/QĐ-A, 2/QĐ-A ngày …")."""
    rest = follow
    while more := re.match(r"^\s*(?:,|và)\s*(?:số:?\s*)?", rest):
        number = _NUMBER.match(rest, more.end())
        if number is None:
            break
        rest = rest[number.end() :]
        found, after = _date(rest)
        if found:
            return found, after
    return None, follow


def _date(follow: str) -> tuple[dt.date | None, str]:
    found = _DATED.match(follow)
    return (_as_date(found.groups()), follow[found.end() :]) if found else (None, follow)


def _as_date(groups: tuple[str | None, ...]) -> dt.date | None:
    day, month, year = (group for group in groups if group) if sum(bool(g) for g in groups) == 3 else ("0", "0", "0")
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _issuer(rest: str) -> str | None:
    found = _ISSUER.match(rest)
    if not found:
        return None
    name = re.sub(r"\s+(?:và|hoặc)$", "", squeeze(_STOP.sub("", found["issuer"])))
    return name if name[:1].isupper() and len(name) < 90 else None


def _issuer_before(lead: str) -> str | None:
    found = _SAID_BEFORE.search(lead[-120:])
    name = squeeze(re.split(r"\b(?:của|do)\s", found["issuer"])[-1]) if found else ""
    return name if name[:1].isupper() else None


def _issuer_by_symbol(number: str) -> str | None:
    last = re.sub(r"\d+$", "", re.split(r"[-/]", number)[-1])
    return _BY_SYMBOL.get(last)


def _merged(known: Reference, new: Reference) -> Reference:
    written = min(known.number or "", new.number or "", key=lambda n: sum(c.isupper() for c in n))
    return replace(
        known,
        number=written,  # A title in capitals writes "QĐ-TTG".
        doc_type=known.doc_type or new.doc_type,
        issued_on=known.issued_on or new.issued_on,
        issuer=known.issuer or new.issuer,
    )


def _law(match: re.Match[str]) -> Reference:
    dated = _as_date(match.groups()[2:])
    return Reference(
        doc_type=match["kind"],
        number=None,
        issued_on=dated,
        issuer="Quốc hội",
        title=squeeze(f"{match['kind']} {match['name']}"),
    )
