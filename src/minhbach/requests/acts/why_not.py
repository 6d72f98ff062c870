"""Why an act is not offered: another's role, another step, the statute, or the day (Vì sao không…?)."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.request import (
    ENDED,
    UNCHECKED,
    UNDECIDED,
    RequestState,
    request_lifecycle,
)
from minhbach.requests.acts.buttons import PAGES, SENDING, why_not_now
from minhbach.requests.dues import law_of
from minhbach.requests.labels import EVENT_LABELS, OFFICER_TAGS
from minhbach.requests.models import Case
from minhbach.requests.moving import may_do
from minhbach.requests.rules import ROLES_FOR

ASKED_ABOUT = tuple(event for event in PAGES if event not in SENDING[1:])
ROLE_WORDS: dict[Role, Promise] = {
    Role.FOCAL_POINT: gettext_lazy("đầu mối"),
    Role.SPECIALIST: gettext_lazy("chuyên viên"),
    Role.LEADER: gettext_lazy("lãnh đạo"),
}


def reasons_why_not(case: Case, *, actor: Actor) -> list[tuple[str, str]]:
    """Return each act that is not offered, with a sentence; acts that no state of this statute knows come too."""
    return list(_reasons(case, actor))


def _reasons(case: Case, actor: Actor) -> Iterator[tuple[str, str]]:
    table = request_lifecycle(law_of(case))
    here = set(table.events(RequestState(case.state)))
    anywhere = {event for _state, event in table.moves}
    for event in ASKED_ABOUT:
        words = str(EVENT_LABELS[event])
        if event not in anywhere:
            yield words, _("%(law)s không có việc này.") % {"law": law_of(case).title}
        elif event not in here:
            yield words, _not_here(case)
        elif not may_do(case, event, actor=actor):
            roles = ", ".join(str(ROLE_WORDS[role]) for role in ROLES_FOR[event])
            yield words, _("Việc của %(roles)s.") % {"roles": roles}
        elif reason := why_not_now(case, event):
            yield words, reason


def _not_here(case: Case) -> str:
    if case.state in ENDED:
        return _("Yêu cầu đã kết thúc.")
    if case.state in UNCHECKED:
        return _("Yêu cầu chưa được kiểm tra xong, thời hạn chưa chạy.")
    if case.state in UNDECIDED:
        return _("Chưa có trả lời được trình, hoặc yêu cầu đã được kiểm tra rồi.")
    return _("Không làm ở bước “%(step)s”.") % {"step": OFFICER_TAGS[RequestState(case.state)][1]}
