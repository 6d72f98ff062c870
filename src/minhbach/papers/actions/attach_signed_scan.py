"""Keep the scan of the signed letter (bản ký)."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.letter import LETTER as LIFECYCLE
from minhbach.domain.lifecycles.letter import LetterEvent, LetterState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import FileInfected, Subject, body_chain
from minhbach.foundation.writing import size_written
from minhbach.papers.contracts import LetterRefused
from minhbach.papers.queries import LETTER, letter_for_change
from minhbach.papers.rules import MAY_NUMBER, scan_ending


@transaction.atomic
def attach_signed_scan(*, letter_id: int, content: bytes, name: str, actor: Actor, now: datetime) -> int:
    """Store the scan byte for byte, take the letter for signed, and return the file's id.

    A later scan takes the place of an earlier one on the page; the earlier one is kept.

    :param name: as it was uploaded; its ending is set to what the bytes are.
    :raises LetterNotVisible: if the letter is not there for the actor.
    :raises LetterRefused: if the actor may not, or the file is empty, too large, or neither PDF nor JPG, PNG, TIFF.
    :raises MoveNotAllowed: if the letter has no number yet, or was dropped.
    """
    row = letter_for_change(letter_id, actor=actor)
    if not actor.holds(*MAY_NUMBER, body=row.body_id):
        raise LetterRefused(_("Chỉ lãnh đạo hoặc đầu mối (văn thư) của cơ quan mới lưu bản ký được."))
    row.state = LIFECYCLE.next(LetterState(row.state), LetterEvent.SIGN)
    if len(content) > settings.UPLOAD_LIMIT:
        limit = size_written(settings.UPLOAD_LIMIT)
        sentence = _("Tệp nặng hơn %(limit)s. Quét lại với độ phân giải 200–300 dpi, hoặc chia nhỏ.")
        raise LetterRefused(sentence % {"limit": limit}, field="scan")
    ending = scan_ending(content)
    if ending is None:
        raise LetterRefused(_("Tệp này không phải bản quét PDF, JPG, PNG hoặc TIFF. Chọn lại tệp."), field="scan")
    stem = name.rpartition(".")[0] or name or "ban-ky"
    subject = Subject(LETTER, row.pk)
    try:
        stored = store_file(content=content, name=f"{stem}.{ending}", subject=subject, actor=actor, now=now)
    except FileInfected as infected:
        raise LetterRefused(infected.sentence, field="scan") from infected
    row.scan_file_id, row.scan_name = stored.id, stored.name
    row.version += 1
    row.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="letter.signed",
        subject=subject,
        actor=actor,
        now=now,
        facts={"sha256": stored.sha256, "bytes": stored.size},
    )
    return stored.id
