"""Take a book out again, as long as nobody acted on its cases (hoàn tác)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, ProtectedError, Q
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.take_back_submissions import take_back_submissions
from minhbach.requests.actions.enter_in_book import series_for_change
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import BookImportState, BookLine, Case
from minhbach.requests.queries.book_imports import BOOK_IMPORT, book_import_for_change


@transaction.atomic
def undo_book_import(*, import_id: int, actor: Actor, now: datetime) -> int:
    """Remove the cases of a book and return how many; the series is as it was, unless newer cases have numbers.

    :raises CaseNotVisible: if it is not there for the actor.
    :raises CaseRefused: if it was not taken in, or somebody acted on one of its cases.
    """
    row = book_import_for_change(import_id, actor=actor)
    if row.state != BookImportState.DONE:
        raise CaseRefused(_("Sổ này chưa được nhập hoặc đã hoàn tác."))
    cases = Case.objects.select_for_update(of=("self",)).filter(book_line__book_import=row)
    if acted := _acted_on(list(cases.values_list("pk", flat=True))):
        raise CaseRefused(_("Đã có người xử lý yêu cầu %(number)s. Bỏ từng yêu cầu nhầm.") % {"number": acted})
    submissions = list(cases.values_list("submission_id", flat=True))
    try:
        Case.objects.filter(submission__in=submissions).delete()
        take_back_submissions(submissions)
    except ProtectedError:  # A hold, a wish or minutes about somebody's data name it.
        raise CaseRefused(_("Đã có người xử lý dữ liệu của một yêu cầu trong sổ này.")) from None
    series = series_for_change(row.body_id, row.year)
    lines = BookLine.objects.filter(body=row.body_id, year=row.year).order_by("-number")
    series.last = max(row.last_before, lines.values_list("number", flat=True).first() or 0)
    series.save(update_fields=["last"])
    row.state = BookImportState.UNDONE
    row.save(update_fields=["state"])
    record_event(
        chain=body_chain(row.body_id),
        kind="book_import.undone",
        subject=Subject(BOOK_IMPORT, row.pk),
        actor=actor,
        now=now,
        facts={"cases": len(submissions), "last": series.last},
    )
    return len(submissions)


def _acted_on(ids: list[int]) -> str:
    """Return the number of a case on which somebody acted since: a further step, a file, a message."""
    rows = Case.objects.filter(pk__in=ids).annotate(
        moved=Count("steps", distinct=True), answered=Count("answers", distinct=True)
    )
    acted = Q(moved__gt=1) | Q(answered__gt=0) | Q(answer_files__isnull=False) | Q(handler__isnull=False)
    acted |= Q(submission__messages__isnull=False) | Q(submission__files__isnull=False) | Q(consultations__isnull=False)
    acted |= Q(submission__identity_readings__isnull=False) | Q(parts__isnull=False)
    return rows.filter(acted).values_list("number", flat=True).first() or ""
