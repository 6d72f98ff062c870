"""The receipt to keep: number and secret of what was sent in, and what comes next. One A5 page as PDF."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
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


@dataclass(frozen=True, slots=True)
class ReceiptPart:
    """A part under a heading, line by line."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


def receipt_pdf(facts: ReceiptFacts) -> bytes:
    """Return the receipt of a request as a tagged PDF in the reader's language.

    :raises FontsMissing: if no font with Vietnamese letters is installed.
    """
    return receipt_page(
        title=_("Đã nhận yêu cầu %(number)s") % {"number": facts.case.number},
        body=str(facts.case.body),
        parts=(
            what_to_keep(facts.case.number, facts.secret, received_at=facts.case.submission.received_at),
            _next(facts),
            whom_to_ask(facts.points),
        ),
        foot=_("Giữ kín mã tra cứu: ai có mã thì xem được yêu cầu này."),
    )


def receipt_page(*, title: str, body: str, parts: Sequence[ReceiptPart], foot: str) -> bytes:
    """Return a receipt of anything that is followed by number and secret, as one A5 page.

    :raises FontsMissing: if no font with Vietnamese letters is installed.
    """
    font = serif()
    given = {
        "font": font.family,
        "mark": watermark(),
        "language": get_language() or "vi",
        "title": title,
        "body": body,
        "parts": [asdict(part) for part in parts],
        "foot": foot,
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


def what_to_keep(number: str, secret: str, *, received_at: datetime) -> ReceiptPart:
    """Return the part with number, secret and moment."""
    received = timezone.localtime(received_at)
    when = {"time": f"{received:%H:%M}", "day": written_with_weekday(received)}
    lines = (
        _("Số biên nhận: %(number)s") % {"number": number},
        _("Mã tra cứu: %(secret)s") % {"secret": secret},
        _("Nhận lúc %(time)s %(day)s") % when,
    )
    return ReceiptPart(_("Xin giữ lại"), lines)


def _next(facts: ReceiptFacts) -> ReceiptPart:
    lines = [_("Cơ quan xem yêu cầu đã đủ chưa; thiếu gì sẽ báo.")]
    if facts.due is not None:
        words = _("Nếu đủ ngay hôm nay: trả lời chậm nhất %(day)s.") % {"day": written_with_weekday(facts.due.due_on)}
        lines.append(f"{words} {_('Ngày này tạm tính.')}" if facts.due.provisional else words)
    lines.append(_("Theo dõi ở %(address)s bằng số biên nhận và mã tra cứu.") % {"address": facts.follow_at})
    return ReceiptPart(_("Tiếp theo"), tuple(lines), numbered=True)


def whom_to_ask(points: Sequence[FocalPointRecord]) -> ReceiptPart:
    """Return the part that says who helps."""
    lines = [_("Mất mã: mang giấy tờ tới đầu mối của cơ quan.")]
    for point in points[:2]:
        parts = (point.title, point.fields.address, point.fields.telephone, point.fields.working_hours)
        lines.append(", ".join(part for part in parts if part))
    return ReceiptPart(_("Cần người giúp"), tuple(lines))
