"""Begin an agency's internal regulation: from a model, from the one in force, or from a text issued elsewhere."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.regulation import REGULATION, RegulationEvent, RegulationState
from minhbach.domain.regulations import ArticleText, Model, articles_in
from minhbach.domain.statutes.values import Matter
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.lawbook.regulations import model_of
from minhbach.lawbook.statutes import statute_for
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement, Regulation, RegulationArticle
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.regulations import regulation_for_change, regulation_in_force
from minhbach.publication.regulations.content import article_texts, thawed
from minhbach.publication.regulations.defaults import ELSEWHERE, first_values
from minhbach.publication.rules import MAY_DRAFT

KIND = AnnouncementKind.REGULATION


@transaction.atomic
def begin_from_model(*, body_id: int, model_key: str, model_version: str, actor: Actor, now: datetime) -> int:
    """Begin with a model, its places filled with what is known of the agency; return the draft's id.

    Where a draft is there already, that one is returned: nobody begins a second one beside it.

    :raises PublicationNotVisible: if the actor does not work in the body.
    :raises PublicationRefused: if the actor's posts do not include one that drafts, or there is no such model today.
    """
    row, made = _draft(body_id, actor, now)
    if not made:
        return row.pk
    model = model_of(model_key, model_version)
    if model is None or not model.is_offered_on(local_date(now)):
        raise PublicationRefused(_("Không có mẫu quy chế này cho hôm nay. Chọn lại mẫu."))
    regulation = Regulation.objects.create(
        announcement=row, state=RegulationState.DRAFTING, model_key=model.key, model_version=model.version,
        statute=model.statute, subject=model.subject, values=first_values(model, body_id, on=local_date(now)),
    )  # fmt: skip
    _keep(regulation, _articles_of(model))
    _record(row, "model", actor, now)
    return row.pk


@transaction.atomic
def begin_from_the_one_in_force(*, body_id: int, actor: Actor, now: datetime) -> int:
    """Begin a version that takes the place of the one in force, with its words (sửa đổi, bổ sung); return its id.

    :raises PublicationNotVisible: if the actor does not work in the body.
    :raises PublicationRefused: if the actor's posts do not include one that drafts, or none is in force.
    """
    row, made = _draft(body_id, actor, now)
    if not made:
        return row.pk
    before = regulation_in_force(body_id)
    if before is None:
        raise PublicationRefused(_("Cơ quan chưa có quy chế nào đang công khai để sửa. Bắt đầu từ mẫu."))
    held = before.regulation
    regulation = Regulation.objects.create(
        announcement=row, state=RegulationState.DRAFTING, model_key=held.model_key, model_version=held.model_version,
        statute=held.statute, subject=held.subject, values=thawed(held.values),
    )  # fmt: skip
    _keep(regulation, article_texts(held))
    _record(row, "in_force", actor, now)
    return row.pk


@transaction.atomic
def begin_from_text(*, body_id: int, text: str, actor: Actor, now: datetime) -> int:
    """Begin with the pasted text of a regulation that the agency issued elsewhere; return the draft's id.

    :raises PublicationNotVisible: if the actor does not work in the body.
    :raises PublicationRefused: if the actor's posts do not include one that drafts, a draft is there already, or no
        line of the text begins with "Điều 1.".
    """
    row, made = _draft(body_id, actor, now)
    if not made:
        raise PublicationRefused(_("Cơ quan đang có một bản soạn dở. Xong hoặc bỏ bản ấy trước."))
    articles = articles_in(text)
    if not articles:
        raise PublicationRefused(_("Không thấy dòng nào bắt đầu bằng “Điều 1.”. Dán toàn văn quy chế."), field="text")
    regulation = Regulation.objects.create(
        announcement=row, state=RegulationState.DRAFTING, subject=ELSEWHERE,
        statute=statute_for(Matter.REQUEST, local_date(now)).number,
    )  # fmt: skip
    _keep(regulation, articles)
    _record(row, "text", actor, now)
    return row.pk


@transaction.atomic
def discard_regulation(*, announcement_id: int, actor: Actor, now: datetime) -> None:
    """Throw a draft away that was never issued (bỏ bản soạn); what was said of it goes with it.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor's posts do not include one that drafts, or it was at the gate.
    :raises MoveNotAllowed: if it is out for opinions, at signing, or issued.
    """
    row = regulation_for_change(announcement_id, actor=actor)
    if not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise PublicationRefused(_("Vai trò của người này không sửa được."))
    REGULATION.next(RegulationState(row.regulation.state), RegulationEvent.DISCARD)
    if publication_of(row.kind, row.pk) is not None:
        raise PublicationRefused(_("Bản này đã từng được trình, không bỏ được. Sửa rồi trình lại."))
    record_event(
        chain=body_chain(row.body_id), kind="regulation.discarded", subject=Subject(row.kind, row.pk),
        actor=actor, now=now,
    )  # fmt: skip
    row.delete()


def _draft(body_id: int, actor: Actor, now: datetime) -> tuple[Announcement, bool]:
    if body_id not in actor.bodies():
        raise PublicationNotVisible
    if actor.person is None or not actor.holds(*MAY_DRAFT, body=body_id):
        raise PublicationRefused(_("Vai trò của người này không soạn quy chế được."))
    return Announcement.objects.get_or_create(
        kind=KIND, body_id=body_id, is_draft=True, defaults={"drafted_by_id": actor.person, "drafted_at": now}
    )


def _articles_of(model: Model) -> Iterable[ArticleText]:
    for chapter in model.chapters:
        for one in chapter.articles:
            yield ArticleText(one.key, chapter.title, one.title, one.text)


def _keep(regulation: Regulation, articles: Iterable[ArticleText]) -> None:
    RegulationArticle.objects.bulk_create(
        RegulationArticle(
            regulation=regulation, position=position, key=one.key, chapter=one.chapter[:200], title=one.title[:300],
            text=one.text, left_out=one.left_out, reason=one.reason,
        )
        for position, one in enumerate(articles, start=1)
    )  # fmt: skip


def _record(row: Announcement, source: str, actor: Actor, now: datetime) -> None:
    regulation = row.regulation
    record_event(
        chain=body_chain(row.body_id), kind="regulation.begun", subject=Subject(row.kind, row.pk), actor=actor, now=now,
        facts={"from": source, "model": regulation.model_key, "model_version": regulation.model_version,
               "articles": regulation.articles.count()},
    )  # fmt: skip
