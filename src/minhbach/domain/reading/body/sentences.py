"""Reads assignments written as sentences: “X chủ trì, phối hợp với Y …”, “(Giao X tham mưu)”, “do X chủ trì”."""

import re
from dataclasses import dataclass

from minhbach.domain.reading.body.bodies import bodies_of_leaders, looks_like_bodies, read_bodies, without_explanation
from minhbach.domain.reading.body.deadlines import find_among_parts
from minhbach.domain.reading.body.names import acts, names_body, starts_body, starts_collective, verb_at
from minhbach.domain.reading.body.remembering import lowered, remembered


@dataclass(frozen=True, slots=True)
class Roles:
    """Who leads and who coordinates by a sentence, and what is to be done.

    `rest` is the text around an assignment in brackets or at the end. `leads` is false where the sentence only has
    a subject that does something.
    """

    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    action: str
    leads: bool = True


_LEADS = re.compile(
    r"(?<!\w)(?:chủ trì|làm đầu mối|là (?:cơ quan|đơn vị) (?:đầu mối|thường trực|chủ trì)"
    r"|đầu mối)(?!\w)(?! (?:tiếp nhận|cung cấp|thông tin|liên hệ))"
)
_WITH = re.compile(
    r"^[\s,;]*(?:(?:là cơ quan đầu mối|làm đầu mối|tham mưu|thực hiện|chủ trì)[\s,]*)*(?:và "
    r"|, )?(?:cùng )?phối hợp(?: chặt chẽ| thực hiện)?(?:,? (?:với|cùng|cùng với|và))?\s+(?=\S)"
)
_HELPERS = re.compile(r"^\s*[,;]\s*([^.;]{3,300}?)\s+(?:cùng )?phối hợp(?: thực hiện)?[.;\s]*$")
_GIVEN = re.compile(
    r"^(?:(?:(?:thường trực )?(?:uỷ ban nhân dân|ubnd|hđnd|chủ tịch|thủ tướng|chính phủ|giám đốc|bộ trưởng|lãnh đạo)"
    r"[^,.;:]{0,50} )?(?<!được )giao(?! thông)(?: cho| nhiệm vụ cho)?|phân công|đề nghị|yêu cầu"
    r"|uỷ quyền cho)[ :]+(?=\S)"
)
_GIVEN_WITHIN = re.compile(r"[;:,.]\s+(?:đồng thời )?(?:giao|yêu cầu|đề nghị)(?: cho)? (?=\S)")
_TITLE = re.compile(r"^[^:.;]{6,160}:\s+")
_ADVERBS = re.compile(
    r"^(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|trực tiếp|tiếp tục|chủ động|khẩn trương|thường xuyên"
    r"|được giao|căn cứ[^,]{0,120},|trên cơ sở[^,]{0,120},|theo[^,]{0,80},|[,\s])*$"
)
_BRACKETS = re.compile(r"\(([^()]{4,400})\)[\s.;:]*$|\(([^()]{4,400})$")  # the closing one may stand after a label
_ROLE_IN_BRACKETS = re.compile(r"(?<!\w)(?:chủ trì|tham mưu|đầu mối|thực hiện|phối hợp|phụ trách|soạn thảo)(?!\w)")
_BY = re.compile(r"(?<!\w)do (?=\S)")
_BY_ROLE = re.compile(r"^[\s,]*(?:chủ trì|thực hiện|tham mưu|làm đầu mối|phụ trách|chịu trách nhiệm|đảm nhiệm)")
_VIA = re.compile(r"\(?(?<!\w)(?:qua|thông qua) (?=[A-ZĐỦƯp])([^().;]{3,120}?)(?=\)|;|\.|$| để | tổng hợp| trước)")
_CALLS = re.compile(
    r"^(?:trước mắt|trong đó|theo đó|đồng thời|ngoài ra|riêng|bên cạnh đó|định kỳ|hằng năm|hàng năm|sau khi|khi"
    r"|để|nhằm|trên cơ sở|căn cứ|theo|trong quá trình)[^,:]{0,160}[,:]\s*"
)
_LONGEST_SUBJECT = 420
_SHORT = 24
_SHORTEST_ACTION = 12


