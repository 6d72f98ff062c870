"""What mail hands in for a focal point's first page: mails to look at, and news that did not reach a requester."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.desk.contracts import Act
from minhbach.domain.access import Actor
from minhbach.requests.queries.mails import mails_waiting_for, requests_untold
from minhbach.requests.rules import MAY_RECEIVE


def mails_today(actor: Actor, today: date) -> Iterator[Act]:  # noqa: ARG001
    """Yield one line for the mails that wait, and one for each case or mail whose sender a mail did not reach."""
    if not actor.holds(*MAY_RECEIVE):
        return
    waiting = mails_waiting_for(actor).count()
    if waiting:
        yield Act(
            what=gettext("Thư gửi tới chờ xem: %(count)s") % {"count": waiting},
            verb=gettext("Xem thư"),
            state=gettext("Chờ xem"),
            url=f"{reverse('requests:mails')}?tinh_trang=waiting",
        )
    for number, case_id in requests_untold(actor):
        yield Act(
            what=gettext("Thư báo về %(number)s không tới người gửi") % {"number": number},
            verb=gettext("Tìm cách khác báo"),
            state=gettext("Chờ xử lý"),
            url=reverse("requests:case", args=[case_id]),
        )
