"""Gathers what the labels of one task say: lead, coordination, limit, product, and where each stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from minhbach.domain.reading.body.bodies import read_bodies
from minhbach.domain.reading.body.both import read_both
from minhbach.domain.reading.body.deadlines import find_deadline, read_branches, read_deadline
from minhbach.domain.reading.body.labels import Label
from minhbach.domain.reading.body.names import names_body
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.reports import reported_to
from minhbach.domain.reading.body.sentences import read_roles, read_subject
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import Deadline, DeadlineKind, Source
from minhbach.domain.text import squeeze

_AS_ABOVE = re.compile(r"^(?:Như|như|nt|NT|-nt-)(?: (?:trên|giai đoạn|mục|điểm|nhiệm vụ)[^,;]*)?[.;]?$")


@dataclass(frozen=True, slots=True)
class Part:
    """One of several limits under one label, each for bodies of its own: a task by itself."""

    lead: tuple[str, ...]
    action: str
    deadline: Deadline | None
    report_to: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is known of a task. `sources` tells where each field stands."""

    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    deadline: Deadline | None = None
    product: str | None = None
    report_to: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    unsure_lead: bool = False  # lead and coordinating bodies stood in one list

    def over(self, inherited: "Assignment") -> "Assignment":
        """Return this assignment with what it leaves out taken from the one above it."""
        lead = self.lead or inherited.lead
        coordinating = self.coordinating or (inherited.coordinating if not self.lead or not inherited.lead else ())
        return Assignment(
            lead,
            coordinating,
            self.deadline or inherited.deadline,
            self.product or inherited.product,
            self.report_to or inherited.report_to,
            self.parts,
            inherited.sources | self.sources,
            self.unsure_lead or (inherited.unsure_lead and not self.lead),
        )

    @property
    def says_something(self) -> bool:
        """Whether anything of an assignment was found."""
        return bool(self.lead or self.coordinating or self.deadline or self.product or self.parts)


@dataclass(frozen=True, slots=True)
class _Value:
    """The words of a label: on its own line and in the list below it, with where they stand."""

    label: Label
    words: str
    listed: tuple[Node, ...]
    source: Source


def gather(labels: Iterable[Node], plan_year: int | None) -> Assignment:
    """Return what the label paragraphs of one task say together."""
    found = Assignment()
    performers: tuple[str, ...] = ()
    for value in (value for node in labels for value in _values(node)):
        if value.label is Label.PERFORMER:
            performers += _bodies(value)
            found = replace(found, sources={"performer": value.source} | found.sources)
        else:
            found = _GATHERERS[value.label](found, value, plan_year) if value.label in _GATHERERS else found
    return _with_performers(found, performers)


def _with_performers(found: Assignment, performers: tuple[str, ...]) -> Assignment:
    """Who carries out leads where nobody else does, and coordinates where another body leads."""
    sources = dict(found.sources)
    source = sources.pop("performer", None)
    if not performers or source is None:
        return replace(found, sources=sources)
    if found.lead:
        coordinating = tuple(dict.fromkeys((*found.coordinating, *performers)))
        return replace(found, coordinating=coordinating, sources={"coordinating": source} | sources)
    return replace(found, lead=performers, sources={"lead": source} | sources)


def _values(node: Node) -> Iterable[_Value]:
    """Yield each label of a paragraph with its words; a heading over further labels yields theirs."""
    lines = node.lines()
    if node.heading and not any(labelled.value for labelled in node.labels):
        inner = [child for child in node.children if child.is_label]
        for child in inner:
            yield from _values(child)
        listed = tuple(child for child in node.children if not child.is_label)
        if listed:
            yield _Value(node.heading, "", listed, source_of(lines))
        return
    for i, labelled in enumerate(node.labels):
        last = i == len(node.labels) - 1
        yield _Value(labelled.label, labelled.value, tuple(node.children) if last else (), source_of(lines))


def _texts(value: _Value) -> list[str]:
    listed = [node.text for node in value.listed if not node.text.startswith("(")]
    return [text for text in (value.words, *listed) if text.strip(" .;:-") and not _AS_ABOVE.match(text)]


def _bodies(value: _Value) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in _texts(value) for name in read_bodies(_without_scope(text))))