@remembered
def read_roles(text: str) -> Roles | None:
    """Return the roles that a sentence with *chủ trì* or *đầu mối*, or one beginning with *Giao*, gives, or null.

    `lead` is empty where the sentence begins with “Chủ trì, phối hợp với …”: a heading above says who.
    """
    low = lowered(text)
    leads = _LEADS.search(low, 0, _LONGEST_SUBJECT)
    if leads and leads.start() <= 2:
        return _with_partners((), text[leads.end() :])
    if leads:
        subject = _subject(text[: leads.start()])
        if subject:
            return _with_partners(subject, text[leads.end() :])
    given = _GIVEN.match(low)
    if given:
        return _given(text[given.end() :])
    return _by(text, low) or _after_title(text, low)


def _after_title(text: str, low: str) -> Roles | None:
    """Read “Dữ liệu số: Giao Công an xã chủ trì làm sạch dữ liệu”."""
    title = _TITLE.match(low)
    if title is None:
        return None
    given = _GIVEN.match(low, title.end())
    leads = _LEADS.search(low, title.end(), title.end() + _LONGEST_SUBJECT)
    if given is None and leads is None:
        return None
    roles = read_roles(text[title.end() :])
    if roles is None or not roles.lead:
        return None
    heading = text[: title.end()].strip(" :")
    named = len(roles.action) > _SHORTEST_ACTION
    return Roles(roles.lead, roles.coordinating, f"{heading}: {roles.action}" if named else heading)


@dataclass(frozen=True, slots=True)
class Bracketed:
    """Roles in brackets at the end of a text: what stands before and inside the brackets."""

    before: str
    inside: str
    roles: Roles


def read_bracket_roles(text: str) -> Bracketed | None:
    """Return the roles that brackets at the end give: “… (Giao Công an tỉnh chủ trì)”, or null."""
    match = _BRACKETS.search(text, max(0, len(text) - 420))
    if match is None:
        return None
    inside = (match[1] or match[2]).strip()
    first, _, others = inside.partition(";")
    if others and looks_like_bodies(first) and find_among_parts(others):
        return Bracketed(text[: match.start()].strip(), inside, Roles(read_bodies(first), (), ""))
    if not _ROLE_IN_BRACKETS.search(lowered(inside)):
        return None
    roles = read_roles(inside) or _given(_GIVEN.sub("", inside))
    return Bracketed(text[: match.start()].strip(), inside, roles) if roles else None


def read_given_within(text: str) -> Roles | None:
    """Return what is given inside a sentence: “Thống nhất chủ trương; giao Sở Nội vụ tham mưu …”, or null."""
    for match in _GIVEN_WITHIN.finditer(lowered(text)):
        roles = _given(text[match.end() :])
        if roles and roles.lead:
            before = text[: match.start()].strip(" ,.;:")
            return Roles(roles.lead, roles.coordinating, before if len(before) > 12 else roles.action)
    return None


@remembered
def read_subject(text: str) -> tuple[tuple[str, ...], str]:
    """Return the bodies that a sentence begins with and what they shall do; no bodies where it begins otherwise."""
    begin = _subject_at(text)
    if begin is None:
        return (), text
    rest = text[begin:]
    head, colon, after = rest[:_LONGEST_SUBJECT].partition(":")
    if colon and acts(after.strip()) and looks_like_bodies(head):
        return read_bodies(head), rest[len(head) + 1 :].strip()
    verb = verb_at(rest[:_LONGEST_SUBJECT])
    if verb >= len(rest[:_LONGEST_SUBJECT]):
        return (), text
    return read_bodies(rest[:verb], sentence=True), rest[verb:].strip()


