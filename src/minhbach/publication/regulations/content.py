"""A regulation's rows as values: its articles, what its places are filled with, what is wrong with it."""

import datetime as dt
from collections.abc import Mapping

from minhbach.domain.deadlines.refusing import UNIT_WORDS
from minhbach.domain.regulations import (
    TERM,
    ArticleText,
    Fault,
    Field,
    FieldKind,
    Model,
    faults_of,
    filled,
)
from minhbach.domain.regulations.checking import FaultKind
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.terms import Term
from minhbach.lawbook.regulations import model_of
from minhbach.lawbook.statutes import statute
from minhbach.publication.models import Regulation


def model_used(row: Regulation) -> Model | None:
    """Return the model that it began with; None of a text from elsewhere, or where the model's file is gone."""
    return model_of(row.model_key, row.model_version) if row.model_key else None


def article_texts(row: Regulation) -> tuple[ArticleText, ...]:
    """Return its articles in order, with their places still to be filled in."""
    return tuple(
        ArticleText(one.key, one.chapter, one.title, one.text, one.left_out, one.reason) for one in row.articles.all()
    )


def law_of(row: Regulation, *, on: dt.date) -> Statute:
    """Return the law that it follows, as it holds on a day."""
    return statute(row.statute, on)


def terms_of(law: Statute) -> dict[str, Term]:
    """Return the law's terms by key."""
    return {one.key: one for one in law.terms}


def term_words(law: Statute) -> dict[str, str]:
    """Return what places for the law's own terms are filled with: "12 ngày"."""
    return {f"{TERM}{one.key}": f"{one.amount} {UNIT_WORDS[one.unit]}".removeprefix("0 ") for one in law.terms}


def values_in_words(row: Regulation, model: Model | None, *, on: dt.date) -> dict[str, str]:
    """Return what each place is filled with, days with their unit; terms frozen for the decision stay as they were."""
    fields = {one.key: one for one in model.fields} if model else {}
    said = {key: in_words(value, fields.get(key)) for key, value in row.values.items()}
    empty = dict.fromkeys(fields, "")
    return term_words(law_of(row, on=on)) | empty | said


def in_words(value: str, field: Field | None) -> str:
    """Return a value as sentences say it: "2 ngày làm việc"."""
    if field is not None and field.kind is FieldKind.DAYS and field.unit and value:
        return f"{value} {UNIT_WORDS[field.unit]}"
    return value


def filled_articles(row: Regulation, *, on: dt.date) -> tuple[ArticleText, ...]:
    """Return its articles as they read, without those that are left out."""
    values = values_in_words(row, model_used(row), on=on)
    return tuple(
        ArticleText(one.key, one.chapter, filled(one.title, values), filled(one.text, values))
        for one in article_texts(row)
        if not one.left_out
    )


def subject_of(row: Regulation, *, on: dt.date) -> str:
    """Return what the regulation is about, with its places filled in."""
    return filled(row.subject, values_in_words(row, model_used(row), on=on))


def faults_in(row: Regulation, *, on: dt.date) -> list[Fault]:
    """Return what is wrong with it; of a text from elsewhere only articles that say nothing."""
    model, articles = model_used(row), article_texts(row)
    if model is None:
        return [Fault(FaultKind.EMPTY_ARTICLE, one.title) for one in articles if not one.left_out and not one.text]
    return faults_of(model, articles, row.values, terms_of(law_of(row, on=on)))


def frozen(values: Mapping[str, str], law: Statute) -> dict[str, str]:
    """Return the values with the law's terms as they are today, so that a decision never reads otherwise later."""
    return {**values, **term_words(law)}


def thawed(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values without the law's terms: a draft follows the law of its day again."""
    return {key: value for key, value in values.items() if not key.startswith(TERM)}
