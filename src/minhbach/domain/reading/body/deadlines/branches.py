"""Reads several limits under one label, each under its own condition (“Đối với cấp xã: Quý II/2026”)."""

import re
from collections.abc import Sequence

from minhbach.domain.reading.body.deadlines.points import find_points
from minhbach.domain.reading.body.deadlines.value import read_deadline
from minhbach.domain.reading.body.deadlines.wording import EVENT, ONGOING
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.results import Branch, Deadline, DeadlineKind
from minhbach.domain.text import squeeze

_CONDITION = re.compile(r"^(?P<condition>[^:]{2,160}):\s*(?P<value>.+)$", re.DOTALL)
_OPENING = re.compile(
    r"^(?:đối với|với|riêng|trường hợp|ở|tại|cấp|các|những|nếu|đợt|giai đoạn \d\b|lần|năm|khối|văn bản|nhóm)\b"
)
_TRAILING = re.compile(
    r"^(?P<condition>(?:đối với |riêng |các |ở |tại )?(?:cấp|khối|xã|phường|huyện|tỉnh|thành phố|sở|ubnd"
    r"|uỷ ban)[^:,;]{0,60}?)"
    r"[,:]? (?=(?:hoàn thành |xong )?(?:trước|chậm nhất|muộn nhất|trong|quý|tháng|năm|đến|từ|thường xuyên))"
)


def read_branches(parts: Sequence[str], plan_year: int | None = None) -> Deadline | None:
    """Return one conditional limit of at least two parts, each “condition: words”, or null for other parts."""
    branches = [_branch(squeeze(part).strip(" .;"), plan_year) for part in parts if part.strip(" .;-+")]
    if len(branches) < 2 or any(branch is None for branch in branches):
        return None
    found = tuple(branch for branch in branches if branch)
    recurring = any(branch.kind in (DeadlineKind.ONGOING, DeadlineKind.PERIODIC) for branch in found)
    return Deadline(
        "; ".join(p.strip(" .;") for p in parts), DeadlineKind.CONDITIONAL, recurring=recurring, branches=found
    )


def _branch(part: str, plan_year: int | None) -> Branch | None:
    match = _CONDITION.match(part)
    low = lowered(part)
    if match and _OPENING.match(low):
        return _arm(match["condition"].strip(), match["value"].strip(), plan_year)
    trailing = _TRAILING.match(low)
    if trailing:
        return _arm(part[: trailing.end("condition")].strip(), part[trailing.end() :].strip(), plan_year)
    return None


def _arm(condition: str, words: str, plan_year: int | None) -> Branch:
    deadline = read_deadline(words, plan_year)
    low = lowered(words)
    # A sentence that describes the work may hold the limit as a phrase: “… tiến hành số hóa theo lộ trình, tổng hợp …”.
    if deadline.kind is DeadlineKind.UNCLEAR and not find_points(low) and (EVENT.search(low) or ONGOING.search(low)):
        return Branch(condition, words, DeadlineKind.EVENT)
    return Branch(condition, words, deadline.kind, deadline.start, deadline.end)
