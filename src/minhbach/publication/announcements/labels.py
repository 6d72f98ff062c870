"""The words that pages give to what bodies announce, and what happened to it."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.queries import names_by_reference
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.queries import events_about
from minhbach.publication.history import HistoryLine
from minhbach.publication.labels import STATE_TAGS, Tag
from minhbach.publication.models import Announcement

SENTENCES: Mapping[str, Promise] = {
    "announcement.begun": _("Bắt đầu lập, %(units)s đơn vị"),
    "announcement.written": _("Sửa, còn %(units)s đơn vị"),
    "procedure.begun": _("Bắt đầu soạn, %(steps)s bước nội bộ"),
    "procedure.written": _("Sửa, %(steps)s bước nội bộ"),
    "regulation.begun": _("Bắt đầu soạn, %(articles)s điều"),
    "regulation.filled": _("Điền thông tin của cơ quan"),
    "regulation.article_written": _("Sửa một điều"),
    "regulation.article_added": _("Thêm một điều"),
    "regulation.article_dropped": _("Bỏ một điều đã thêm"),
    "regulation.article_moved": _("Đổi chỗ một điều"),
    "regulation.opinions_asked": _("Gửi lấy ý kiến %(asked)s nơi, đến %(until_on)s"),
    "regulation.opinion_given": _("Góp ý"),
    "regulation.opinion_taken_back": _("Rút một ý kiến"),
    "regulation.opinions_closed": _("Kết thúc lấy ý kiến: %(opinions)s ý kiến"),
    "regulation.opinion_answered": _("Trả lời một ý kiến"),
    "regulation.decision_drawn_up": _("Soạn quyết định ban hành"),
    "regulation.issued": _("Ban hành bằng quyết định %(number)s"),
    "regulation.returned": _("Đưa về soạn lại"),
    "announcement.scan_handed_in": _("Gửi bản quét quyết định"),
    "announcement.scan_approved": _("Duyệt công khai bản quét quyết định, đã xem bằng mắt"),
    "announcement.scan_withdrawn": _("Rút bản quét quyết định khỏi công khai"),
    "publication.submitted": _("Trình duyệt"),
    "publication.taken_back": _("Lấy lại bản trình"),
    "publication.sent_back": _("Trả lại người trình"),
    "publication.approved": _("Duyệt công bố, đã kiểm tra bằng mắt"),
    "publication.withdrawn": _("Rút khỏi công khai"),
}
BY_DRAFTER = _("Duyệt công bố, đã kiểm tra bằng mắt; tự duyệt vì cơ quan không có ai khác duyệt được")


def decision_words(number: str, decided_on: date | None) -> str:
    """Return how a decision is cited: "Quyết định số 12/QĐ-UBND ngày 05/3/2026"."""
    if not number or decided_on is None:
        return gettext("chưa có quyết định công bố")
    return gettext("Quyết định số %(number)s ngày %(day)s") % {"number": number, "day": written(decided_on)}


def tag_of(state: PublicationState | None) -> Tag:
    """Return how far it has come, with its shape; None: nobody submitted it yet."""
    if state is None:
        return ("work", gettext("Đang soạn"))
    if state == PublicationState.CORRECTED:
        return ("closed", gettext("Đã có bản thay"))
    kind, words = STATE_TAGS[state]
    return (kind, str(words))


def history_of(row: Announcement) -> tuple[HistoryLine, ...]:
    """Return what happened to it, the latest first. The caller has asked who may see it."""
    events = [one for one in events_about(Subject(row.kind, row.pk)) if one.kind in SENTENCES]
    names = names_by_reference({one.actor for one in events})
    lines = []
    for one in reversed(events):
        own = one.kind == "publication.approved" and one.facts.get("approved_by_drafter")
        sentence = str(BY_DRAFTER if own else SENTENCES[one.kind]) % {**one.facts}
        lines.append(HistoryLine(one.at, names.get(one.actor, ""), sentence, one.ground))
    return tuple(lines)
