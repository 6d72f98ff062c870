"""Reads the duties of an official letter (công văn, công điện): each instruction, and whom it is for."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minhbach.domain.reading.body.bodies import bodies_of_leaders, looks_like_bodies, read_bodies
from minhbach.domain.reading.body.clauses import sentences_of
from minhbach.domain.reading.body.deadlines import find_deadline, find_recurrence
from minhbach.domain.reading.body.marks import SECTIONS, Rank
from minhbach.domain.reading.body.names import names_body
from minhbach.domain.reading.body.numbering import number_of
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sentences import read_given_within, read_partners, read_roles, read_subject
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Deadline, DeadlineKind, Duty, Task
from minhbach.domain.text import squeeze

_ASKS = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?! thông)|chỉ đạo|thông báo đến|kính đề nghị|đề nghị quý)(?: cho)?\s+(?=\S)"
)
_ASKING = re.compile(r"^(?:[^.;:]{0,90}?(?<!\w))?(?:giao(?! thông)|yêu cầu|đề nghị|phân công)\s+(?=\S)")
_GENERAL = re.compile(
    r"^[^.]{0,120}(?:yêu cầu|đề nghị)[^.]{0,120}(?:nghiêm túc|khẩn trương|quan tâm"
    r"|phối hợp)[^.]{0,40}(?:triển khai|thực hiện)[^.]{0,24}(?:\./?\.?)?$"
    r"|^(?:trên đây|trân trọng|rất mong|nhận được)"
)
_FOR = re.compile(r"^(?:đối với|giao|yêu cầu|đề nghị|về phía)[ :]+", re.IGNORECASE)
_SUBJECT_VERB = re.compile(
    r"(?<!\w)(?:báo cáo|gửi|cung cấp|rà soát|triển khai|thực hiện|tổ chức|cử|đăng ký|góp ý|tham gia|nghiên cứu"
    r"|phối hợp)(?!\w)"
)


class DutyReader:
    """Reads the duties of one letter.

    :param addressees: whom the head says the letter is to; they answer for what names nobody.
    """

    def __init__(self, addressees: Sequence[str], plan_year: int | None, issued_on: dt.date | None) -> None:
        self._addressees = tuple(addressees)
        self._plan_year = plan_year
        self._issued_on = issued_on
        self._default: tuple[str, ...] = ()

    def read(self, root: Node) -> list[Duty]:
        """Return the duties of the tree, in order."""
        items = list(_items(root))
        numbered = [node for node in items if node.rank is not None]
        self._default = self._named_in_opening([node for node in items if node.rank is None])
        if numbered:
            first = items.index(numbered[0])
            return [duty for node in items[first:] for duty in self._duties(node)]
        return [self._duty(nodes, None) for nodes in self._requests(items)]

    def _requests(self, items: Sequence[Node]) -> list[list[Node]]:
        """Return the paragraphs of a letter without numbers that ask something, each with those that say by when."""
        found: list[list[Node]] = []
        for node in items:
            if self._asks(node):
                found.append([node])
            elif found and find_deadline(node.text, self._plan_year, self._issued_on):
                found[-1].append(node)
        return found

    def _named_in_opening(self, opening: Sequence[Node]) -> tuple[str, ...]:
        """Return the bodies that the opening asks (“… yêu cầu các sở, ngành … thực hiện một số nhiệm vụ sau”)."""
        for node in opening:
            for match in reversed(list(_ASKS.finditer(lowered(node.text)))):
                rest = node.text[match.end() :]
                if not names_body(rest):
                    continue
                subject, _ = read_subject(rest)
                if subject:
                    return subject
        return self._addressees

    def _duties(self, node: Node) -> Iterator[Duty]:
        heading = node.text.strip(" :.")
        inner = [child for child in node.children if child.rank is not None]
        if node.rank is None and not self._asks(node):
            return
        if inner and looks_like_bodies(heading):
            bodies = bodies_of_leaders(read_bodies(heading))
            yield from (self._duty([child], bodies) for child in node.children)
            return
        if len(heading) > 12 or node.children:
            yield self._duty([node], None)

    def _asks(self, node: Node) -> bool:
        low = lowered(node.text)
        if _GENERAL.match(low):
            return bool(find_deadline(node.text, self._plan_year, self._issued_on))
        match = _ASKING.match(low)
        return bool(match and (names_body(node.text[match.end() :]) or _SUBJECT_VERB.search(low, match.end())))

    def _duty(self, nodes: Sequence[Node], bodies: tuple[str, ...] | None) -> Duty:
        node = nodes[0]
        text = squeeze(" ".join(part.text for each in nodes for part in each.walk()))
        assignees, coordinating = self._who(node.text)
        section, number = number_of(node)
        limits = [
            found.deadline
            for sentence in sentences_of(text)
            if (found := find_deadline(sentence, self._plan_year, self._issued_on))
        ]
        return Duty(
            number=".".join(part for part in (section, number) if part) or None if node.rank is not None else None,
            text=text,
            assignees=assignees or bodies or _named_above(node) or self._default,
            coordinating=coordinating,
            report_to=reported_to(text),
            deadline=_only(limits) if limits else find_recurrence(text),
            source=source_of([line for each in nodes for line in each.lines()]),
        )

    def _who(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        roles = read_roles(text)
        if roles and (roles.lead or roles.coordinating):
            return roles.lead, roles.coordinating
        match = _ASKING.match(lowered(text))
        if match and names_body(text[match.end() :]):
            subject, _ = read_subject(text[match.end() :])
            if subject:
                return bodies_of_leaders(subject), read_partners(text)
        within = read_given_within(text)
        if within:
            return within.lead, within.coordinating or tuple(x for x in read_partners(text) if x not in within.lead)
        subject, _ = read_subject(text.partition(":")[0] if looks_like_bodies(text.partition(":")[0]) else text)
        head, colon, _ = text.partition(":")
        if not subject and colon and looks_like_bodies(head):
            subject = read_bodies(head)
        return bodies_of_leaders(subject), read_partners(text) if subject else ()


def _only(limits: Sequence[Deadline]) -> Deadline:
    """Return the one limit of a duty; several different ones are unclear, a person must divide the duty."""
    ends = {limit.end for limit in limits if limit.end}
    if len(ends) < 2:
        return limits[0]
    return Deadline("; ".join(limit.text or "" for limit in limits), DeadlineKind.UNCLEAR)


def _named_above(node: Node) -> tuple[str, ...]:
    """Return the bodies that a heading above names (“I. ĐỐI VỚI CÁC BỆNH VIỆN”, “III. GIAO SỞ Y TẾ”)."""
    above: Node | None = node
    while above is not None and above.unit is not None:
        heading = _FOR.sub("", above.text)
        if above.rank in SECTIONS and looks_like_bodies(heading):
            return bodies_of_leaders(read_bodies(heading))
        above = above.parent
    return ()


def duties_of_tasks(tasks: Sequence[Task]) -> list[Duty]:
    """Return the rows of a table annexed to a letter as duties."""
    return [
        Duty(
            ".".join(part for part in (task.section, task.number) if part) or None,
            task.title,
            task.lead,
            task.coordinating,
            task.report_to,
            task.deadline,
            task.source,
        )
        for task in tasks
    ]


def _items(root: Node) -> Iterator[Node]:
    """Yield the outermost numbered paragraphs and the plain ones between them."""
    pending = list(reversed(root.children))
    while pending:
        node = pending.pop()
        if (
            node.rank in SECTIONS
            and node.children
            and not looks_like_bodies(node.text)
            and node.rank is not Rank.ARTICLE
        ):
            pending.extend(reversed(node.children))
            continue
        trailing = [child for child in node.children if child.rank is None and _ASKING.match(lowered(child.text[:140]))]
        if node.rank is not None and trailing and trailing[0] is node.children[-len(trailing)]:
            node.children = node.children[: -len(trailing)]
            yield node
            yield from trailing
            continue
        yield node