def _subject_at(text: str) -> int | None:
    """Return where the subject begins: at once, after “Giao”, or after an opening such as “Căn cứ Kế hoạch này,”."""
    low = lowered(text[:_LONGEST_SUBJECT])
    called = _CALLS.match(low)
    begin = called.end() if called else 0
    for _ in range(6):
        given = _GIVEN.match(low[begin : begin + 200])
        at = begin + (given.end() if given else 0)
        if _may_act(text[at:], clearly=called is not None):
            return at
        comma = low.find(", ", begin)
        if called is None or comma < 0:
            return None
        begin = comma + 2
    return None


def read_partners(text: str) -> tuple[str, ...]:
    """Return the bodies with which a sentence says that something is done together."""
    low = lowered(text)
    match = re.search(r"(?<!\w)phối hợp(?: chặt chẽ)?(?: với| cùng| cùng với)\s+", low)
    return _names_up_to_verb(text[match.end() :])[0] if match else ()


def read_channel(text: str) -> tuple[str, ...]:
    """Return the body through which a report goes (“gửi UBND tỉnh (qua Sở Tư pháp)”); of a unit, its body."""
    match = _VIA.search(text)
    if match is None or not names_body(match[1]):
        return ()
    bodies = read_bodies(match[1], sentence=True)
    return bodies[-1:]


def _may_act(text: str, *, clearly: bool = False) -> bool:
    if starts_body(text) or starts_collective(text):
        return True
    return not clearly and names_body(text[:60])


def _subject(before: str) -> tuple[str, ...]:
    given = _GIVEN.match(lowered(before))
    who = before[given.end() if given else 0 :].strip(" ,:")
    called = _CALLS.match(lowered(who))
    who = without_explanation(who[called.end() if called else 0 :])
    head, colon, rest = who.partition(":")
    if colon and len(rest) < _SHORT and looks_like_bodies(head):  # “Sở Xây dựng: Cơ quan đầu mối …”
        who = head
    if not _may_act(who):
        return ()
    verb = verb_at(who)
    if not _ADVERBS.match(lowered(who[verb:])):
        return ()
    return bodies_of_leaders(read_bodies(who[:verb], sentence=True))


def _with_partners(lead: tuple[str, ...], rest: str) -> Roles:
    together = _WITH.match(lowered(rest))
    if together is None:
        helpers = _HELPERS.match(rest)
        if helpers and names_body(helpers[1]):
            return Roles(lead, read_bodies(helpers[1]), "")
        return Roles(lead, (), rest.strip(" ,.;:"))
    partners, action = _names_up_to_verb(rest[together.end() :])
    return Roles(lead, tuple(p for p in partners if p not in lead), action)


def _names_up_to_verb(text: str) -> tuple[tuple[str, ...], str]:
    """Return the names at the beginning, and the text from the verb on; names in a long list stop at its last stop."""
    window = text[:900]
    verb = verb_at(window)
    colon = window.find(":", 0, verb)
    end = colon if colon >= 0 else verb
    names = read_bodies(window[:end], sentence=True)
    return tuple(name for name in names if names_body(name) and len(name) < 200), text[end:].strip(" ,.;:")


def _given(rest: str) -> Roles | None:
    if not _may_act(rest):
        return None
    verb = verb_at(rest[:_LONGEST_SUBJECT])
    lead = bodies_of_leaders(read_bodies(rest[:verb], sentence=True))
    if not lead or verb >= len(rest):
        return None
    leads = _LEADS.match(lowered(rest[verb : verb + 60]))
    if leads:
        return _with_partners(lead, rest[verb + leads.end() :])
    action = rest[verb:].strip(" ,.;:")
    return (
        Roles((), lead, "") if lowered(action).startswith("phối hợp") and len(action) < 24 else Roles(lead, (), action)
    )


def _by(text: str, low: str) -> Roles | None:
    for match in _BY.finditer(low):
        rest = text[match.end() : match.end() + 300]
        if not (starts_body(rest) or starts_collective(rest)):
            continue
        verb = verb_at(rest)
        role = _BY_ROLE.match(lowered(rest[verb:]))
        if role:
            roles = _with_partners(read_bodies(rest[:verb], sentence=True), rest[verb + role.end() :])
            return Roles(roles.lead, roles.coordinating, text[: match.start()].strip(" ,(;"))
    return None
