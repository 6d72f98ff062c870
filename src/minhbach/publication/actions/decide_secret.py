"""A leader decides what becomes of a kept file in which newer rules found a mark of secrecy."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.contracts import PublicationRefused, SecretDecision
from minhbach.publication.queries.items import locked_item
from minhbach.publication.queries.secrets import finding_for_change
from minhbach.register.indexing import index_item
from minhbach.register.queries import ITEM


@transaction.atomic
def decide_secret(
    *, finding_id: int, decision: SecretDecision, words: str, seen_with_own_eyes: bool, actor: Actor, now: datetime
) -> None:
    """Write down the decision; what is no secret is read and found again by who sees the item, what is one by nobody.

    Nothing becomes public by it: the item goes through the gate again, and a marked version does not pass.

    :param words: what was done by the law on state secrets, or why it is none; never what the file says.
    :raises PublicationNotVisible: if the finding is not there for the actor: only leaders of the body see it.
    :raises PublicationRefused: if it is decided, nothing is said, or the leader has not looked at the file.
    """
    finding = finding_for_change(finding_id, actor=actor)
    if finding.decision:
        raise PublicationRefused(_("Người khác đã quyết định về tệp này. Mở lại trang để xem."))
    words = squeeze(words)[:500]
    if not words:
        raise PublicationRefused(_("Ghi đã làm gì, hoặc vì sao không phải bí mật; không chép nội dung."), field="words")
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã xem tệp” trước khi quyết định."), field="seen")
    finding.decision, finding.words = decision.value, words
    finding.decided_at, finding.decided_by_id = now, actor.person
    finding.save(update_fields=["decision", "words", "decided_at", "decided_by"])
    if decision is SecretDecision.MISTAKEN:
        index_item(locked_item(finding.item_id, actor=actor))
    record_event(
        chain=body_chain(finding.body_id),
        kind=f"publication.file_found_{decision.value}",
        subject=Subject(ITEM, finding.item_id),
        actor=actor,
        now=now,
        facts={"finding": finding.pk, "version": finding.version_number},
    )
