"""What digitisation hands in for the first page: batches to check, marks of secrecy to write minutes of, trouble."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from minhbach.desk.contracts import Act, Rest
from minhbach.desk.sources import beyond, first_of
from minhbach.digitisation.naming import batch_name
from minhbach.digitisation.queries.today import batches_for_today
from minhbach.digitisation.rules import MAY_DIGITISE
from minhbach.domain.access import Actor


def scans_today(actor: Actor, today: date) -> Iterator[Act | Rest]:  # noqa: ARG001
    """Yield one line for each batch in which something waits for who digitises: one question for all."""
    if not actor.holds(*MAY_DIGITISE):
        return
    rows, count = first_of(batches_for_today(actor))
    yield from beyond(count, f"{reverse('digitisation:batches')}?tinh_trang=to_check")
    for row in rows:
        yield _act(row)


def _act(row: Any) -> Act:
    verb, state = _wanted(row)
    url = reverse("digitisation:batch", args=[row.pk])
    return Act(what=batch_name(row), verb=verb, url=url, detail=row.title, state=state)


def _wanted(row: Any) -> tuple[str, str]:
    """Return what is most pressing in a batch: a verb, and how it stands."""
    if row.minutes_due:
        words = ngettext("%(count)s bản có dấu mật", "%(count)s bản có dấu mật", row.minutes_due)
        return gettext("Lập biên bản"), words % {"count": row.minutes_due}
    if row.trouble:
        return gettext("Xem vì sao dừng"), gettext("Tạm dừng")
    if row.to_check:
        words = ngettext("%(count)s bản chờ kiểm tra", "%(count)s bản chờ kiểm tra", row.to_check)
        return gettext("Kiểm tra"), words % {"count": row.to_check}
    words = ngettext("%(count)s bản không đọc được", "%(count)s bản không đọc được", row.unreadable)
    return gettext("Quét lại"), words % {"count": row.unreadable}
