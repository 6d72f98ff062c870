"""Finds the tasks in the running text: the lowest paragraphs with a lead, a limit or a product of their own."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minhbach.domain.reading.body.assignment import Assignment, gather
from minhbach.domain.reading.body.closings import is_closing
from minhbach.domain.reading.body.deadlines import find_recurrence
from minhbach.domain.reading.body.groups import Group, groups_of, kinds_of
from minhbach.domain.reading.body.marks import BULLETS, SECTIONS, Rank
from minhbach.domain.reading.body.numbering import number_of
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.own import Own, OwnReader
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.sections import Section, names_section
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Deadline, DeadlineKind, Task
from minhbach.domain.reading.source import Line

_SCOPE = re.compile(
    r"^(?:(?:ở|tại|đối với|với|riêng|về phía|khối|cấp|các|những|và|địa bàn|phạm vi|thành phố|tỉnh|huyện|quận|thị xã"
    r"|thị trấn|xã|phường|đặc khu|trung ương|địa phương"
    r"|cơ sở|sở|ban|ngành|cơ quan|đơn vị|bộ|toàn|trực thuộc|của|trong|nhà nước)(?:[ ,/-]+|$))+$"
)
_PART = re.compile(r"^(?:khu vực|khối|nhóm|đợt|lần|giai đoạn|địa bàn|vùng|lớp|đối với|ở|tại|cấp)(?!\w)[^.;:]{0,70}:$")


class TaskReader:
    """Reads the tasks of one outline.

    :param plan_year: the year that the plan as a whole is for; years left out of limits mean it.
    :param issued_on: the document's date; a day before it is no limit.
    :param by_bodies: the document orders body by body (a directive).
    """

    def __init__(
        self, plan_year: int | None = None, issued_on: dt.date | None = None, *, by_bodies: bool = False
    ) -> None:
        self._plan_year = plan_year
        self._by_bodies = by_bodies
        self._reader = OwnReader(plan_year, issued_on, by_bodies)
        self._own: dict[int, Own] = {}
        self._labelled: set[int] = set()
        self._assigned: set[int] = set()
        self.unsure: list[Task] = []  # tasks whose lead and coordinating bodies stood in one list

    def read(self, root: Node) -> list[Task]:
        """Return the tasks of the tree, in order."""
        for node in reversed(list(root.walk())):
            self._note(node)
        return list(self._tasks(root, Assignment(), ordered=False))

    def _note(self, node: Node) -> None:
        """Remember, from the leaves up, which paragraphs have labels or assigning sentences in or below them."""
        own = self._own[id(node)] = self._reader.read(node)
        inline = node.labels and node.before and kinds_of(node)
        if inline or any(id(child) in self._labelled or kinds_of(child) for child in node.children):
            self._labelled.add(id(node))
        if own.assigns or any(id(child) in self._assigned for child in node.children):
            self._assigned.add(id(node))

    def _tasks(self, node: Node, inherited: Assignment, *, ordered: bool) -> Iterator[Task]:
        own = self._own[id(node)]
        here = own.assignment.over(inherited)
        ordered = ordered or own.orders
        groups = groups_of(node.children)
        count = sum(bool(group.labels) for group in groups)
        found = [
            task for group in groups for task in self._of_group(node, group, here, several=count > 1, ordered=ordered)
        ]
        itself = own.assigns and not own.is_time
        if not found and not count and (itself or (ordered and _is_order(node))):
            found = list(self._leaf(node, own.title, _with_recurrence(here, node), node.lines()))
        yield from found

    def _of_group(
        self, node: Node, group: Group, inherited: Assignment, *, several: bool, ordered: bool
    ) -> Iterator[Task]:
        said = gather(group.labels, self._plan_year)
        here = said.over(inherited)
        if any(id(text) in self._labelled for text in group.texts):
            for text in group.texts:
                if ordered or id(text) in self._labelled or id(text) in self._assigned:
                    yield from self._tasks(text, here, ordered=ordered)
            return
        assigned = [text for text in group.texts if id(text) in self._assigned]
        if (assigned and not said.lead) or (ordered and not group.labels):
            roles = None if ordered or self._is_frame(node) else self._roles_below(assigned, group)
            if roles is not None:
                yield from self._leaf(node, self._own[id(node)].title, said.over(roles).over(inherited), node.lines())
                return
            yield from (task for text in group.texts for task in self._tasks(text, here, ordered=ordered))
        elif group.labels:
            yield from self._group_leaf(node, group, here, several=several)

    def _is_frame(self, node: Node) -> bool:
        """Tell whether a paragraph only holds tasks: a section, a heading without a number, a time."""
        return node.rank in SECTIONS or _is_nameless(node) or self._own[id(node)].is_time

    def _roles_below(self, assigned: Sequence[Node], group: Group) -> Assignment | None:
        """Return the roles of bullets that together say who leads one task; null where they are tasks of their own."""
        leading = [own for node in assigned if (own := self._own[id(node)]).roles and own.roles.lead]
        bullets = all(node.rank in BULLETS or node.rank is None for node in group.texts)
        if len(leading) != 1 or leading[0].apart or not bullets or (len(assigned) > 1 and self._by_bodies):
            return None
        if len(group.texts) > 1 and not group.labels and leading[0].assignment.deadline:
            return None
        return leading[0].assignment

    def _group_leaf(self, node: Node, group: Group, here: Assignment, *, several: bool) -> Iterator[Task]:
        texts = [text for text in group.texts if not text.is_label]
        plain_labels = all(label.rank is None for label in group.labels)
        bullets = [text for text in texts if text.rank in BULLETS]
        apart = len(texts) == 1 and (several or (plain_labels and len(bullets) == 1) or _is_nameless(node))
        title = self._own[id(node)].title
        if apart or (texts and (_is_nameless(node) or self._own[id(node)].orders)):
            title = self._own[id(texts[0])].title
        lines = [line for part in (*group.texts, *group.labels) for line in part.lines()]
        if node.unit and not (several and apart):
            lines = [*node.unit.lines, *lines]
        unled = not (here.lead or here.coordinating or here.product)
        if unled and (node.rank in SECTIONS or (_is_nameless(node) and not texts)):
            return  # a time under the heading of a section is that of an event, or of the plan
        yield from self._leaf(node, title, here, sorted(lines, key=lambda line: line.number))

    def _leaf(self, node: Node, title: str, here: Assignment, lines: Sequence[Line]) -> Iterator[Task]:
        if not (here.lead or here.parts or (here.deadline and here.deadline.kind is not DeadlineKind.NONE)):
            return
        titled, title, scope = self._titled(node, title)
        section, number = number_of(node if node.mark and node.mark.label else titled)
        if here.parts:
            yield from _parts(here, section, number, title, scope)
            return
        task = Task(
            section=section,
            number=number,
            title=title,
            scope=scope,
            lead=here.lead,
            coordinating=here.coordinating,
            deadline=here.deadline or Deadline(None, DeadlineKind.NONE),
            product=here.product,
            report_to=here.report_to,
            source=source_of(lines),
            field_sources=here.sources,
        )
        if here.unsure_lead:
            self.unsure.append(task)
        yield task

    def _titled(self, node: Node, title: str) -> tuple[Node, str, str | None]:
        """A title that only says for whom or where is the scope of the one above it: return that one, title, scope."""
        scope: str | None = None
        while node.parent is not None and node.parent.unit is not None and (is_scope(title) or not title.strip()):
            scope = scope or title.strip(" .:;") or None
            node = node.parent
            title = self._own[id(node)].title
        return node, title.strip(" :;–-"), scope


def _parts(here: Assignment, section: str | None, number: str | None, title: str, scope: str | None) -> Iterator[Task]:
    for part in here.parts:
        yield Task(
            section=section,
            number=number,
            title=f"{title.strip(' .:;')}: {part.action}" if part.action else title,
            scope=scope,
            lead=part.lead,
            coordinating=(),
            deadline=part.deadline or here.deadline or Deadline(None, DeadlineKind.NONE),
            product=here.product,
            report_to=part.report_to,
            source=part.source,
            field_sources={"lead": part.source, "deadline": part.source},
        )


def is_scope(text: str) -> bool:
    """Tell whether a text only says for whom or where, e.g. “Ở cấp thành phố:”."""
    low = lowered(text).strip(" .;-")
    return 0 < len(low) <= 90 and bool(_SCOPE.match(low.strip(":")) or _PART.match(low))


def _with_recurrence(here: Assignment, node: Node) -> Assignment:
    if here.deadline or not here.lead or node.unit is None:
        return here
    deadline = find_recurrence(node.text)
    return (
        replace(here, deadline=deadline, sources=here.sources | {"deadline": source_of(node.unit.lines)})
        if deadline
        else here
    )


def _is_nameless(node: Node) -> bool:
    return node.unit is None or node.rank in (Rank.PART, Rank.HEADING) or names_section(node.text)


def _is_order(node: Node) -> bool:
    if node.children or node.unit is None or node.is_label or node.section is Section.AIMS:
        return False
    return len(node.text) > 20 and not is_closing(lowered(node.text)) and "chịu trách nhiệm thi hành" not in node.text
