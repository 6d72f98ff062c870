"""Finds the tasks in the running text: the lowest paragraphs with a lead, a limit or a product of their own."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from minhbach.domain.reading.body.assignment import Assignment, gather
from minhbach.domain.reading.body.bodies import looks_like_bodies, read_bodies
from minhbach.domain.reading.body.deadlines import find_deadline
from minhbach.domain.reading.body.groups import Group, groups_of, kinds_of
from minhbach.domain.reading.body.marks import BULLETS, SECTIONS, Rank
from minhbach.domain.reading.body.numbering import number_of
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sections import Section, names_section
from minhbach.domain.reading.body.sentences import Roles, read_bracket_roles, read_roles, read_subject
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Deadline, DeadlineKind, Source, Task
from minhbach.domain.reading.source import Line
from minhbach.domain.text import lower_one_tone

_SCOPE = re.compile(
    r"^(?:(?:ở|tại|đối với|với|riêng|về phía|khối|cấp|các|những|và|địa bàn|phạm vi|thành phố|tỉnh|huyện|quận"
    r"|thị xã|thị trấn|xã|phường|đặc khu|trung ương|địa phương"
    r"|cơ sở|sở|ban|ngành|cơ quan|đơn vị|bộ|toàn|trực thuộc|của|trong|nhà nước)(?:[ ,/-]+|$))+$"
)
_PREAMBLE = re.compile(
    r"^(?:căn cứ|theo đề nghị|thực hiện (?:luật|nghị|quyết|kế hoạch|chỉ|công|thông|chương|văn)|\(|xét )"
)
_TARGET = re.compile(
    r"^(?:phấn đấu|đến (?:hết )?năm|đến cuối năm|\d|tỷ lệ|tỉ lệ|ít nhất|tối thiểu|trên \d|hằng năm có)"
)


@dataclass(frozen=True, slots=True)
class Own:
    """What the text of one paragraph says by itself: its title without that, and the assignment."""

    title: str
    assignment: Assignment
    roles: Roles | None = None


@dataclass(slots=True)
class TaskReader:
    """Reads the tasks of one outline. `plan_year` and `issued_on` are of the document.

    :param by_bodies: the document orders body by body (a directive): what stands under a body's name is its task.
    """

    plan_year: int | None = None
    issued_on: dt.date | None = None
    by_bodies: bool = False
    _labelled: set[int] = field(default_factory=set)
    _assigned: set[int] = field(default_factory=set)
    _own: dict[int, Own] = field(default_factory=dict)

    def read(self, root: Node) -> list[Task]:
        """Return the tasks of the tree, in order."""
        for node in reversed(list(root.walk())):
            self._note(node)
        return list(self._tasks(root, Assignment()))

    def _note(self, node: Node) -> None:
        """Remember, from the leaves up, which paragraphs have labels or assigning sentences in or below them."""
        own = self._own[id(node)] = self._read_own(node)
        below = node.children
        if any(id(child) in self._labelled or kinds_of(child) for child in below) or (
            node.labels and node.before and kinds_of(node)
        ):
            self._labelled.add(id(node))
        if own.assignment.says_something or any(id(child) in self._assigned for child in below):
            self._assigned.add(id(node))

    def _read_own(self, node: Node) -> Own:
        text = node.before or node.text
        if node.unit is None or node.is_label:
            return Own(text, Assignment())
        source = source_of(node.unit.lines)
        labels = gather([replace_children(node)], self.plan_year) if node.labels else Assignment()
        preamble = node.rank is None and _PREAMBLE.match(lower_one_tone(text))
        if preamble or node.section is not Section.CONTENT or node.rank in (Rank.PART, Rank.CAPITAL, Rank.HEADING):
            return Own(text, labels)
        return self._of_sentence(text, source, labels, node)

    def _of_sentence(self, text: str, source: Source, labels: Assignment, node: Node) -> Own:
        roles: Roles | None = None
        bracketed = read_bracket_roles(text)
        if bracketed:
            text, roles = bracketed
        limit = (
            None
            if labels.deadline or _TARGET.match(lower_one_tone(text))
            else find_deadline(text, self.plan_year, self.issued_on)
        )
        if limit and limit.end >= len(text.rstrip(" .;:/")):
            text = text[: limit.start].rstrip(" ,;(")
        if roles is None and node.rank is not Rank.ROMAN:
            roles = read_roles(text)
            text = roles.action if roles and roles.lead and len(roles.action) > 12 else text
        if roles is None and self.by_bodies and node.rank not in SECTIONS:
            bodies, action = read_subject(text)
            roles = Roles(bodies, (), action) if bodies and len(action) > 12 else None
        deadline = limit.deadline if limit else None
        if deadline and deadline.kind is DeadlineKind.UNCLEAR and not (roles or labels.lead):
            deadline = None
        found = Assignment(
            roles.lead if roles else (),
            roles.coordinating if roles else (),
            deadline,
            report_to=reported_to(text) if roles or limit else (),
            sources={
                **({"lead": source} if roles and roles.lead else {}),
                **({"coordinating": source} if roles and roles.coordinating else {}),
                **({"deadline": source} if deadline else {}),
            },
        )
        return Own(text, labels.over(found), roles)

    def _tasks(self, node: Node, inherited: Assignment) -> Iterator[Task]:
        own = self._own[id(node)]
        here = own.assignment.over(self._of_heading(node)).over(inherited)
        groups = groups_of(node.children)
        count = sum(bool(group.labels) for group in groups)
        found = [task for group in groups for task in self._of_group(node, group, here, several=count > 1)]
        if not found and not count and (own.assignment.says_something or self._is_order(node, inherited)):
            found = list(self._leaf(node, own.title, here, node.lines()))
        yield from found

    def _of_heading(self, node: Node) -> Assignment:
        """A body's name as a heading leads all that stands under it, in a document that orders body by body."""
        if not self.by_bodies or node.section is Section.AIMS or not node.children:
            return Assignment()
        name = node.text.partition(":")[0]
        if not looks_like_bodies(name) or node.unit is None:
            return Assignment()
        return Assignment(read_bodies(name), sources={"lead": source_of(node.unit.lines)})

    def _is_order(self, node: Node, inherited: Assignment) -> bool:
        return (
            self.by_bodies
            and bool(inherited.lead)
            and not node.children
            and node.rank is not None
            and len(node.text) > 20
        )

    def _of_group(self, node: Node, group: Group, inherited: Assignment, *, several: bool) -> Iterator[Task]:
        said = gather(group.labels, self.plan_year)
        here = said.over(inherited)
        labelled = [text for text in group.texts if id(text) in self._labelled]
        assigned = [text for text in group.texts if id(text) in self._assigned]
        if labelled:
            for text in group.texts:
                if id(text) in self._labelled or id(text) in self._assigned:
                    yield from self._tasks(text, here)
            return
        if assigned and not said.lead:
            roles = None if _is_nameless(node) or node.rank in SECTIONS else self._roles_below(assigned, group)
            if roles is None:
                yield from (task for text in group.texts for task in self._tasks(text, here))
                return
            here = said.over(roles).over(inherited)
            yield from self._leaf(node, self._own[id(node)].title, here, node.lines())
            return
        if not group.labels:
            if self.by_bodies:
                yield from (task for text in group.texts for task in self._tasks(text, here))
            return
        yield from self._group_leaf(node, group, here, several=several)

    def _roles_below(self, assigned: Sequence[Node], group: Group) -> Assignment | None:
        """Return the roles of bullets that together say who leads one task; null where they are tasks of their own."""
        leading = [self._own[id(node)] for node in assigned if (roles := self._own[id(node)].roles) and roles.lead]
        bullets = all(node.rank in BULLETS or node.rank is None for node in group.texts)
        if len(leading) != 1 or not bullets or (len(assigned) > 1 and self.by_bodies):
            return None
        if len(group.texts) > 1 and not group.labels and leading[0].assignment.deadline:
            return None
        return leading[0].assignment

    def _group_leaf(self, node: Node, group: Group, here: Assignment, *, several: bool) -> Iterator[Task]:
        texts = [text for text in group.texts if not text.is_label]
        plain_labels = all(label.rank is None for label in group.labels)
        bullets = [text for text in texts if text.rank in BULLETS]
        own_title = len(texts) == 1 and (several or (plain_labels and len(bullets) == 1) or _is_nameless(node))
        title = self._own[id(node)].title
        if own_title or (texts and _is_nameless(node)):
            title = self._own[id(texts[0])].title
        lines = tuple(line for part in (*group.texts, *group.labels) for line in part.lines())
        if node.unit and not (several and own_title):
            lines = (*node.unit.lines, *lines)
        yield from self._leaf(node, title, here, tuple(sorted(lines, key=lambda line: line.number)))

    def _leaf(self, node: Node, title: str, here: Assignment, lines: Sequence[Line]) -> Iterator[Task]:
        if not (here.lead or here.parts or (here.deadline and here.deadline.kind is not DeadlineKind.NONE)):
            return
        section, number = number_of(node)
        scope = None
        above = node
        while above.parent is not None and above.parent.unit is not None and (is_scope(title) or not title.strip()):
            scope = scope or title.strip(" .:;") or None
            above = above.parent
            title = self._own[id(above)].title
        source = source_of(lines)
        if here.parts:
            for part in here.parts:
                sources = {"lead": part.source, "deadline": part.source}
                whole = f"{title.strip(' .:;')}: {part.action}" if part.action else title
                yield Task(
                    section,
                    number,
                    whole,
                    scope,
                    part.lead,
                    (),
                    part.deadline,
                    here.product,
                    part.report_to,
                    part.source,
                    sources,
                )
            return
        deadline = here.deadline or Deadline(None, DeadlineKind.NONE)
        yield Task(
            section,
            number,
            title.strip(" :;"),
            scope,
            here.lead,
            here.coordinating,
            deadline,
            here.product,
            here.report_to,
            source,
            here.sources,
        )


def replace_children(node: Node) -> Node:
    """Return the paragraph alone, without what stands below it."""
    return replace(node, children=[])


def is_scope(text: str) -> bool:
    """Tell whether a text only says for whom or where, e.g. “Ở cấp thành phố:”."""
    low = lower_one_tone(text).strip(" .:;-")
    return 0 < len(low) <= 90 and bool(_SCOPE.match(low))


def _is_nameless(node: Node) -> bool:
    return node.unit is None or node.rank in (Rank.PART, Rank.HEADING) or names_section(node.text)
