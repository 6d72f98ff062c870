"""What is wrong with an agency's regulation: terms longer than the law's, gaps, articles left out unexplained."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.regulations.filling import places_in
from minhbach.domain.regulations.model import Limit, Model
from minhbach.domain.regulations.text import ArticleText
from minhbach.domain.statutes.terms import Term


class FaultKind(StrEnum):
    """What is wrong."""

    TOO_LONG = "too_long"
    """Terms within the agency are together longer than the law's. Never allowed."""
    EMPTY = "empty"
    """A place is not filled in."""
    UNEXPLAINED = "unexplained"
    """A demanded article is left out without a reason."""
    EMPTY_ARTICLE = "empty_article"
    """An article says nothing."""
    LEFT_OUT = "left_out"
    """A demanded article is left out, with a reason: a warning only."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    :param subject: the key of a field or limit's term, or the title of an article.
    :param days: what the fields count together; `allowed`: the statute's amount.
    """

    kind: FaultKind
    subject: str
    days: int = 0
    allowed: int = 0

    @property
    def is_warning(self) -> bool:
        """True if the regulation may be issued all the same."""
        return self.kind is FaultKind.LEFT_OUT


def terms_too_long(limits: Iterable[Limit], values: Mapping[str, str], terms: Mapping[str, Term]) -> list[Fault]:
    """Return where days within the agency are together more than the statute's term; a gap counts as none."""
    found = []
    for limit in limits:
        days = sum(int(values[key]) for key in limit.fields if values.get(key, "").isdecimal())
        if days > terms[limit.term].amount:
            found.append(Fault(FaultKind.TOO_LONG, limit.term, days, terms[limit.term].amount))
    return found


def faults_of(
    model: Model, articles: Sequence[ArticleText], values: Mapping[str, str], terms: Mapping[str, Term]
) -> list[Fault]:
    """Return what is wrong with a regulation, what forbids issuing it first."""
    held = [one for one in articles if not one.left_out]
    used = {key for one in held for key in places_in(f"{one.title} {one.text}")}
    used |= set(places_in(model.subject))
    faults = terms_too_long(model.limits, values, terms)
    faults += [Fault(FaultKind.EMPTY, one.key) for one in model.fields if one.key in used and not values.get(one.key)]
    faults += [Fault(FaultKind.EMPTY_ARTICLE, one.title) for one in held if not one.text.strip()]
    faults += _left_out(model, articles)
    return sorted(faults, key=lambda fault: fault.is_warning)


def _left_out(model: Model, articles: Sequence[ArticleText]) -> list[Fault]:
    held = {one.key for one in articles if not one.left_out}
    reasons = {one.key: one.reason for one in articles if one.left_out}
    return [
        Fault(FaultKind.LEFT_OUT if reasons.get(one.key) else FaultKind.UNEXPLAINED, one.title)
        for one in model.articles()
        if one.demanded and one.key not in held
    ]
