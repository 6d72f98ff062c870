"""Begin and write a text in another language (bản dịch để tham khảo)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.lawbook.languages import load_languages
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Translation
from minhbach.publication.queries.items import gate_item
from minhbach.publication.queries.translations import TRANSLATION, earlier_text, translation_for_change
from minhbach.publication.rights import acting_body
from minhbach.publication.rules import MAY_DRAFT, TRANSLATION_OPEN

LONGEST = 200_000


@dataclass(frozen=True, slots=True)
class TranslatedText:
    """What a translation says, and which office translated it."""

    title: str
    text: str
    translator: str


@transaction.atomic
def begin_item_translation(*, item_id: int, language: str, actor: Actor, now: datetime) -> int:
    """Begin a text beside the public version of an item, with that of the version before, and return its id.

    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor does not draft, nothing is public, the language is not in the data, or
        there is a text in it already.
    """
    row = gate_item(item_id, actor=actor)
    if row.public_version is None:
        raise PublicationRefused(_("Chỉ thêm bản dịch cho thông tin đang công khai."))
    before = earlier_text(row.pk, language)
    body = acting_body(row, MAY_DRAFT, actor=actor)
    return _begin(body, language, actor, now, item_id=row.pk, number=row.public_version.number, before=before)


@transaction.atomic
def begin_own_text(*, body_id: int, language: str, actor: Actor, now: datetime) -> int:
    """Begin what an agency says of itself in a language, and return its id.

    :raises PublicationRefused: if the actor does not draft for the agency, the language is not in the data, or there is
        a text in it already.
    """
    return _begin(body_id, language, actor, now)


@transaction.atomic
def write_translation(
    *, translation_id: int, said: TranslatedText, seen_revision: int, actor: Actor, now: datetime
) -> None:
    """Write a draft anew. What is public is withdrawn first: nobody changes what a leader approved.

    :param seen_revision: of the page that was open.
    :raises PublicationNotVisible: if it is not there for the actor.
    :raises PublicationRefused: if the actor does not draft, it waits or is public, somebody else changed it meanwhile,
        or a part is missing.
    """
    row = translation_for_change(translation_id, actor=actor)
    _refuse_who_does_not_draft(row.body_id, actor)
    if row.gate_state not in TRANSLATION_OPEN:
        raise PublicationRefused(_("Bản này đang chờ duyệt hoặc đang công khai. Lấy lại hoặc rút trước, rồi mới sửa."))
    if row.revision != seen_revision:
        raise PublicationRefused(_("Người khác vừa sửa bản này. Xem bản mới rồi sửa lại."))
    row.title, row.text, row.translator = _whole(said)
    row.revision += 1
    row.save(update_fields=["title", "text", "translator", "revision"])
    _note(row, "translation.written", actor, now)


def _begin(
    body_id: int,
    language: str,
    actor: Actor,
    now: datetime,
    *,
    item_id: int | None = None,
    number: int = 0,
    before: Translation | None = None,
) -> int:
    _refuse_who_does_not_draft(body_id, actor)
    if language not in load_languages():
        raise PublicationRefused(_("Chọn một ngôn ngữ trong danh sách."), field="language")
    try:
        with transaction.atomic():
            row = Translation.objects.create(
                item_id=item_id,
                body_id=body_id,
                version_number=number,
                language=language,
                title=before.title if before else "",
                text=before.text if before else "",
                translator=before.translator if before else "",
                drafted_by_id=actor.person,
                drafted_at=now,
            )
    except IntegrityError:
        raise PublicationRefused(_("Đã có bản bằng ngôn ngữ này. Mở bản đang có."), field="language") from None
    _note(row, "translation.begun", actor, now)
    return row.pk


def _refuse_who_does_not_draft(body_id: int, actor: Actor) -> None:
    if not actor.holds(*MAY_DRAFT, body=body_id):
        raise PublicationRefused(_("Vai trò của người này không trình công khai được."))


def _whole(said: TranslatedText) -> tuple[str, str, str]:
    title, translator = squeeze(said.title)[:1000], squeeze(said.translator)[:300]
    text = nfc(said.text).replace("\r\n", "\n").replace("\x00", "").strip()
    for field, given in (("title", title), ("text", text), ("translator", translator)):
        if not given:
            raise PublicationRefused(_("Ghi đủ tên, nội dung và đơn vị dịch."), field=field)
    if len(text) > LONGEST:
        raise PublicationRefused(_("Nội dung dài quá 200.000 ký tự. Chia nhỏ lại."), field="text")
    return title, text, translator


def _note(row: Any, kind: str, actor: Actor, now: datetime) -> None:
    facts: dict[str, Any] = {"language": row.language}
    if row.item_id:
        facts |= {"item": row.item_id, "version": row.version_number}
    record_event(
        chain=body_chain(row.body_id),
        kind=kind,
        subject=Subject(TRANSLATION, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
