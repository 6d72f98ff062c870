"""A text in another language on its way through the gate: submitted, approved, given back, withdrawn."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.extraction.screening.contracts import Screening
from minhbach.extraction.screening.screen import screen_text
from minhbach.foundation.dates import local_date
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import send_back, take_back_submission, withdraw_publication
from minhbach.publication.actions.submit import submit_for_publication
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.queries.translations import TRANSLATION, public_translations, translation_for_change
from minhbach.publication.translations.indexing import drop_translation, index_translation


def translation_screening(row: Any) -> Screening:
    """Return what the machine finds in the words, as far as they are in a script that it reads. A person looks too."""
    return screen_text("\n".join((row.title, row.text, row.translator)))


@transaction.atomic
def submit_translation(*, translation_id: int, actor: Actor, now: datetime) -> None:
    """Hand it to the leader.

    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not, it says nothing yet, its original is not public in that version
        any more, or its words bear a mark of secrecy.
    :raises MoveNotAllowed: if it waits already or is public.
    """
    row = translation_for_change(translation_id, actor=actor)
    if not (row.title and row.text and row.translator):
        raise PublicationRefused(_("Ghi đủ tên, nội dung và đơn vị dịch."))
    _refuse_outdated(row)
    if translation_screening(row).secrecy:
        raise PublicationRefused(_("Có dấu chỉ mức mật trong phần chữ: bản này không công bố được."))
    submit_for_publication(subject_kind=TRANSLATION, subject_id=row.pk, body_id=row.body_id, actor=actor, now=now)


@transaction.atomic
def approve_translation(
    *, translation_id: int, seen_revision: int, seen_with_own_eyes: bool, actor: Actor, now: datetime
) -> None:
    """Let the public read it in the leader's name, beside the original, while that is public.

    :param seen_revision: of the text that the leader had before them.
    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor may not approve, has not looked, or it is not what it was.
    :raises MoveNotAllowed: if nothing waits for approval.
    """
    row = translation_for_change(translation_id, actor=actor)
    if row.revision != seen_revision:
        raise PublicationRefused(_("Người khác vừa sửa bản này. Xem bản mới rồi mới duyệt."))
    _refuse_outdated(row)
    approve_publication(
        subject_kind=TRANSLATION, subject_id=row.pk, seen_with_own_eyes=seen_with_own_eyes, actor=actor, now=now
    )
    row.public_from = local_date(now)
    row.save(update_fields=["public_from"])
    if public_translations().filter(pk=row.pk).exists():
        index_translation(row)


@transaction.atomic
def send_translation_back(*, translation_id: int, remark: str, actor: Actor, now: datetime) -> None:
    """Give it back with what to mend; as `close.send_back`."""
    row = translation_for_change(translation_id, actor=actor)
    send_back(subject_kind=TRANSLATION, subject_id=row.pk, remark=remark, actor=actor, now=now)


@transaction.atomic
def take_translation_back(*, translation_id: int, actor: Actor, now: datetime) -> None:
    """Take back what waits; as `close.take_back_submission`."""
    row = translation_for_change(translation_id, actor=actor)
    take_back_submission(subject_kind=TRANSLATION, subject_id=row.pk, actor=actor, now=now)


@transaction.atomic
def withdraw_translation(*, translation_id: int, remark: str, actor: Actor, now: datetime) -> None:
    """Take it away from the public at once; as `close.withdraw_publication`."""
    row = translation_for_change(translation_id, actor=actor)
    withdraw_publication(subject_kind=TRANSLATION, subject_id=row.pk, remark=remark, actor=actor, now=now)
    row.public_from = None
    row.save(update_fields=["public_from"])
    drop_translation(row.pk)


def _refuse_outdated(row: Any) -> None:
    if row.item_id is None:
        return
    public = row.item.public_version
    if public is None or public.number != row.version_number:
        raise PublicationRefused(_("Bản tiếng Việt đã đổi hoặc đã rút. Dịch theo bản đang công khai."))
