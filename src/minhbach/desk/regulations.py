"""What waits for somebody about internal regulations: opinions to give, rounds that are over, decisions to confirm."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from minhbach.desk.contracts import Act, Rest
from minhbach.desk.sources import beyond, first_of
from minhbach.domain.access import Actor, Role
from minhbach.foundation.dates import written
from minhbach.publication.queries.regulation_standings import urged_and_lacking
from minhbach.publication.queries.regulations import (
    Step,
    regulations_to_move,
    unanswered_questions,
)
from minhbach.publication.rules import MAY_DRAFT

ANSWERS = (Role.FOCAL_POINT, Role.LEADER)
"""Who is told that the agency was urged: who keeps what it announces, and who answers for it."""
NEAR = 3
"""So many days before it is due, a question stands among what is due soon."""
STEPS: Mapping[Step, tuple[str, Promise, Promise]] = {
    Step.CLOSE_OPINIONS: ("regulations:ask", gettext_lazy("Kết thúc lấy ý kiến"), gettext_lazy("Hết hạn góp ý")),
    Step.CONFIRM: ("regulations:issuing", gettext_lazy("Xác nhận ban hành"), gettext_lazy("Đã có bản ký")),
    Step.SUBMIT: ("regulations:draft", gettext_lazy("Trình công khai"), gettext_lazy("Đã ban hành")),
}
"""The page, the act and how it stands, by what a regulation waits for."""


def regulations_today(actor: Actor, today: date) -> Iterator[Act | Rest]:
    """Yield what this person can do: a question for opinions, one for drafts, one for what was urged."""
    if actor.person is None:
        return
    yield from _opinions(actor, today)
    if not actor.holds(*MAY_DRAFT):
        return
    for name, letter in urged_and_lacking(actor.bodies_where(*ANSWERS)).values():
        yield Act(
            what=gettext("Chưa có quy chế nội bộ: %(body)s") % {"body": name},
            detail=gettext("Được đôn đốc bằng %(letter)s") % {"letter": letter.name},
            verb=gettext("Soạn quy chế"),
            state=gettext("Chưa có"),
            url=reverse("regulations:drafts"),
        )
    found, count = first_of(regulations_to_move(actor, on=today))
    yield from beyond(count, reverse("regulations:drafts"))
    for row in found:
        page, verb, state = STEPS[Step(row.step)]
        yield Act(
            what=gettext("Quy chế nội bộ về cung cấp thông tin"),
            detail=row.body.name,
            verb=str(verb),
            state=str(state),
            url=reverse(page, args=[row.pk]),
        )


def _opinions(actor: Actor, today: date) -> Iterator[Act | Rest]:
    questions, count = first_of(unanswered_questions(actor))
    yield from beyond(count, reverse("regulations:drafts"))
    for one in questions:
        row = one.round.regulation.announcement
        yield Act(
            what=gettext("Góp ý dự thảo quy chế"),
            detail=row.body.name,
            verb=gettext("Góp ý"),
            state=gettext("Góp ý đến hết %(day)s") % {"day": written(one.round.until_on)},
            url=reverse("regulations:give_opinion", args=[row.pk]),
            # Farther days have no group on the page; the question waits all the same.
            due_on=one.round.until_on if (one.round.until_on - today).days <= NEAR else None,
        )
