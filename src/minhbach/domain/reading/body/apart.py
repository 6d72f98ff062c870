"""Parts the work that a paragraph describes from what says, after it, who does it and by when.

“Rà soát danh mục (Sở Tư pháp; quý II/2026)”, “Rà soát danh mục: Văn phòng Sở, trước ngày 15/7/2026”, “Rà soát danh mục.
Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ thực hiện.”
"""

import re

from minhbach.domain.reading.body.bodies import looks_like_bodies, read_bodies
from minhbach.domain.reading.body.clauses import sentences_of
from minhbach.domain.reading.body.deadlines import find_deadline
from minhbach.domain.reading.body.labels import label_of
from minhbach.domain.reading.body.names import starts_body, starts_collective
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.sentences import Bracketed, Roles, read_bracket_roles, read_roles, read_subject

_SHORTEST_WORK = 13
_LONGEST = 1_200
# What a body does where the work itself has been said before: “Phòng Kinh tế thực hiện”.
_ROLE_ONLY = re.compile(
    r"^(?:(?:tham mưu|thực hiện|triển khai|tổ chức(?: thực hiện)?|chịu trách nhiệm|phụ trách|đảm nhiệm|chuẩn bị"
    r"|chủ trì)[ ,]*)+(?=$|[.;,]|trước |trong |từ |xong |hoàn thành |vào |theo |hằng |hàng |thường xuyên)"
)


def read_apart(text: str, plan_year: int | None = None) -> Bracketed | None:
    """Return the work, and the roles that brackets, a colon or a sentence of its own give after it, or null."""
    if len(text) > _LONGEST:
        return read_bracket_roles(text)
    return (
        read_bracket_roles(text) or _in_open_bracket(text) or _after_colon(text, plan_year) or _in_later_sentence(text)
    )


def only_names_role(action: str) -> bool:
    """Tell whether what a body does is only a role: “tham mưu”, “tổ chức thực hiện”."""
    return bool(_ROLE_ONLY.match(lowered(action)))


def _in_open_bracket(text: str) -> Bracketed | None:
    """Read “… (Viện Nghiên cứu;” where the label that follows in the brackets has been read already."""
    work, bracket, who = text.rpartition("(")
    if not bracket or ")" in who or len(work) < _SHORTEST_WORK or not looks_like_bodies(who):
        return None
    return Bracketed(work.strip(), who, Roles(read_bodies(who), (), ""))


def _after_colon(text: str, plan_year: int | None) -> Bracketed | None:
    work, colon, rest = text.rpartition(": ")
    limit = find_deadline(rest, plan_year) if colon else None
    if limit is None or len(work) < _SHORTEST_WORK or label_of(work) is not None or looks_like_bodies(work):
        return None
    who = rest[: limit.start].strip(" ,;.(")
    if not (starts_body(who) or starts_collective(who)) or not looks_like_bodies(who):
        return None
    return Bracketed(work, rest, Roles(read_bodies(who), (), ""))


def _in_later_sentence(text: str) -> Bracketed | None:
    sentences = sentences_of(text)
    if len(sentences) < 2 or read_roles(sentences[0]):
        return None
    for i, sentence in enumerate(sentences[1:], start=1):
        roles = _roles_of(sentence)
        if roles:
            work = " ".join(sentences[:i]).rstrip(" .")
            return Bracketed(work, " ".join(sentences[i:]), roles) if len(work) >= _SHORTEST_WORK else None
    return None


def _roles_of(sentence: str) -> Roles | None:
    roles = read_roles(sentence)
    if roles and roles.lead:
        return roles
    bodies, action = read_subject(sentence)
    return Roles(bodies, (), "") if bodies and only_names_role(action) else None
