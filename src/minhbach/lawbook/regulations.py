"""Model regulations, read from `law/regulations/` and from what an operator added, checked on reading."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from minhbach.domain.regulations import (
    TERM,
    Base,
    Demand,
    Field,
    FieldKind,
    Limit,
    Model,
    ModelArticle,
    ModelChapter,
    ModelInvalid,
    ModelState,
    places_in,
)
from minhbach.domain.statutes.book import KEYS, NoStatute
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import Cited, State, Unit
from minhbach.lawbook.folder import added_law_folder, law_folder
from minhbach.lawbook.statutes import statute

BEGINS_WITH = frozenset({"", "body", "head", "focal_point", "focal_point_contact", "units"})
"""Which of an agency's own data a field may begin with."""


@cache
def load_models(folder: Path | None = None, added: Path | None = None) -> tuple[Model, ...]:
    """Return all models, official ones first, then the newest, read once in a process.

    :raises ModelInvalid: if a file says something that cannot be.
    """
    folders = (folder or law_folder() / "regulations", added or added_law_folder() / "regulations")
    models = [read_model(path) for one in folders for path in sorted(one.glob("*.toml"))]
    names = [(one.key, one.version) for one in models]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ModelInvalid(f"mẫu quy chế {twice[0]}, bản {twice[1]}, đứng hai lần")
    return tuple(sorted(models, key=lambda one: (one.state is ModelState.OFFICIAL, one.since), reverse=True))


def models_offered(on: date) -> tuple[Model, ...]:
    """Return the models that a draft may begin with on a day, the one proposed first."""
    return tuple(one for one in load_models() if one.is_offered_on(on))


def model_of(key: str, version: str) -> Model | None:
    """Return one version of a model, or None where its file is not there any more."""
    return next((one for one in load_models() if (one.key, one.version) == (key, version)), None)


def read_model(path: Path) -> Model:
    """Return the model of a file.

    :raises ModelInvalid: if it cannot be read, or says something that cannot be; the message names file and key.
    """
    try:
        model = _model(tomllib.loads(path.read_text("utf-8")))
        _check(model)
    except ModelInvalid as problem:
        raise ModelInvalid(f"{path.name}: {problem}") from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelInvalid(f"{path.name}: không đọc được ({problem})") from problem
    return model


def _model(told: Mapping[str, Any]) -> Model:
    return Model(
        **{key: told[key] for key in ("key", "version", "title", "subject", "issuer", "since", "statute")},
        until=told.get("until"),
        state=ModelState(told["state"]),
        demand=Demand(told["demand"]["words"], State(told["demand"]["state"])),
        fields=tuple(_field(one) for one in told["field"]),
        limits=tuple(Limit(tuple(one["fields"]), one["term"]) for one in told.get("limit", ())),
        chapters=tuple(
            ModelChapter(one["title"], tuple(_article(article) for article in one["article"]))
            for one in told["chapter"]
        ),
    )


def _field(told: Mapping[str, Any]) -> Field:
    unit = Unit(told["unit"]) if "unit" in told else None
    return Field(
        told["key"], FieldKind(told["kind"]), told["label"], told["help"], told["from"],
        tuple(told.get("choices", ())), unit,
    )  # fmt: skip


def _article(told: Mapping[str, Any]) -> ModelArticle:
    bases = tuple(Base(one["document"], one["article"], one.get("quotation", "")) for one in told["bases"])
    return ModelArticle(told["key"], told["title"], told["text"].strip(), bases, told.get("demanded", False))


def _check(model: Model) -> None:
    try:
        law = statute(model.statute)
    except NoStatute as unknown:
        raise ModelInvalid(f"statute “{model.statute}” không có trong dữ liệu pháp luật") from unknown
    if model.state is ModelState.OFFICIAL and not model.issuer:
        raise ModelInvalid("mẫu chính thức phải nêu issuer")
    _refuse_twice([one.key for one in model.fields], "field")
    _refuse_twice([one.key for one in model.articles()], "article")
    for one in model.fields:
        _check_field(one)
    _check_places(model, law)
    for limit in model.limits:
        _check_limit(limit, model, law)
    for article in model.articles():
        _check_bases(article, law)


def _refuse_twice(keys: list[str], what: str) -> None:
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise ModelInvalid(f"{what} “{twice}” đứng hai lần")


def _check_field(field: Field) -> None:
    if (field.kind is FieldKind.DAYS) != (field.unit is not None):
        raise ModelInvalid(f"field “{field.key}”: unit là của kind = days, và kind = days cần unit")
    if (field.kind is FieldKind.CHOICE) != bool(field.choices):
        raise ModelInvalid(f"field “{field.key}”: choices là của kind = choice, và kind = choice cần choices")
    known = field.begins_with.isdecimal() if field.kind is FieldKind.DAYS else field.begins_with in BEGINS_WITH
    if not known:
        raise ModelInvalid(f"field “{field.key}”: không hiểu from “{field.begins_with}”")


def _check_places(model: Model, law: Statute) -> None:
    known = {one.key for one in model.fields} | {f"{TERM}{one.key}" for one in law.terms}
    used = {
        key for text in (model.subject, *(f"{one.title} {one.text}" for one in model.articles()))
        for key in places_in(text)
    }  # fmt: skip
    if unknown := sorted(used - known):
        raise ModelInvalid(f"không có field hoặc thời hạn nào cho {{{unknown[0]}}}")
    if unused := [one.key for one in model.fields if one.key not in used]:
        raise ModelInvalid(f"field “{unused[0]}” không đứng trong câu nào")


def _check_limit(limit: Limit, model: Model, law: Statute) -> None:
    terms = {one.key: one for one in law.terms}
    if limit.term not in terms:
        raise ModelInvalid(f"limit: {law.title} không có thời hạn “{limit.term}”")
    units = {one.key: one.unit for one in model.fields}
    for key in limit.fields:
        if units.get(key) != terms[limit.term].unit:
            raise ModelInvalid(f"limit “{limit.term}”: field “{key}” phải đếm bằng {terms[limit.term].unit}")


def _check_bases(article: ModelArticle, law: Statute) -> None:
    if not article.bases:
        raise ModelInvalid(f"article “{article.key}”: thiếu bases")
    known = {(one.document, one.article) for one in _values(law)}
    for base in article.bases:
        if not base.quotation and (base.document, base.article) not in known:
            raise ModelInvalid(
                f"article “{article.key}”: dữ liệu pháp luật không có {base.article} của {base.document}; kèm quotation"
            )


def _values(law: Statute) -> Iterable[Cited]:
    for field in fields(law):
        if field.name in KEYS or field.name == "choices":
            yield from getattr(law, field.name)
