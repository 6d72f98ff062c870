"""Say what one thinks of a draft of a regulation, take it back, and answer what others said (góp ý, tiếp thu)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.regulation import RegulationState
from minhbach.domain.regulations import numbered
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.announcements.announced import OpinionAnswer, Stance
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Announcement, Opinion
from minhbach.publication.queries.regulations import article_of, opinion_on, question_about, regulation_for_change
from minhbach.publication.regulations.content import article_texts
from minhbach.publication.rules import MAY_DRAFT

LONGEST = 5_000


@transaction.atomic
def give_opinion(
    *, announcement_id: int, article_id: int | None, stance: Stance, text: str, actor: Actor, now: datetime
) -> int:
    """Say that one agrees, or what to change, of the whole (None) or of an article; return the opinion's id.

    :raises PublicationNotVisible: if nobody asks the actor, the round is over, or it is none of the draft's articles.
    :raises PublicationRefused: if a change is asked for without saying which.
    """
    asked = question_about(announcement_id, actor=actor)
    assert actor.person is not None, "only people are asked"
    said = _text(text)
    if stance is Stance.CHANGES and not said:
        raise PublicationRefused(_("Ghi cần sửa gì."), field="text")
    row = asked.round.regulation.announcement
    article = article_of(row, article_id) if article_id is not None else None
    opinion = Opinion.objects.create(
        asked=asked, article=article, about=_called(row, article), stance=stance, text=said,
        given_by_id=actor.person, given_at=now,
    )  # fmt: skip
    _record(row, "regulation.opinion_given", actor, now, {"opinion": opinion.pk, "stance": stance.value})
    return opinion.pk


@transaction.atomic
def take_opinion_back(*, announcement_id: int, opinion_id: int, actor: Actor, now: datetime) -> None:
    """Take back what one said oneself, while the round goes on and nobody has answered it.

    :raises PublicationNotVisible: if it is not one's own, the round is over, or it is answered.
    """
    asked = question_about(announcement_id, actor=actor)
    row = asked.round.regulation.announcement
    opinion = opinion_on(row, opinion_id)
    if opinion.given_by_id != actor.person or opinion.answer:
        raise PublicationRefused(_("Chỉ rút được ý kiến của chính mình khi chưa có trả lời."))
    opinion.delete()
    _record(row, "regulation.opinion_taken_back", actor, now, {"opinion": opinion_id})


@transaction.atomic
def answer_opinion(
    *, announcement_id: int, opinion_id: int, answer: OpinionAnswer, text: str, actor: Actor, now: datetime
) -> None:
    """Say whether an opinion is taken in, and why not where it is not, or only partly.

    :raises PublicationNotVisible: if the draft or the opinion is not there for the actor.
    :raises PublicationRefused: if the actor's posts do not include one that drafts, the regulation is issued, or a
        reason is missing.
    """
    row = regulation_for_change(announcement_id, actor=actor)
    if not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise PublicationRefused(_("Vai trò của người này không sửa được."))
    if row.regulation.state == RegulationState.ISSUED:
        raise PublicationRefused(_("Quy chế đã ban hành: bảng tiếp thu ý kiến không sửa nữa."))
    opinion = opinion_on(row, opinion_id)
    said = _text(text)
    if answer is not OpinionAnswer.TAKEN and not said:
        raise PublicationRefused(_("Ghi vì sao không tiếp thu, hoặc tiếp thu đến đâu."), field="text")
    opinion.answer, opinion.answer_text = answer, said
    opinion.answered_by_id, opinion.answered_at = actor.person, now
    opinion.save(update_fields=["answer", "answer_text", "answered_by", "answered_at"])
    _record(row, "regulation.opinion_answered", actor, now, {"opinion": opinion.pk, "answer": answer.value})


def _called(row: Announcement, article: Any) -> str:
    """Return how the article is called in the draft as it is sent out: "Điều 5. Tiếp nhận yêu cầu"."""
    if article is None:
        return ""
    places = [one.pk for one in row.regulation.articles.all()]
    number = numbered(article_texts(row.regulation))[places.index(article.pk)]
    return f"Điều {number}. {article.title}" if number else article.title


def _text(text: str) -> str:
    return "\n".join(filter(None, map(squeeze, nfc(text).splitlines())))[:LONGEST]


def _record(row: Announcement, kind: str, actor: Actor, now: datetime, facts: dict[str, Any]) -> None:
    record_event(
        chain=body_chain(row.body_id), kind=kind, subject=Subject(row.kind, row.pk), actor=actor, now=now, facts=facts
    )