def _without_scope(text: str) -> str:
    """Leave out what a list of bodies is for: “Cấp tỉnh: Sở Tư pháp”."""
    scope, colon, rest = text.partition(":")
    return rest.strip() if colon and len(scope) < 60 and names_body(rest.strip()) and not names_body(scope) else text


def _lead(found: Assignment, value: _Value, _: int | None) -> Assignment:
    lead, coordinating = found.lead, found.coordinating
    for text in _texts(value):
        roles = read_roles(text)
        if roles and roles.lead:
            lead, coordinating = lead + roles.lead, coordinating + roles.coordinating
        else:
            lead += read_bodies(_without_scope(text))
    report_to = found.report_to or reported_to(" ".join(_texts(value)))
    return replace(
        found,
        lead=tuple(dict.fromkeys(lead)),
        coordinating=tuple(dict.fromkeys(coordinating)),
        report_to=report_to,
        sources=found.sources | {"lead": value.source},
    )


def _coordinating(found: Assignment, value: _Value, _: int | None) -> Assignment:
    names = found.coordinating
    for text in _texts(value):
        roles = read_roles(text)
        names += (*roles.lead, *roles.coordinating) if roles and roles.lead else read_bodies(_without_scope(text))
    return replace(
        found, coordinating=tuple(dict.fromkeys(names)), sources=found.sources | {"coordinating": value.source}
    )


def _both(found: Assignment, value: _Value, plan_year: int | None) -> Assignment:
    parts = () if value.words.strip(" .;") else _parts_of(value.listed, plan_year, dated=False)
    if parts:
        return replace(found, parts=parts, sources=found.sources | {"lead": value.source})
    for text in _texts(value):
        roles, sure = read_both(text)
        found = replace(
            found,
            lead=found.lead + roles.lead,
            coordinating=found.coordinating + roles.coordinating,
            unsure_lead=found.unsure_lead or not sure,
            sources=found.sources | {"lead": value.source, "coordinating": value.source},
        )
    return found


def _deadline(found: Assignment, value: _Value, plan_year: int | None) -> Assignment:
    listed = [node for node in value.listed if node.text.strip(" .;")]
    parts = () if value.words.strip(" .;") else _parts_of(listed, plan_year, dated=True)
    sources = found.sources | {"deadline": value.source}
    if parts:
        return replace(found, parts=parts, sources=sources)
    texts = _texts(value)
    deadline = _several(texts, plan_year) or read_deadline("; ".join(t.strip(" .;") for t in texts), plan_year)
    if found.deadline and deadline.kind is DeadlineKind.NONE:
        return found
    report_to = found.report_to or reported_to(" ".join(texts))
    return replace(found, deadline=deadline, report_to=report_to, sources=sources)


def _several(texts: Sequence[str], plan_year: int | None) -> Deadline | None:
    if len(texts) > 1:
        return read_branches(texts, plan_year)
    pieces = [piece for piece in re.split(r";|\n", texts[0]) if piece.strip()] if texts else []
    return read_branches(pieces, plan_year) if len(pieces) > 1 else None


def _parts_of(listed: Sequence[Node], plan_year: int | None, *, dated: bool) -> tuple[Part, ...]:
    """Return the parts of a list where each line says which bodies do what; else nothing.

    :param dated: each line must say by when; otherwise one of them at least.
    """
    parts = []
    for node in listed:
        bodies, action = read_subject(node.text)
        if not bodies:
            return ()
        limit = find_deadline(action, plan_year)
        what = action[: limit.start] + action[limit.end :] if limit else action
        parts.append(
            Part(
                bodies,
                what.strip(" ,.;:"),
                limit.deadline if limit else None,
                reported_to(action),
                source_of(node.lines()),
            )
        )
    limits = [part for part in parts if part.deadline]
    return tuple(parts) if len(parts) > 1 and limits and (len(limits) == len(parts) or not dated) else ()


def _product(found: Assignment, value: _Value, _: int | None) -> Assignment:
    product = "; ".join(text.strip(" .;") for text in _texts(value))
    if not product or found.product:
        return found
    return replace(found, product=squeeze(product), sources=found.sources | {"product": value.source})


_GATHERERS = {
    Label.LEAD: _lead,
    Label.COORDINATING: _coordinating,
    Label.BOTH: _both,
    Label.DEADLINE: _deadline,
    Label.PRODUCT: _product,
}
