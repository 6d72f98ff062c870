"""Take the signed scan that a regulation's decision has among the letters, so that nobody sends it twice."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.queries import file_content
from minhbach.papers.contracts import LetterNotVisible
from minhbach.papers.queries import visible_letter
from minhbach.publication.actions.attach_decision_scan import attach_decision_scan
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.queries.regulations import regulation_for_change


@transaction.atomic
def take_signed_decision(*, announcement_id: int, actor: Actor, now: datetime) -> int:
    """Put a copy of the letter's scan to the regulation, to be read like any other; return its id.

    :raises PublicationNotVisible: if the regulation is not there for the actor.
    :raises PublicationRefused: if the decision is not among the letters or has no scan, or as `attach_decision_scan`.
    :raises CorruptFile: if the scan among the letters is damaged.
    """
    letter_id = regulation_for_change(announcement_id, actor=actor).regulation.letter_id
    try:
        letter = visible_letter(letter_id, actor=actor) if letter_id else None
    except LetterNotVisible:
        letter = None
    if letter is None or letter.scan_file_id is None:
        raise PublicationRefused(_("Quyết định không có bản ký ở Công văn. Gửi tệp quét."))
    return attach_decision_scan(
        announcement_id=announcement_id,
        name=letter.scan_name,
        content=file_content(letter.scan_file_id),
        actor=actor,
        now=now,
    )
