"""Open the files of an answer with a one-time code: once, until its last day (mã truy cập một lần)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from minhbach.domain.access import VISITOR
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.rules import plain_number
from minhbach.intake.sealing import NO_HASH, fits
from minhbach.requests.models import DeliverySent
from minhbach.requests.queries.cases import CASE

MOST_TRIED = 20


@transaction.atomic
def open_with_code(*, number: str, code: str, now: datetime) -> int | None:
    """Return the id of the delivery that number and code open, and use the code up; None where they open nothing."""
    today, wanted = timezone.localdate(now), _as_kept(number)
    rows = DeliverySent.objects.select_for_update(of=("self",)).select_related("answer__case").order_by("-pk")
    known = rows.filter(
        answer__case__number=wanted, opened_at__isnull=True, code_until__gte=today, went_wrong_on__isnull=True
    ).exclude(code_hash="")[:MOST_TRIED]
    found = [row for row in known if fits(code, number=f"{wanted} code", kept=row.code_hash)]
    if not known:  # Numbers without a code take no less time.
        fits(code, number=wanted, kept=NO_HASH)
    if not found:
        return None
    row = found[0]
    row.opened_at = now
    row.save(update_fields=["opened_at"])
    case = row.answer.case
    record_event(
        chain=body_chain(case.body_id),
        kind="case.code_used",
        subject=Subject(CASE, case.pk),
        actor=VISITOR,
        now=now,
        facts={"number": case.number, "delivery": row.pk},
    )
    return row.pk


def _as_kept(number: str) -> str:
    """Return the number of a case: "2026-00412", of a part "2026-00412/1"."""
    whole, _, part = number.partition("/")
    known = plain_number(whole if part.strip().isdecimal() else number)
    return f"{known}/{int(part)}" if known and part.strip().isdecimal() and "-" in whole else known
