"""Of whom a text speaks at some place: a body, or a person or firm. An agency's contact is no personal data."""

import re
from bisect import bisect_left

from minhbach.extraction.screening.facts.positions import BODY, PRIVATE_WORK
from minhbach.extraction.screening.mentions import Person
from minhbach.extraction.screening.rows import Rows
from minhbach.extraction.screening.sheet import Sheet

_BODY = re.compile(
    rf"(?:{BODY}|(?<![a-z])(?:hotline|duong day nong|so dien thoai tiep nhan|noi nhan phan anh|fax|tong dai|website|"
    rf"dien thoai co quan|dau moi(?: lien he)?|bo phan tiep nhan)\b)"
)
_PERSON = re.compile(
    r"(?<![a-z])(?:(?:toi|em|chau) (?:ten )?la|ten toi|(?:cho|cua|goi|lien he|gap) (?:toi|em|chau|gia dinh)\b|ho "
    r"(?:va )?ten|nguoi (?:yeu cau|khieu nai|to cao|phan anh|"
    r"kien nghi|nop|lam don|nhan|su dung dat|huong|dai dien|bi|mua|ban|lao dong|giam ho|than|than trong)|"
    r"benh nhan|(?<!tiep )cong dan|chu (?:ho|tai khoan|tk|nha|dat|xe|co so|the)|ho (?:gia dinh|ong|ba)|gia dinh "
    r"(?:toi|ong|ba|"
    r"anh|chi)|nguyen don|bi don|bi cao|sinh ngay|ngay sinh|nam sinh|sinh nam|cccd|cmnd|can cuoc|ben [abc]\b|"
    r"hoc sinh|sinh vien|thi sinh|lai xe|so dien thoai (?:cua )?toi|dien thoai (?:di dong|ca nhan|nguoi nop|nguoi "
    r"than)|hktt|thuong tru|nha rieng|nguoi nha|nguoi than)"
)
_FIRM = re.compile(PRIVATE_WORK)
# "do Công an thành phố cấp": a body that issued a paper is not the one that is spoken of.
_ISSUER = re.compile(
    r"(?:cap\b[^.;\n]{0,40}|noi cap[ :]*|do |tai |boi |kinh gui[ :]*|gui(?: toi| den)? |den |de nghi |yeu cau |nop "
    r"tai )$"
)
_CONTACT = re.compile(
    r"^\W*(?:\d[.)]\s*)?(?:dia chi|tru so|d/?c|dien thoai|so dien thoai|s?dt|tel|phone|e-?mail|fax|website|hotline|"
    r"lien he|thu dien tu)\b"
)
_FAR = 260
_LINES_ABOVE = 4


class Subjects:
    """Answers whose number or address stands at a place."""

    def __init__(self, sheet: Sheet, rows: Rows, people: list[Person]) -> None:
        self._sheet, self._rows = sheet, rows
        marks: list[tuple[int, int, str]] = []
        for m in _BODY.finditer(sheet.plain):
            weight = "issuer" if _ISSUER.search(sheet.plain[max(0, m.start() - 50) : m.start()]) else "body"
            marks.append((m.start(), m.end(), weight))
        marks += [(m.start(), m.end(), "person") for m in _PERSON.finditer(sheet.plain)]
        marks += [(m.start(), m.end(), "firm") for m in _FIRM.finditer(sheet.plain)]
        # Words inside a name ("Văn Thư") say nothing.
        marks = [mark for mark in marks if not self._in_name(people, mark)]
        marks += [(p.start, p.end, "person" if p.private else "official") for p in people]
        marks.sort()
        self._marks = marks
        self._starts = [mark[0] for mark in marks]

    @staticmethod
    def _in_name(people: list[Person], mark: tuple[int, int, str]) -> bool:
        at = bisect_left(people, mark[1], key=lambda person: person.start) - 1
        return at >= 0 and people[at].start < mark[1] and mark[0] < people[at].end

    def at(self, place: int) -> str:
        """Return "person", "firm", "official", "body" or "" for what was last spoken of before a place."""
        sheet = self._sheet
        line = sheet.line_at(place)
        if line in self._rows.by_line:
            return self._in_row(line)
        first = sheet.starts[line]
        here = self._last(place, max(first, place - _FAR), same_line=True)
        if here:
            return here
        start = sheet.plain[first:place]
        if not _CONTACT.match(sheet.plain[slice(*sheet.span(line))]) and start.strip():
            return ""
        above = line
        for _ in range(_LINES_ABOVE):
            above -= 1
            if above < 0:
                return ""
            a, b = sheet.span(above)
            if found := self._last(b, a, same_line=False):
                return found
        return ""

    def _last(self, place: int, floor: int, *, same_line: bool) -> str:
        """Return the nearest subject before a place, down to a floor."""
        weak = ""
        for at in range(bisect_left(self._starts, place) - 1, -1, -1):
            start, end, what = self._marks[at]
            if start < floor:
                break
            if what == "issuer":
                weak = weak or ("body" if not same_line else "issuer")
                continue
            if (
                what == "body"
                and same_line
                and re.search(r"[.]\s+(?=\S)", self._sheet.plain[end:place])
                and not re.search(r"[.]\s+\S{0,12}$", self._sheet.plain[end:place])
            ):
                continue
            return what
        return "" if weak in ("", "body") else weak

    def _in_row(self, line: int) -> str:
        """Return the subject of a row of a table: a person anywhere in it, else a body."""
        a, b = self._sheet.span(line)
        seen = {what for start, _, what in self._marks[bisect_left(self._starts, a) : bisect_left(self._starts, b)]}
        for what in ("person", "official", "firm", "body", "issuer"):
            if what in seen:
                return what
        row = self._rows.by_line[line]
        return "person" if "NAME" in row.roles or "IDENTITY" in row.roles else ""
