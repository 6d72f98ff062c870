"""Finds the bodies behind the names that a document writes; what fits none or several stays a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from minhbach.agencies.queries import resolve_names
from minhbach.planning.contracts import NameOnDraft
from minhbach.planning.models import DraftTask


@dataclass(frozen=True, slots=True)
class NamedBodies:
    """The answer for each name as written, and a remark where older data had to serve ("theo dữ liệu 30/6/2025")."""

    answers: Mapping[str, NameOnDraft]
    note: str


def name_bodies(names: Sequence[str], *, issuing_body_id: int, on: date | None) -> NamedBodies:
    """Look every name up among the bodies of the issuing body's territory on the day of the document."""
    found = resolve_names(names, issuing_body_id=issuing_body_id, on=on)
    answers: dict[str, NameOnDraft] = {
        one.name: {
            "text": one.name,
            "bodies": list(one.bodies) if one.sure else [],
            "how": "found" if one.sure and one.bodies else "asked",
            "note": one.why,
        }
        for one in found
    }
    note = next((one.data_note for one in found if one.data_note), "")
    return NamedBodies(answers=answers, note=note)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name that is asked may mean.

    :ivar proposed: the bodies that it mentions for sure.
    :ivar offered: what else it may mean, and why, likeliest first.
    :ivar left_out: those of the offered that go with the proposed ones, but are of a kind that it does not mention.
    """

    proposed: tuple[int, ...] = ()
    offered: Mapping[int, str] = field(default_factory=dict)
    left_out: tuple[int, ...] = ()


def meaning_of(name: str, *, issuing_body_id: int, on: date | None) -> Meaning:
    """Return what the name may mean in a document of that body and day."""
    (found,) = resolve_names([name], issuing_body_id=issuing_body_id, on=on)
    return Meaning(
        proposed=() if found.sure else found.bodies,
        offered={one.body_id: one.why for one in found.candidates},
        left_out=tuple(one.body_id for one in found.candidates if one.left_out),
    )


def apply_names(draft: DraftTask, answers: Mapping[str, NameOnDraft]) -> None:
    """Put the answers on a draft, in place; a name without an answer stays as it is."""
    draft.lead = [answers.get(name["text"], name) for name in draft.lead]
    draft.coordinating = [answers.get(name["text"], name) for name in draft.coordinating]
