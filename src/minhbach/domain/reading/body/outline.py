"""Builds the tree of a document from the marks of its paragraphs: sections, items, sub-items, bullets, plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from minhbach.domain.reading.body.labels import Label, Labelled, heading_label, read_labels
from minhbach.domain.reading.body.marks import BULLETS, SECTIONS, Mark, Rank, read_mark
from minhbach.domain.reading.body.sections import Section, is_capitals, names_section, section_of
from minhbach.domain.reading.body.units import Unit
from minhbach.domain.reading.source import Line


@dataclass(slots=True)
class Node:
    """One paragraph in the tree. `text` is without its mark; `before` is its text up to the first label in it."""

    mark: Mark | None
    text: str
    unit: Unit | None = None
    parent: "Node | None" = None
    section: Section = Section.CONTENT
    children: "list[Node]" = field(default_factory=list)
    before: str = ""
    labels: list[Labelled] = field(default_factory=list)
    heading: Label | None = None  # the label that the whole text is, its value standing below

    @property
    def rank(self) -> Rank | None:
        """The rank of the mark, null for plain text."""
        return self.mark.rank if self.mark else None

    @property
    def is_label(self) -> bool:
        """Whether the paragraph only labels: it begins with a label, or is one over a list."""
        return bool(self.labels and not self.before) or self.heading is not None

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it, in the document's order."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending.extend(reversed(node.children))

    def lines(self) -> tuple[Line, ...]:
        """Return the lines of this node and of all below it."""
        return tuple(line for node in self.walk() if node.unit for line in node.unit.lines)


def outline(units: Iterable[Unit]) -> Node:
    """Return the root of the tree. Marks nest as they first appear; one seen before closes what stands below it."""
    root = Node(None, "")
    stack = [root]
    for unit in units:
        node = _node(unit)
        if _names_part(stack[-1], node):
            stack[-1].text = stack[-1].before = node.text
            stack[-1].section = section_of(node.text)
            continue
        if node.mark is None:
            parent = _home_of_plain(stack, node)
        else:
            _close(stack, node.mark)
            parent = stack[-1]
        node.parent = parent
        node.section = _section(node, parent)
        parent.children.append(node)
        if node.mark is not None:
            stack.append(node)
    return root


def _names_part(above: Node, node: Node) -> bool:
    """Tell whether a heading without a number names the part above it, whose own line only has the number."""
    if above.rank is not Rank.PART or not above.mark or not above.mark.label or above.text or above.children:
        return False
    return node.mark is not None and not node.mark.label and node.rank in SECTIONS


def _node(unit: Unit) -> Node:
    mark, text = read_mark(unit.text.strip())
    before, labels = read_labels(text)
    if mark is None and not (labels and not before) and _is_heading(unit, text):
        mark = Mark(Rank.PART if is_capitals(text) else Rank.HEADING, "")
    node = Node(mark, text, unit, before=before, labels=labels)
    if node.rank in SECTIONS:
        node.labels, node.before = ([], text) if not before else (labels, before)
    else:
        node.heading = heading_label(text)
    return node


def _is_heading(unit: Unit, text: str) -> bool:
    return (unit.heading or is_capitals(text) or names_section(text)) and not text.endswith((";", ","))


def _home_of_plain(stack: list[Node], node: Node) -> Node:
    """Plain text belongs to the item that is open: a bullet is closed by it, unless it has its own labels below it."""
    depth = len(stack) - 1
    while depth > 0 and stack[depth].rank in BULLETS and not stack[depth].is_label:
        depth -= 1
    if stack[depth].is_label and (node.is_label or stack[depth].heading is None):
        while depth > 0 and stack[depth].is_label:
            depth -= 1
        while depth > 0 and stack[depth].rank in BULLETS:
            depth -= 1
    return stack[depth]


def _close(stack: list[Node], mark: Mark) -> None:
    ranks = [node.rank for node in stack]
    if mark.rank in ranks:
        del stack[ranks.index(mark.rank) :]
        return
    while len(stack) > 1 and not _may_hold(stack[-1], mark.rank):
        stack.pop()


def _may_hold(above: Node, rank: Rank) -> bool:
    """Drafters nest bullets as they like, but plus signs stand under dashes, and one list has one kind of bullet."""
    if above.rank not in BULLETS or rank not in BULLETS:
        return (above.rank or Rank.PART) < rank
    mixed = any(child.rank in BULLETS and child.rank is not rank for child in above.children)
    return not mixed and (above.rank, rank) != (Rank.PLUS, Rank.DASH)


def _section(node: Node, parent: Node) -> Section:
    above = parent.section if parent.mark else None
    if node.rank in SECTIONS:
        return section_of(node.before or node.text, above)
    if node.rank in (Rank.ARABIC, Rank.LETTER, Rank.ARABIC_CLOSED) and (
        names_section(node.text) or (above is None and len(node.text) < 90)
    ):
        return section_of(node.text, above)
    if node.rank is Rank.ARABIC and section_of(node.text[:60], above) is Section.BUDGET:
        return Section.BUDGET
    return parent.section if parent.mark else Section.CONTENT
