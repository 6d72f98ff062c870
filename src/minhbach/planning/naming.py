"""Finds the bodies behind the names that a document writes; what fits none or several stays a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


def candidates_for(name: str, *, issuing_body_id: int, on: date | None) -> dict[int, str]:
    """Return what the name may mean: bodies by id, likeliest first, and why each is offered."""
    (found,) = resolve_names([name], issuing_body_id=issuing_body_id, on=on)
    return {one.body_id: one.why for one in found.candidates}


def apply_names(draft: DraftTask, answers: Mapping[str, NameOnDraft]) -> None:
    """Put the answers on a draft, in place; a name without an answer stays as it is."""
    draft.lead = [answers.get(name["text"], name) for name in draft.lead]
    draft.coordinating = [answers.get(name["text"], name) for name in draft.coordinating]
