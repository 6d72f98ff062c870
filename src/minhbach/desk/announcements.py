"""What waits at the gate of what bodies announce: to approve, to mend."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.desk.contracts import Act, Group, Rest
from minhbach.desk.sources import AT_MOST, first_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.announcements.kinds import how
from minhbach.publication.announcements.labels import tag_of
from minhbach.publication.queries.announcements import announcements_for_today
from minhbach.publication.rules import MAY_DRAFT


def announcements_today(actor: Actor, today: date) -> Iterator[Act | Rest]:  # noqa: ARG001
    """Yield what waits for this leader's word, and what was given back to mend: one question."""
    if not actor.holds(*MAY_DRAFT):
        return
    rows, count = first_of(announcements_for_today(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, reverse("announcements:service_lists"))
    for row in rows:
        if row.scan_waits:
            yield Act(
                what=gettext("Bản quét quyết định: %(name)s") % {"name": how(row).name},
                detail=row.body.name,
                verb=gettext("Xem, duyệt bản quét"),
                state=gettext("Chờ duyệt"),
                url=reverse("announcements:scan", args=[row.pk]),
            )
            continue
        submitted = row.gate_state == PublicationState.SUBMITTED
        page = "announcements:approve" if submitted else how(row).page
        yield Act(
            what=str(how(row).name),
            detail=row.body.name,
            verb=gettext("Duyệt đăng") if submitted else gettext("Sửa, trình lại"),
            state=gettext("Chờ duyệt") if submitted else tag_of(PublicationState(row.gate_state))[1],
            url=reverse(page, args=[row.pk]),
        )
