"""What personal data hand in for the first page: wishes, breaches with their clock, what is erased within a week."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from minhbach.desk.contracts import Act, Group, Rest
from minhbach.desk.sources import AT_MOST, first_of
from minhbach.domain.access import Actor
from minhbach.foundation.dates import written
from minhbach.privacy.labels import WISHES
from minhbach.privacy.queries import upcoming
from minhbach.privacy.queries.breaches import not_noted, to_deal_with
from minhbach.privacy.queries.wishes import open_wishes
from minhbach.privacy.rules import KEEPS_BREACHES, MAY_DECIDE, SEES

SOON = timedelta(days=7)


def personal_data_today(actor: Actor, today: date) -> Iterator[Act | Rest]:
    """Yield what waits for this officer; each line opens the page where it is done."""
    if actor.holds(*KEEPS_BREACHES):
        yield from _breaches(actor)
    if actor.holds(*SEES):
        yield from _wishes(actor)
    if actor.holds(*MAY_DECIDE):
        yield from _erased_soon(actor, today)


def _breaches(actor: Actor) -> Iterator[Act | Rest]:
    for stray in not_noted(actor)[:AT_MOST]:
        yield Act(
            what=gettext("Trả lời %(number)s gửi nhầm, chưa ghi sổ sự cố") % {"number": stray.number},
            verb=gettext("Ghi vào sổ"),
            url=f"{reverse('privacy:breach_new')}?gui-nham={stray.delivery_id}",
            state=gettext("Chờ ghi"),
        )
    rows, count = first_of(to_deal_with(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('privacy:breaches')}?tinh_trang=dang")
    for row in rows:
        waits = row.is_grave and row.notified_at is None and row.notice_due_at is not None
        due_on = timezone.localdate(row.notice_due_at) if waits else None
        yield Act(
            what=gettext("Sự cố dữ liệu %(number)s/%(year)s") % {"number": row.number, "year": row.year},
            verb=gettext("Thông báo") if waits else gettext("Xử lý"),
            url=reverse("privacy:breach", args=[row.pk]),
            due_on=due_on,
            state="" if waits else gettext("Đang xử lý"),
        )


def _wishes(actor: Actor) -> Iterator[Act | Rest]:
    rows, count = first_of(open_wishes(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('privacy:wishes')}?tinh_trang=open")
    for row in rows:
        yield Act(
            what=gettext("Đề nghị %(what)s, %(number)s") % {"what": WISHES[row.kind], "number": row.submission.number},
            verb=gettext("Trả lời"),
            url=reverse("privacy:wish", args=[row.pk]),
            due_on=row.due_on,
            state="" if row.due_on else gettext("Chờ trả lời"),
        )


def _erased_soon(actor: Actor, today: date) -> Iterator[Act]:
    found = [one for one in upcoming(actor, until=today + SOON, on=today) if not one.is_held]
    if found:
        yield Act(
            what=gettext("Sắp xóa dữ liệu cá nhân của %(count)s việc") % {"count": len(found)},
            verb=gettext("Xem trước khi xóa"),
            url=reverse("privacy:upcoming"),
            state=gettext("từ %(day)s") % {"day": written(found[0].erased_from)},
        )
