"""An answer before it is kept: what was typed, and the letter that it becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.statutes import Statute
from minhbach.domain.statutes.requests import RefusalGround
from minhbach.domain.text import nfc
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Answer, AnswerFile

LETTERS: Mapping[str, LetterKey] = {
    RequestEvent.PROVIDE: LetterKey.ANSWER,
    RequestEvent.PROVIDE_IN_PART: LetterKey.PARTIAL,
    RequestEvent.POINT: LetterKey.POINTED,
    RequestEvent.REFUSE: LetterKey.REFUSAL,
}
GIVES = (RequestEvent.PROVIDE, RequestEvent.PROVIDE_IN_PART)
"""Outcomes with which information itself goes out."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A part that is not provided: where it stands, on which ground (key of the statute), why in everyday words."""

    place: str
    ground: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """What an officer proposes to answer.

    :param given: what is provided, a line each; files are named beside it.
    :param kept: of a refusal, what is provided all the same, or why nothing is.
    """

    outcome: RequestEvent
    ground: str = ""
    given: str = ""
    reason: str = ""
    kept: str = ""
    remedy: str = ""
    explainer: str = ""
    where: str = ""
    removed: tuple[Removed, ...] = ()

    def words(self) -> dict[str, str]:
        """Return the columns that hold words, in NFC."""
        names = ("given", "reason", "kept", "remedy", "where")
        return {name: nfc(getattr(self, name)).strip() for name in names} | {"explainer": nfc(self.explainer)[:300]}


def answer_places(given: AnswerGiven, files: Sequence[AnswerFile], law: Statute) -> dict[str, str]:
    """Return what the letter's places are filled with; who explains stands only where it was typed.

    :raises CaseRefused: for a ground that the statute does not have.
    """
    places = {
        "given": "\n".join([*_dashed(given.given), *(f"- Tệp {file.name}" for file in files)]),
        "reason": given.reason.strip(),
        "kept": given.kept.strip(),
        "remedy": given.remedy.strip(),
        "where": "\n".join(_dashed(given.where)),
        "removed": "\n".join(_removed(one, law) for one in given.removed),
    }
    if given.explainer.strip():
        places["explainer"] = given.explainer.strip()
    if given.ground:
        ground = ground_of(law, given.ground)
        places |= {"ground": law.cite(ground), "ground_quotation": ground.quotation}
    return places


def ground_of(law: Statute, key: str) -> RefusalGround:
    """Return a ground of refusal of the statute.

    :raises CaseRefused: if there is none of this key.
    """
    found = next((one for one in law.refusal_grounds if one.key == key), None)
    if found is None:
        raise CaseRefused(_("Chọn căn cứ từ chối có trong luật áp dụng."), field="ground")
    return found


def as_given(row: Answer) -> AnswerGiven:
    """Return what a kept answer says."""
    return AnswerGiven(
        outcome=RequestEvent(row.outcome),
        ground=row.ground,
        given=row.given,
        reason=row.reason,
        kept=row.kept,
        remedy=row.remedy,
        explainer=row.explainer,
        where=row.where,
        removed=tuple(Removed(one.place, one.ground, one.reason) for one in row.removed.all()),
    )


def _removed(one: Removed, law: Statute) -> str:
    return f"- {one.place}: {one.reason.rstrip('.')} ({law.cite(ground_of(law, one.ground))})"


def _dashed(text: str) -> list[str]:
    return [f"- {line.strip().lstrip('-–• ')}" for line in text.splitlines() if line.strip()]
