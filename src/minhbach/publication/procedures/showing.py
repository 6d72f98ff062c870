"""What pages and papers show of a procedure: the law's lines by part, the agency's own steps as figure and table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.publication.law_today import LawToday
from minhbach.publication.models import Procedure
from minhbach.publication.procedures.law import Difference, LawLine, Part, differences, from_json, length_of, parts_of
from minhbach.publication.step_figure import days_written, draw_steps, sum_of

PART_TITLES: dict[Part, Promise] = {
    Part.ASKERS: _("Ai được yêu cầu"),
    Part.STEPS: _("Trình tự thực hiện"),
    Part.CHANNELS: _("Cách gửi yêu cầu"),
    Part.CONTENTS: _("Yêu cầu phải ghi"),
    Part.IF_ANY: _("Ghi thêm, kèm thêm khi có"),
    Part.FORMS: _("Biểu mẫu"),
    Part.TERMS: _("Thời hạn"),
    Part.OUTCOMES: _("Kết quả"),
    Part.COSTS: _("Phí, chi phí"),
    Part.REFUSALS: _("Khi nào bị từ chối"),
    Part.REMEDIES: _("Thấy chưa đúng thì làm gì"),
    Part.BASES: _("Căn cứ pháp lý"),
}
ORDERED = frozenset({Part.STEPS})
"""Parts whose lines follow one another."""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the law's lines with its title."""

    key: str
    title: Promise
    lines: tuple[LawLine, ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A row of the table of steps."""

    position: int
    title: str
    unit_name: str
    days_written: str


def shown_parts(lines: Iterable[LawLine]) -> tuple[ShownPart, ...]:
    """Return the law's lines part by part."""
    return tuple(
        ShownPart(part.value, PART_TITLES[part], own, part in ORDERED) for part, own in parts_of(lines).items()
    )


def shown_procedure(procedure: Procedure, lines: Iterable[LawLine]) -> dict[str, Any]:
    """Return the context of `parts/procedure_content.html`."""
    steps = list(procedure.steps.all())
    return {
        "procedure": procedure,
        "parts": shown_parts(lines),
        "steps": [ShownStep(one.position, one.title, one.unit_name, days_written(one.days)) for one in steps],
        "days": days_written(sum_of(one.days for one in steps)),
        "figure": draw_steps(steps),
    }


def shown_differences(procedure: Procedure, law: LawToday) -> tuple[tuple[Promise, Difference], ...]:
    """Return what the law says otherwise today than in a version, each with the title of its part."""
    if procedure.law_digest == law.digest:
        return ()
    found = differences(from_json(procedure.law_lines), law.lines)
    return tuple((PART_TITLES[Part(one.part)], one) for one in found)


def plain_facts(law: LawToday) -> dict[str, Any]:
    """Return what the plain words at the head of the page rest on, with where each stands in the law."""
    statute = law.statute
    extensions = [one for one in statute.terms if one.about == "request" and one.at_most]
    free = next((one for one in statute.costs if one.key == "no_fee"), None)
    complaint = next(iter(statute.complaints), None)
    return {
        "channels": "; ".join(one.words for one in statute.channels),
        "channels_at": statute.cite(statute.channels[0]) if statute.channels else "",
        "term": length_of(law.answer),
        "term_at": statute.cite(law.answer),
        "extension": length_of(max(extensions, key=lambda one: one.amount)) if extensions else "",
        "is_free": free is not None,
        "free_at": statute.cite(free) if free else "",
        "complaint_at": statute.cite(complaint) if complaint else "",
    }
