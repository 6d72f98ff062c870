"""The receipt to keep: number and secret of a request, and what comes next. One A5 page as PDF."""

import json
from dataclasses import dataclass
from pathlib import Path

import typst
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import FocalPointRecord
from minhbach.domain.deadlines import Due
from minhbach.foundation.dates import written_with_weekday
from minhbach.foundation.training import watermark
from minhbach.papers.rendering.fonts import serif
from minhbach.requests.models import Case

TEMPLATE = Path(__file__).with_name("receipt.typ")


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What a receipt says. `due` is by when the answer comes if the request is complete today; None: not known yet."""

    case: Case
    secret: str
    due: Due | None
    points: tuple[FocalPointRecord, ...]
    follow_at: str


def receipt_pdf(facts: ReceiptFacts) -> bytes:
    """Return the receipt as a tagged PDF in the reader's language.

    :raises FontsMissing: if no font with Vietnamese letters is installed.
    """
    font = serif()
    given = {
        "font": font.family,
        "mark": watermark(),
        "language": get_language() or "vi",
        "title": _("Đã nhận yêu cầu %(number)s") % {"number": facts.case.number},
        "body": str(facts.case.body),
        "parts": [_kept(facts), _next(facts), _help(facts)],
        "foot": _("Giữ kín mã tra cứu: ai có mã thì xem được yêu cầu này."),
    }
    made = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(font.folder)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"receipt": json.dumps(given, ensure_ascii=False)},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _kept(facts: ReceiptFacts) -> dict[str, object]:
    received = timezone.localtime(facts.case.submission.received_at)
    when = {"time": f"{received:%H:%M}", "day": written_with_weekday(received)}
    lines = [
        _("Số biên nhận: %(number)s") % {"number": facts.case.number},
        _("Mã tra cứu: %(secret)s") % {"secret": facts.secret},
        _("Nhận lúc %(time)s %(day)s") % when,
    ]
    return {"heading": _("Xin giữ lại"), "lines": lines, "numbered": False}


def _next(facts: ReceiptFacts) -> dict[str, object]:
    lines = [_("Cơ quan xem yêu cầu đã đủ chưa; thiếu gì sẽ báo.")]
    if facts.due is not None:
        words = _("Nếu đủ ngay hôm nay: trả lời chậm nhất %(day)s.") % {"day": written_with_weekday(facts.due.due_on)}
        lines.append(f"{words} {_('Ngày này tạm tính.')}" if facts.due.provisional else words)
    lines.append(_("Theo dõi ở %(address)s bằng số biên nhận và mã tra cứu.") % {"address": facts.follow_at})
    return {"heading": _("Tiếp theo"), "lines": lines, "numbered": True}


def _help(facts: ReceiptFacts) -> dict[str, object]:
    lines = [_("Mất mã: mang giấy tờ tới đầu mối của cơ quan.")]
    for point in facts.points[:2]:
        parts = (point.title, point.fields.address, point.fields.telephone, point.fields.working_hours)
        lines.append(", ".join(part for part in parts if part))
    return {"heading": _("Cần người giúp"), "lines": lines, "numbered": False}
