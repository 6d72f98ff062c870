"""Reads the organising part of a plan: what it asks of which body, one responsibility an item."""

import datetime as dt
import re
from collections.abc import Iterator

from minhbach.domain.reading.body.bodies import looks_like_bodies, read_bodies
from minhbach.domain.reading.body.clauses import dated_orders
from minhbach.domain.reading.body.marks import SECTIONS, Rank
from minhbach.domain.reading.body.names import names_body
from minhbach.domain.reading.body.numbering import number_of
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sections import Section, is_capitals, names_section
from minhbach.domain.reading.body.sentences import read_roles, read_subject
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Responsibility, Task
from minhbach.domain.text import squeeze

_CLOSING = re.compile(
    r"^(?:trên đây là|(?:trong )?quá trình|nhận được|(?:[^,.;]{2,60} )?(?:yêu cầu|đề nghị) (?:các|thủ trưởng"
    r"|giám đốc|chủ tịch)|kế hoạch này|nếu có)"
)
_ASKED = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|giao(?! thông)|nếu (?:có|phát sinh|gặp|nảy sinh)(?:,? (?:(?:những |các )?(?:khó khăn"
    r"|vướng mắc|phát sinh|vấn đề|bất cập|tồn tại|nội dung)|gì|hoặc|và|chưa rõ))*,?)\s+(?:thì |thì các )?(?=\S)"
)
_RESPONSIBILITY_OF = re.compile(
    r"^(?:trách nhiệm của|trách nhiệm|nhiệm vụ của|đối với|giao|đề nghị|yêu cầu|phân công)[ :]+", re.IGNORECASE
)
# The Front and its member organisations are named as one.
_FRONT = re.compile(r"^[^,;]*mặt trận tổ quốc[^,;]* và các (?:tổ chức|đoàn thể|hội)[^,;]*$")


def read_responsibilities(root: Node) -> list[Responsibility]:
    """Return what the organising sections ask, in order."""
    return [responsibility for node in _items(root) if (responsibility := _responsibility(node))]


def organising_tasks(root: Node, plan_year: int | None, issued_on: dt.date | None) -> list[Task]:
    """Return the assignments with a day of their own in the organising sections."""
    return [task for node in _items(root) for task in _dated(node, plan_year, issued_on)]


def _dated(item: Node, plan_year: int | None, issued_on: dt.date | None) -> Iterator[Task]:
    section, number = number_of(item)
    bodies = asked_of(item)
    for node in _own_paragraphs(item):
        if node.unit is None or node.is_label:
            continue
        place = (section, number, source_of(node.unit.lines))
        yield from dated_orders(node.text, bodies, place, plan_year=plan_year, issued_on=issued_on)


def _items(root: Node) -> Iterator[Node]:
    """Yield the paragraphs that are one responsibility each: the outermost items of the organising sections."""
    pending = list(reversed(root.children))
    while pending:
        node = pending.pop()
        if _is_container(node):
            pending.extend(reversed(node.children))
        elif node.section is Section.ORGANISING and node.unit is not None:
            yield node
            yield from (child for child in node.children if _is_closing(child, node))


def _is_container(node: Node) -> bool:
    if not node.children or (node.rank is Rank.ROMAN and looks_like_bodies(node.text)):
        return False
    heading = node.rank is Rank.ARABIC and (names_section(node.text) or is_capitals(node.text))
    return node.rank in SECTIONS or heading


def _is_closing(child: Node, item: Node) -> bool:
    return child is item.children[-1] and child.rank is None and bool(_CLOSING.match(lowered(child.text[:120])))


def _own_paragraphs(item: Node) -> list[Node]:
    closing = [child for child in item.children if _is_closing(child, item)]
    left_out = {id(node) for child in closing for node in child.walk()}
    return [node for node in item.walk() if id(node) not in left_out]


def _responsibility(item: Node) -> Responsibility | None:
    if any(labelled.label.value in ("lead", "deadline") for node in item.walk() for labelled in node.labels):
        return None  # a task with labels, though it stands in the organising part
    paragraphs = _own_paragraphs(item)
    text = _joined(paragraphs)
    bodies = asked_of(item)
    if not bodies or len(text) < 20:
        return None
    closing = item.rank is None
    section, number = number_of(item)
    lines = tuple(line for node in paragraphs if node.unit for line in node.unit.lines)
    return Responsibility(section, None if closing else number, bodies, text, reported_to(text), source_of(lines))


def _joined(paragraphs: list[Node]) -> str:
    """Return the paragraphs as one text; a heading before whole sentences gets the colon that it implies."""
    heading, *others = (squeeze(node.text) for node in paragraphs)
    following = " ".join(others)
    implied = following[:1].isupper() and heading[-1:].isalnum()
    return squeeze(f"{heading}{':' if implied else ''} {following}")


def asked_of(item: Node) -> tuple[str, ...]:
    """Return the bodies of which an item asks something: named by its heading, or the subject of its sentence."""
    named = _RESPONSIBILITY_OF.sub("", item.text)
    heading, colon, _ = named.partition(":")
    if _FRONT.match(lowered(heading)) and len(heading) < 160:
        return (heading.strip(" .;"),)
    is_sentence = not item.children and not colon
    if not is_sentence and looks_like_bodies(heading):
        return read_bodies(heading)
    return _subject_of(item.text) or (read_bodies(heading) if looks_like_bodies(heading) else ())


def _subject_of(text: str) -> tuple[str, ...]:
    low = lowered(text)
    subject, _ = read_subject(text)
    if subject and not low.startswith("trên đây"):
        return subject
    roles = read_roles(text)
    if roles and roles.lead:
        return roles.lead
    for match in _ASKED.finditer(low):
        if names_body(text[match.end() :]):
            subject, _ = read_subject(text[match.end() :])
            if subject:
                return subject
    return ()
