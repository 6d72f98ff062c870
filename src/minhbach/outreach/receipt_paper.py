"""The receipt of feedback to keep: number and secret, and what comes next. One A5 page as PDF."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from minhbach.agencies.contracts import FocalPointRecord
from minhbach.foundation.dates import written_with_weekday
from minhbach.outreach.models import Feedback
from minhbach.requests.receipt_paper import ReceiptPart, receipt_page, what_to_keep, whom_to_ask


def receipt_pdf(*, row: Feedback, secret: str, points: Sequence[FocalPointRecord], follow_at: str) -> bytes:
    """Return the receipt as a tagged PDF in the reader's language.

    :raises FontsMissing: if no font with Vietnamese letters is installed.
    """
    return receipt_page(
        title=_("Đã nhận góp ý %(number)s") % {"number": row.number},
        body=str(row.body),
        parts=(
            what_to_keep(row.number, secret, received_at=row.submission.received_at),
            ReceiptPart(_("Tiếp theo"), (*_next(row), _follow(follow_at)), numbered=True),
            whom_to_ask(points),
        ),
        foot=_("Giữ kín mã tra cứu: ai có mã thì xem được góp ý này."),
    )


def _next(row: Feedback) -> tuple[str, ...]:
    if row.is_confidential:
        kept = _(
            "Điều này được giữ kín: chỉ lãnh đạo cơ quan nhận đọc. Không thuộc thẩm quyền thì chuyển tới nơi có thẩm "
            "quyền và báo ở trang tra cứu."
        )
        return (kept,)
    what = _("Cơ quan xem, giải quyết hoặc chuyển đúng nơi, rồi trả lời.")
    if row.due_on is None:
        return what, _("Luật không định thời hạn trả lời góp ý, và cơ quan chưa hứa thời hạn nào.")
    promised = _("Cơ quan hứa trả lời chậm nhất %(day)s.") % {"day": written_with_weekday(row.due_on)}
    return what, f"{promised} {_('Ngày này tạm tính.')}" if row.is_due_provisional else promised


def _follow(follow_at: str) -> str:
    return _("Theo dõi ở %(address)s bằng số biên nhận và mã tra cứu.") % {"address": follow_at}
