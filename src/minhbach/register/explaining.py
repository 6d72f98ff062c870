"""Why a day is the day: the sentences behind "Vì sao là ngày này?"."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext, ngettext

from minhbach.domain.deadlines import Due
from minhbach.domain.statutes import Unit
from minhbach.foundation.dates import written, written_with_weekday
from minhbach.register.dues import DueKind, ItemDue
from minhbach.register.models import Item


def why(row: Item, due: ItemDue) -> tuple[str, ...]:
    """Return the sentences, in the reader's language; articles and names of days off stay Vietnamese."""
    return tuple(_sentences(row, due))


def _sentences(row: Item, due: ItemDue) -> Iterator[str]:
    if due.kind is DueKind.SPECIAL:
        yield gettext("Luật khác định ngày này: %(ground)s.") % {"ground": due.article}
    elif due.kind is DueKind.NO_CREATION:
        yield gettext("Chưa ghi ngày tạo ra thông tin, nên chưa tính được hạn.")
    elif due.kind is DueKind.NOT_SAID:
        yield gettext(
            "Thông tin có trước ngày Luật 01/2026/QH16 có hiệu lực. Cần xác định luật trước đó đã buộc công khai chưa: "
            "nếu chưa, hạn là hết 06 tháng (khoản 3 Điều 31)."
        )
    elif due.kind is DueKind.OLDER_LAW:
        yield gettext("Thông tin có trước ngày 01/7/2018; hạn theo luật khi ấy không có ở đây.")
    elif due.kind is DueKind.BACKLOG and due.due:
        yield gettext(
            "Thông tin có trước ngày luật có hiệu lực mà trước đó chưa phải công khai: %(amount)s tháng kể từ ngày ấy."
        ) % {"amount": due.due.amount}
        yield from _counted(due.due)
    elif due.kind is DueKind.TERM and due.due and row.created_on:
        yield gettext("Tạo ra ngày %(day)s. %(term)s.") % {"day": written(row.created_on), "term": _term(due.due)}
        yield from _counted(due.due)
    if due.article:
        yield gettext("Căn cứ: %(article)s.") % {"article": due.article}
    if due.due and due.due.unverified:
        yield gettext("Chưa đối chiếu nguyên văn: %(rules)s.") % {"rules": "; ".join(due.due.unverified)}


def _term(due: Due) -> str:
    if due.unit is Unit.WORKING_DAY:
        return ngettext("Luật cho %(amount)s ngày làm việc", "Luật cho %(amount)s ngày làm việc", due.amount) % {
            "amount": due.amount
        }
    return ngettext("Luật cho %(amount)s ngày", "Luật cho %(amount)s ngày", due.amount) % {"amount": due.amount}


def _counted(due: Due) -> Iterator[str]:
    yield gettext("Đếm từ %(first)s, hết %(last)s.") % {
        "first": written(due.counted_from),
        "last": written_with_weekday(due.nominal_end),
    }
    skipped = [f"{written(off.day)} ({off.why})" for off in due.days_off if not _is_weekend(off.day)]
    if skipped:
        yield gettext("Không tính ngày nghỉ: %(days)s.") % {"days": "; ".join(skipped)}
    if due.due_on != due.nominal_end:
        yield gettext("Ngày cuối là ngày nghỉ nên chuyển sang %(day)s.") % {"day": written_with_weekday(due.due_on)}
    for reason in due.reasons:
        yield gettext("Tạm tính: %(reason)s.") % {"reason": reason}


def _is_weekend(day: date) -> bool:
    return day.weekday() >= 5
