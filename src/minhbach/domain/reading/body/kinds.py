"""Tells from its head how a document gives its orders, and for which year."""

import re

from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.results import Head

_LETTERS = ("công văn", "công điện", "giấy mời", "thư mời", "phiếu chuyển")
_DIRECTIVES = ("chỉ thị", "thông báo", "công điện", "nghị quyết", "chương trình")
_YEAR = re.compile(r"(?<!tháng )(?:trong |cho )?năm (?P<year>20\d{2})(?!\d)(?!\s*(?:-|–|đến|và|,)\s*(?:năm )?20\d{2})")
_DAY_BEFORE = re.compile(r"(?:tháng \d{1,2}|\d{1,2}/\d{1,2}) $|(?:tháng \d{1,2}|ngày \d{1,2} tháng \d{1,2}),? $")
_PERIOD = re.compile(r"20\d{2}\s*(?:-|–|đến)\s*(?:năm )?20\d{2}|giai đoạn|đến năm|các năm")


def is_letter(head: Head) -> bool:
    """Tell whether the document gives duties to addressees, as official letters do."""
    if head.doc_type is None:
        return bool(head.addressees)
    return lowered(head.doc_type) in _LETTERS


def is_directive(head: Head) -> bool:
    """Tell whether the document orders body by body (chỉ thị, thông báo kết luận)."""
    return lowered(head.doc_type or "").startswith(_DIRECTIVES)


def plan_year_of(title: str | None) -> int | None:
    """Return the one year that the title says the plan is for, or null: “KẾ HOẠCH … NĂM 2026”."""
    low = lowered(title or "")
    if not low or _PERIOD.search(low):
        return None
    years = {int(m["year"]) for m in _YEAR.finditer(low) if not _DAY_BEFORE.search(low[: m.start()])}
    return years.pop() if len(years) == 1 else None
