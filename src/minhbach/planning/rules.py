"""Small rules of planning: who may do what, what of a draft is unsure, and how a plan is named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.reading.results import DeadlineKind
from minhbach.planning.contracts import NameOnDraft

MAY_IMPORT = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.JUSTICE_COORDINATOR, Role.LEADER)
MAY_CONFIRM = (Role.FOCAL_POINT, Role.JUSTICE_COORDINATOR, Role.LEADER)
WORKING = frozenset({Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER, Role.JUSTICE_COORDINATOR})
"""Who works on tasks. A supervisor only looks, an administrator looks after accounts."""
MAY_GIVE = (Role.FOCAL_POINT, Role.LEADER, Role.JUSTICE_COORDINATOR)
"""Who says which unit and officer of a body does a task."""
MAY_FOLLOW = (Role.FOCAL_POINT, Role.LEADER, Role.JUSTICE_COORDINATOR)
"""Who follows a plan for the body that keeps it: urges, inspects, records events, sums up."""

REMIND_BEFORE = 3
"""Working days before a limit at which its first reminder goes out: as early as the work stands on Hôm nay, and never
less than two days to act in. Further ahead it would be forgotten again, and a day ahead is too late for a signature."""
REMIND_AGAIN = 7
"""Days between reminders of what is late: the first on the day after the limit, then weekly, for a daily one is soon
filtered away unread."""
ESCALATE_AFTER = 2
"""Working days after a limit at which the leader is told, once: who was ill or waits for a stamp has a day of grace."""
ANSWER_WITHIN = 5
"""Working days that an urging letter proposes for the answer; the officer may set another day."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing on a draft that a person must look at: the field, and a sentence that says what to do."""

    field: str
    sentence: str
    blocks: bool = False
    """True where the plan cannot be confirmed before it is settled."""
    name: str = ""
    """The written name that somebody must choose a body for, where the doubt is about one."""


def doubts(
    *,
    title: str,
    lead: Sequence[NameOnDraft],
    coordinating: Sequence[NameOnDraft],
    deadline_kind: DeadlineKind,
) -> tuple[Doubt, ...]:
    """Return what of a draft task is not sure yet, the blocking ones first, in the reader's language."""
    found: list[Doubt] = []
    if not title.strip():
        found.append(Doubt("title", _("Chưa có tên nhiệm vụ: chép từ văn bản bên cạnh."), blocks=True))
    if not lead:
        found.append(Doubt("lead", _("Chưa thấy cơ quan chủ trì: ghi tên cơ quan, mỗi dòng một tên."), blocks=True))
    found += _asked(lead, "lead", blocks=True)
    found += _asked(coordinating, "coordinating", blocks=False)
    if deadline_kind == DeadlineKind.UNCLEAR:
        found.append(Doubt("deadline_text", _("Hạn chưa rõ: đọc lại văn bản và chọn loại hạn, ngày."), blocks=True))
    if deadline_kind == DeadlineKind.NONE:
        found.append(Doubt("deadline_text", _("Văn bản không ghi hạn cho nhiệm vụ này; xem lại nếu có.")))
    return tuple(sorted(found, key=lambda doubt: not doubt.blocks))


def _asked(names: Iterable[NameOnDraft], field: str, *, blocks: bool) -> Iterator[Doubt]:
    for name in names:
        if name["how"] == "asked":
            sentence = _("“%(name)s” là cơ quan nào?") % {"name": name["text"]}
            yield Doubt(field, sentence, blocks=blocks, name=name["text"])


def is_issued(head: Mapping[str, Any]) -> bool:
    """True for a document that has its number, symbol and date."""
    return all(head.get(field) for field in ("number", "symbol", "date"))


def reason_not_to_reopen(state: PublicationState | None) -> str | None:
    """Return why a confirmed plan may not go back to its review, or None where it may."""
    if state == PublicationState.SUBMITTED:
        return _("Kế hoạch đang chờ duyệt công khai: lấy lại bản trình, hoặc chờ lãnh đạo trả lại, rồi sửa.")
    if state == PublicationState.PUBLIC:
        return _("Kế hoạch đang công khai: lãnh đạo rút khỏi công khai rồi mới sửa được.")
    return None


def unanswered(drafts: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return every name, as written and once each, that somebody must still choose a body for."""
    seen: dict[str, None] = {}
    for draft in drafts:
        for name in (*draft["lead"], *draft["coordinating"]):
            if name["how"] == "asked":
                seen.setdefault(name["text"])
    return tuple(seen)


def only_coordinating(names: Iterable[str], drafts: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return those of the names that lead no task: they may stay words alone."""
    leads = {name["text"] for draft in drafts for name in draft["lead"]}
    return tuple(name for name in names if name not in leads)


def numbered(number: str, title: str) -> str:
    """Return a task's title after its number in the document: "9. Rà soát…", "a) Rà soát…"."""
    if not number:
        return title
    return f"{number}. {title}" if number[-1].isalnum() else f"{number} {title}"


def plan_name(*, doc_type: str, number: str, symbol: str) -> str:
    """Return how a document is called for short: "Kế hoạch 15/KH-UBND", or its kind alone while it has no number."""
    kind = doc_type or _("Văn bản")
    if number and symbol:
        return f"{kind} {number}/{symbol}"
    return _("%(kind)s (chưa có số)") % {"kind": kind} if not number else f"{kind} {number}"
