"""Write the draft of a regulation: fill in places, change articles, leave out, add, move."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.regulation import REGULATION, RegulationEvent, RegulationState
from minhbach.domain.regulations import FieldKind, terms_too_long, unknown_places
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.actions.draft_service_list import refuse_to_change
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, RegulationArticle
from minhbach.publication.queries.regulations import article_of, regulation_for_change
from minhbach.publication.regulations.content import law_of, model_used, terms_of, values_in_words
from minhbach.publication.regulations.labels import fault_words

LONGEST_TEXT, LONGEST_VALUE = 20_000, 500
MOST_ARTICLES = 200


@dataclass(frozen=True, slots=True)
class ArticleGiven:
    """What somebody wrote as an article; `reason` where it is left out."""

    chapter: str
    title: str
    text: str
    left_out: bool = False
    reason: str = ""


@transaction.atomic
def fill_in(
    *, announcement_id: int, subject: str, values: Mapping[str, str], seen_revision: int, actor: Actor, now: datetime
) -> None:
    """Keep what the places are filled with, and what the regulation is about.

    :param values: by the key of the place; keys that the model does not have are left out.
    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed it meanwhile, days are no numbers, or terms
        within the agency are together longer than the law's.
    :raises MoveNotAllowed: if its text stands still.
    """
    row = _writable(announcement_id, seen_revision, actor)
    regulation, model = row.regulation, model_used(row.regulation)
    fields = {one.key: one for one in model.fields} if model else {}
    said = {key: squeeze(values.get(key, ""))[:LONGEST_VALUE] for key in fields}
    for key, field in fields.items():
        if field.kind is FieldKind.DAYS and said[key] and not said[key].isdecimal():
            raise PublicationRefused(_("Ghi số ngày bằng chữ số, ví dụ 2."), field=key)
        if field.kind is FieldKind.CHOICE and said[key] and said[key] not in field.choices:
            raise PublicationRefused(_("Chọn một trong các giá trị có sẵn."), field=key)
    if model:
        law = law_of(regulation, on=local_date(now))
        if too_long := terms_too_long(model.limits, said, terms_of(law)):
            raise PublicationRefused(fault_words(too_long[0], model, law))
    regulation.values = said
    regulation.subject = squeeze(subject)[:500] or regulation.subject
    _refuse_unknown_places(row, regulation.subject, now)
    regulation.save(update_fields=["values", "subject"])
    _changed(row, "regulation.filled", actor, now)


@transaction.atomic
def write_article(
    *, announcement_id: int, article_id: int, given: ArticleGiven, seen_revision: int, actor: Actor, now: datetime
) -> None:
    """Write an article anew, leave it out, or take it in again.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed the draft meanwhile, the article has no title, a
        demanded one is left out without a reason, or a place in it is none of the model's.
    :raises MoveNotAllowed: if the draft's text stands still.
    """
    row = _writable(announcement_id, seen_revision, actor)
    article = article_of(row, article_id)
    model = model_used(row.regulation)
    own = model.article(article.key) if model and article.key else None
    if given.left_out and own and own.demanded and not squeeze(given.reason):
        raise PublicationRefused(_("Điều này thuộc nội dung luật nêu: ghi lý do không đưa vào."), field="reason")
    _write(row, article, given, now)
    _changed(row, "regulation.article_written", actor, now, {"article": article.pk, "left_out": article.left_out})


@transaction.atomic
def add_article(
    *, announcement_id: int, after: int | None, given: ArticleGiven, seen_revision: int, actor: Actor, now: datetime
) -> int:
    """Put an article of the agency's own behind another one, or (None) at the end; return its id.

    :raises PublicationNotVisible: if the draft, or the article before, is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed the draft meanwhile, it has no title, there are
        too many articles, or a place in it is none of the model's.
    :raises MoveNotAllowed: if the draft's text stands still.
    """
    row = _writable(announcement_id, seen_revision, actor)
    articles = row.regulation.articles
    if articles.count() >= MOST_ARTICLES:
        raise PublicationRefused(_("Quy chế nhiều nhất %(most)s điều.") % {"most": MOST_ARTICLES})
    last = articles.aggregate(last=Max("position"))["last"] or 0
    position = article_of(row, after).position if after is not None else last
    articles.filter(position__gt=position).update(position=F("position") + 1)
    article = RegulationArticle(regulation=row.regulation, position=position + 1)
    _write(row, article, given, now)
    _changed(row, "regulation.article_added", actor, now, {"article": article.pk})
    return article.pk


@transaction.atomic
def drop_article(*, announcement_id: int, article_id: int, seen_revision: int, actor: Actor, now: datetime) -> None:
    """Take an article out that the agency added; one of the model's is left out instead, so that it can come back.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, somebody changed the draft meanwhile, or it is the model's.
    :raises MoveNotAllowed: if the draft's text stands still.
    """
    row = _writable(announcement_id, seen_revision, actor)
    article = article_of(row, article_id)
    if article.key:
        raise PublicationRefused(_("Điều của mẫu thì đánh dấu “không đưa vào”, để còn lấy lại được."))
    article.delete()
    _changed(row, "regulation.article_dropped", actor, now, {"article": article_id})


@transaction.atomic
def move_article(
    *, announcement_id: int, article_id: int, up: bool, seen_revision: int, actor: Actor, now: datetime
) -> None:
    """Let an article change places with the one before it, or after it, and stand in that one's chapter.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, or somebody changed the draft meanwhile.
    :raises MoveNotAllowed: if the draft's text stands still.
    """
    row = _writable(announcement_id, seen_revision, actor)
    article, others = article_of(row, article_id), row.regulation.articles
    beside = (
        others.filter(position__lt=article.position).last() if up
        else others.filter(position__gt=article.position).first()
    )  # fmt: skip
    if beside is None:
        return
    if beside.chapter != article.chapter:
        article.chapter = beside.chapter
    else:
        article.position, beside.position = beside.position, article.position
        beside.save(update_fields=["position"])
    article.save(update_fields=["position", "chapter"])
    _changed(row, "regulation.article_moved", actor, now, {"article": article_id})


def _writable(announcement_id: int, seen_revision: int, actor: Actor) -> Announcement:
    row = regulation_for_change(announcement_id, actor=actor)
    refuse_to_change(row, seen_revision=seen_revision, actor=actor)
    REGULATION.next(RegulationState(row.regulation.state), RegulationEvent.WRITE)
    return row


def _write(row: Announcement, article: RegulationArticle, given: ArticleGiven, now: datetime) -> None:
    lines = (squeeze(line) for line in nfc(given.text).splitlines())
    article.text = "\n".join(line for line in lines if line)[:LONGEST_TEXT]
    article.chapter, article.title = squeeze(given.chapter)[:200], squeeze(given.title).rstrip(".")[:300]
    article.left_out = given.left_out
    article.reason = squeeze(given.reason)[:500] if given.left_out else ""
    if not article.title:
        raise PublicationRefused(_("Ghi tên điều."), field="title")
    _refuse_unknown_places(row, f"{article.title} {article.text}", now, field="text")
    article.save()


def _refuse_unknown_places(row: Announcement, text: str, now: datetime, *, field: str = "subject") -> None:
    known = values_in_words(row.regulation, model_used(row.regulation), on=local_date(now))
    if unknown := unknown_places(text, known):
        sentence = _("Không có chỗ điền tên %(place)s. Sửa lại tên trong ngoặc nhọn, hoặc gõ thẳng chữ cần viết.")
        raise PublicationRefused(sentence % {"place": f"{{{unknown[0]}}}"}, field=field)


def _changed(
    row: Announcement, kind: str, actor: Actor, now: datetime, facts: Mapping[str, str | int | None] | None = None
) -> None:
    row.revision += 1
    row.save(update_fields=["revision"])
    record_event(
        chain=body_chain(row.body_id), kind=kind, subject=Subject(row.kind, row.pk), actor=actor, now=now,
        facts={"revision": row.revision, **(facts or {})},
    )  # fmt: skip
