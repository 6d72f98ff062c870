"""Small rules of planning: who may do what, what of a draft is unsure, and how a plan is named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from minhbach.domain.access import Role
from minhbach.domain.reading.results import DeadlineKind
from minhbach.planning.contracts import NameOnDraft

MAY_IMPORT = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.JUSTICE_COORDINATOR, Role.LEADER)
MAY_CONFIRM = (Role.FOCAL_POINT, Role.JUSTICE_COORDINATOR, Role.LEADER)

KIND_LABELS: Mapping[DeadlineKind, str] = {
    DeadlineKind.DATE: "Đến hết ngày",
    DeadlineKind.BEFORE_DATE: "Trước ngày",
    DeadlineKind.SUBMIT_BEFORE_DATE: "Gửi trước ngày",
    DeadlineKind.MONTH: "Trong tháng",
    DeadlineKind.QUARTER: "Trong quý",
    DeadlineKind.QUARTER_RANGE: "Trong các quý",
    DeadlineKind.HALF_YEAR: "Trong nửa năm",
    DeadlineKind.YEAR: "Trong năm",
    DeadlineKind.PERIOD: "Từ ngày … đến ngày …",
    DeadlineKind.PERIODIC: "Định kỳ",
    DeadlineKind.WITHIN: "Trong một khoảng từ khi có việc",
    DeadlineKind.EVENT: "Theo một sự việc",
    DeadlineKind.ONGOING: "Thường xuyên",
    DeadlineKind.DONE: "Đã thực hiện",
    DeadlineKind.ON_REQUEST: "Khi có đề nghị",
    DeadlineKind.QUARTER_THEN_ONGOING: "Trong quý, sau đó thường xuyên",
    DeadlineKind.YEAR_THEN_FOLLOWING_YEARS: "Trong năm và các năm tiếp theo",
    DeadlineKind.CONDITIONAL: "Tùy trường hợp",
    DeadlineKind.NONE: "Không ghi hạn",
    DeadlineKind.UNCLEAR: "Chưa rõ",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing on a draft that a person must look at: the field, and a sentence that says what to do."""

    field: str
    sentence: str
    blocks: bool = False
    """True where the plan cannot be confirmed before it is settled."""


def doubts(
    *,
    title: str,
    lead: Sequence[NameOnDraft],
    coordinating: Sequence[NameOnDraft],
    deadline_kind: DeadlineKind,
) -> tuple[Doubt, ...]:
    """Return what of a draft task is not sure yet, the blocking ones first."""
    found: list[Doubt] = []
    if not title.strip():
        found.append(Doubt("title", "Chưa có tên nhiệm vụ: chép từ văn bản bên cạnh.", blocks=True))
    if not lead:
        found.append(Doubt("lead", "Chưa thấy cơ quan chủ trì: ghi tên cơ quan, mỗi dòng một tên.", blocks=True))
    found += [
        Doubt("lead", f"“{name['text']}” là cơ quan nào? Chọn ở phần Tên cơ quan.", blocks=True)
        for name in lead
        if name["how"] == "asked"
    ]
    found += [
        Doubt("coordinating", f"“{name['text']}” là cơ quan nào? Chọn ở phần Tên cơ quan.")
        for name in coordinating
        if name["how"] == "asked"
    ]
    if deadline_kind == DeadlineKind.UNCLEAR:
        found.append(Doubt("deadline_text", "Hạn chưa rõ: đọc lại văn bản và chọn loại hạn, ngày.", blocks=True))
    if deadline_kind == DeadlineKind.NONE:
        found.append(Doubt("deadline_text", "Văn bản không ghi hạn cho nhiệm vụ này; xem lại nếu có."))
    return tuple(sorted(found, key=lambda doubt: not doubt.blocks))


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


def plan_name(*, doc_type: str, number: str, symbol: str) -> str:
    """Return how a document is called for short: "Kế hoạch 15/KH-UBND", or its kind alone while it has no number."""
    kind = doc_type or "Văn bản"
    if number and symbol:
        return f"{kind} {number}/{symbol}"
    return f"{kind} (chưa có số)" if not number else f"{kind} {number}"
