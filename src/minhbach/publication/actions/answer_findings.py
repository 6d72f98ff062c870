"""Say why personal data that was found may go out as it is (để nguyên, nêu căn cứ)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.contracts import NEEDS_WORDS, KeepGround, PublicationRefused
from minhbach.publication.queries.items import item_publication, latest_run
from minhbach.publication.rights import why_not_check
from minhbach.register.queries import ITEM

ANSWERABLE = (PublicationState.CHECKED, PublicationState.SENT_BACK, PublicationState.TAKEN_BACK)
LONGEST = 300


@transaction.atomic
def answer_findings(
    *, item_id: int, finding_ids: Collection[int], ground: KeepGround, words: str, actor: Actor, now: datetime
) -> int:
    """Answer findings of the latest look with one ground, and return how many they were.

    Whoever cannot answer so has the version replaced: a new version is looked through anew.

    :param words: which law, whose consent of which day; stays in the table, where it can be erased.
    :raises PublicationNotVisible: if the item is not there for the actor, or not at the gate.
    :raises PublicationRefused: if the actor may not, nothing was chosen, or the ground lacks its words.
    """
    row, publication = item_publication(item_id, actor=actor)
    reason = why_not_check(row, actor=actor, on=timezone.localdate(now))
    if reason:
        raise PublicationRefused(reason)
    run = latest_run(publication)
    if run is None or PublicationState(publication.state) not in ANSWERABLE:
        raise PublicationRefused(_("Việc này không còn làm được ở bước hiện tại."))
    words = squeeze(words)[:LONGEST]
    if ground in NEEDS_WORDS and not words:
        raise PublicationRefused(_("Ghi căn cứ: điều, khoản, văn bản, hoặc ai cho phép ngày nào."), field="words")
    chosen = run.findings.filter(pk__in=finding_ids)
    count = chosen.update(ground=ground.value, ground_words=words, answered_by_id=actor.person, answered_at=now)
    if not count:
        raise PublicationRefused(_("Chọn ít nhất một chỗ."), field="findings")
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.findings_answered",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"version": publication.version_number, "findings": count, "ground": ground.value},
    )
    return count
