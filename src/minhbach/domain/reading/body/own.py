"""Reads what one paragraph says by itself: its title, and who does it by when where it says so."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from minhbach.domain.reading.body.apart import only_names_role, read_apart
from minhbach.domain.reading.body.assignment import Assignment, gather
from minhbach.domain.reading.body.bodies import bodies_of_leaders, looks_like_bodies, read_bodies
from minhbach.domain.reading.body.closings import is_closing
from minhbach.domain.reading.body.deadlines import find_among_parts, find_deadline, find_recurrence, read_time_heading
from minhbach.domain.reading.body.deadlines.clause import Found
from minhbach.domain.reading.body.marks import SECTIONS, Rank
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sections import Section
from minhbach.domain.reading.body.sentences import (
    Roles,
    read_given_within,
    read_partners,
    read_roles,
    read_subject,
)
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Deadline, DeadlineKind

_PREAMBLE = re.compile(
    r"^(?:căn cứ|theo đề nghị|thực hiện (?:luật|nghị|quyết|kế hoạch|chỉ|công|thông|chương|văn)|\(|xét )"
)
_TARGET = re.compile(
    r"^(?:phấn đấu|đến (?:hết )?năm|đến cuối năm|\d|tỷ lệ|tỉ lệ|ít nhất|tối thiểu|trên \d|hằng năm có"
    r"|(?:việc|tình hình|kết quả|số liệu) "  # what is inspected or counted, not what is ordered
    r"|chịu trách nhiệm thi hành)"
)
_ENFORCING = re.compile(r"chịu trách nhiệm thi hành")
_GIVING = re.compile(r"^(?:giao|phân công|yêu cầu|đề nghị)(?: cho)?[ :]+")
_SHORTEST_ACTION = 12


@dataclass(frozen=True, slots=True)
class Own:
    """What one paragraph says.

    `orders` is true where all that stands under it is an order to its lead; `apart` where it says the work itself and,
    in brackets, who does it: a task by itself.
    """

    title: str
    assignment: Assignment
    roles: Roles | None = None
    orders: bool = False
    is_time: bool = False
    apart: bool = False

    @property
    def assigns(self) -> bool:
        """Whether the paragraph itself gives an assignment."""
        return self.assignment.says_something or self.roles is not None


@dataclass(frozen=True, slots=True)
class OwnReader:
    """Reads single paragraphs.

    :param by_bodies: the document orders body by body (a directive): the subject of a sentence is whom it orders.
    """

    plan_year: int | None = None
    issued_on: dt.date | None = None
    by_bodies: bool = False

    def read(self, node: Node) -> Own:
        """Return what the paragraph says, apart from what stands below it."""
        text = node.before or node.text
        if node.unit is None or node.is_label:
            return Own(text, Assignment())
        labels = gather([replace(node, children=[])], self.plan_year) if node.labels else Assignment()
        low = lowered(text)
        aside = node.rank is None and (_PREAMBLE.match(low) or is_closing(low))
        if aside or node.section is not Section.CONTENT or node.rank in (Rank.PART, Rank.CAPITAL, Rank.HEADING):
            return Own(text, labels)
        return self._heading(node, text) or self._sentence(node, text, low, labels)

    def _heading(self, node: Node, text: str) -> Own | None:
        """A name of bodies, or of a time, over a list holds for the whole list."""
        if not node.children or node.unit is None:
            return None
        source = source_of(node.unit.lines)
        name = _GIVING.sub("", lowered(text[:20])) and text
        if looks_like_bodies(name) or looks_like_bodies(name.partition(":")[0]) and not name.partition(":")[2].strip():
            lead = bodies_of_leaders(read_bodies(name.partition(":")[0] if name.rstrip().endswith(":") else name))
            return Own(text, Assignment(lead, sources={"lead": source}), orders=True)
        time = read_time_heading(text, self.plan_year)
        return Own(text, Assignment(deadline=time, sources={"deadline": source}), is_time=True) if time else None

    def _sentence(self, node: Node, text: str, low: str, labels: Assignment) -> Own:
        bracketed = read_apart(text, self.plan_year)
        roles = bracketed.roles if bracketed else None
        title = bracketed.before if bracketed else text
        limit = (
            None if labels.deadline or _TARGET.match(low) else self._limit(title, bracketed.inside if bracketed else "")
        )
        if limit and limit.end >= len(title.rstrip(" .;:/")):
            title = title[: limit.start].rstrip(" ,;(")
        if roles is None and node.rank is not Rank.ROMAN:
            asked = bool(limit or find_recurrence(text)) or (self.by_bodies and node.rank not in SECTIONS)
            roles, title = self._roles(title, asked=asked)
        apart = bracketed is not None and len(bracketed.before) > _SHORTEST_ACTION
        orders = bool(roles and roles.lead and node.children and text.rstrip().endswith(":"))
        return Own(title, labels.over(self._assignment(node, text, roles, limit, labels)), roles, orders, apart=apart)

    def _limit(self, title: str, inside: str) -> Found | None:
        found = find_deadline(title, self.plan_year, self.issued_on)
        if found is None and inside:
            other = find_deadline(inside, self.plan_year, self.issued_on)
            if other:
                return replace(other, start=len(title), end=len(title))
            part = find_among_parts(inside, self.plan_year)
            return Found(part, len(title), len(title)) if part else None
        return self._only(found, title) if found else None

    def _only(self, found: Found, title: str) -> Found:
        """Of two limits in one order neither is the limit: a person must say which, or make two tasks of it."""
        other = find_deadline(title[found.end :], self.plan_year, self.issued_on)
        if other is None or other.deadline.end in (None, found.deadline.end) or found.deadline.end is None:
            return found
        words = f"{found.deadline.text}; {other.deadline.text}"
        return replace(found, deadline=Deadline(words, DeadlineKind.UNCLEAR), end=found.start)

    def _roles(self, text: str, *, asked: bool) -> tuple[Roles | None, str]:
        roles = read_roles(text)
        if roles:
            return roles, roles.action if len(roles.action) > _SHORTEST_ACTION else text
        within = read_given_within(text)
        if within:
            return within, within.action
        if not asked or _ENFORCING.search(lowered(text)):
            return None, text
        bodies, action = read_subject(text)
        if not bodies or (len(action) <= _SHORTEST_ACTION and not only_names_role(action)):
            return None, text
        lead = bodies_of_leaders(bodies)
        if only_names_role(action):
            return Roles(lead, (), ""), text
        partners = read_partners(action) if lowered(action[:8]) == "phối hợp" else ()
        headed = text.removesuffix(action).rstrip().endswith(":")  # “Các thôn: treo cờ”
        return Roles(lead, partners, action), action if headed else text

    def _assignment(
        self, node: Node, text: str, roles: Roles | None, limit: Found | None, labels: Assignment
    ) -> Assignment:
        lead = roles.lead if roles else ()
        deadline = limit.deadline if limit else None
        if deadline is None and (lead or roles or labels.lead):
            deadline = find_recurrence(text)
        if deadline and deadline.kind is DeadlineKind.UNCLEAR and not (roles or labels.lead):
            deadline = None
        source = source_of(node.unit.lines if node.unit else ())
        named: dict[str, object] = {"lead": lead, "coordinating": roles and roles.coordinating, "deadline": deadline}
        return Assignment(
            lead,
            roles.coordinating if roles else (),
            _kept(deadline),
            report_to=reported_to(text) if roles or limit else (),
            sources={field: source for field, value in named.items() if value},
        )


def _kept(deadline: Deadline | None) -> Deadline | None:
    return deadline if deadline and deadline.kind is not DeadlineKind.NONE else None
