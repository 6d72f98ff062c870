"""The list of cases and one case, for officers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.request import OPEN, RUNNING, RequestState
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.dates import written
from minhbach.foundation.queries import looks_of
from minhbach.foundation.sheets import as_csv
from minhbach.intake.queries import files_of, messages_of, sender_of
from minhbach.intake.rules import masked
from minhbach.lawbook.statutes import statute
from minhbach.register.queries.visible import bodies_of_holders, holds_for
from minhbach.requests.acts.buttons import buttons_for
from minhbach.requests.asking.people import faults_of
from minhbach.requests.case_page import more_about
from minhbach.requests.dues import answer_due, dues_if_valid, dues_of, law_of
from minhbach.requests.explaining import why
from minhbach.requests.filter_forms import CaseFilterForm
from minhbach.requests.history import history_of
from minhbach.requests.labels import BEHALF_LABELS, DELIVERY_LABELS, WAY_LABELS, officer_tags
from minhbach.requests.models import BookLine, Case
from minhbach.requests.queries import cases_visible_to, reads_sender
from minhbach.requests.queries.listing import in_order, narrowed, page_of
from minhbach.requests.queries.mails import mails_untold
from minhbach.requests.queries.portal import portal_standing
from minhbach.requests.rules import MAY_RECEIVE, MAY_WORK, READS_SENDERS, SEES
from minhbach.requests.views.showing import the_case

PAGE = 30
HEAD = (_("Số"), _("Cơ quan"), _("Luật áp dụng"), _("Ngày nhận"), _("Hạn trả lời"), _("Tình trạng"), _("Ngày xong"))


@role_only(*SEES)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Show the cases that the officer reads, the newest first."""
    actor, today = actor_on(request), clock.today()
    reads_words = actor.holds(*READS_SENDERS)
    form = CaseFilterForm(request.GET, bodies=body_names(bodies_of_holders(actor, SEES)).items())
    rows = narrowed(cases_visible_to(actor), form.filters(), on=today, reads_words=reads_words)
    rows = in_order(rows.select_related("body", "handler"), request.GET.get("xep", ""))
    if request.GET.get("dang") == "csv":
        # Neither name nor words of people: what leaves the house in a file cannot be erased any more.
        cells = (_cells(row, today) for row in rows.iterator(chunk_size=500))
        return as_csv([str(words) for words in HEAD], cells, file_name="yeu-cau.csv")
    page = page_of(rows, request.GET.get("trang"), size=PAGE)
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [{"case": row, "tags": list(officer_tags(row, on=today))} for row in page],
        "several_bodies": len({row.body_id for row in page}) > 1,
        "reads_words": reads_words,
        "may_take_in": actor.holds(*MAY_RECEIVE),
        "counts": _counts(cases_visible_to(actor), today),
    }
    return render(request, "requests/cases.html", context)


def _counts(rows: QuerySet[Case], today: date) -> dict[str, int]:
    counts: dict[str, int] = rows.filter(state__in=OPEN).aggregate(
        open=Count("pk"),
        to_check=Count("pk", filter=Q(state=RequestState.RECEIVED)),
        late=Count("pk", filter=Q(state__in=RUNNING, due_on__lt=today)),
    )
    return counts


def _cells(row: Case, today: date) -> tuple[str, ...]:
    return (
        row.number,
        row.body.name,
        statute(row.statute).title,
        written(row.received_on),
        written(row.due_on) if row.due_on else "",
        ", ".join(words for _kind, words in officer_tags(row, on=today)),
        written(row.ended_on) if row.ended_on else "",
    )


@role_only(*SEES)
@require_safe
def case(request: HttpRequest, case_id: int) -> HttpResponse:
    """Show one case: what comes next, by when and why, what was asked and by whom, the thread, the history."""
    row, actor, today = the_case(request, case_id), actor_on(request), clock.today()
    buttons = buttons_for(row, actor=actor)
    context = {
        "case": row,
        "law": law_of(row),
        "tags": list(officer_tags(row, on=today)),
        "next": buttons[0] if buttons else None,
        "others": buttons[1:],
        "way": WAY_LABELS[row.submission.way],
        "delivery": DELIVERY_LABELS[row.submission.delivery],
        **_clock(row, today),
        **(_told(row) if reads_sender(row, actor=actor) else {}),
        "lines": history_of(row),
        "book_line": BookLine.objects.filter(case=row).first(),
        "may_write": holds_for(actor, MAY_WORK, row.body_id),
        "may_print_receipt": holds_for(actor, MAY_RECEIVE, row.body_id),
        **more_about(row, actor=actor, on=today),
    }
    return render(request, "requests/case.html", context)


def _clock(row: Case, today: date) -> dict[str, Any]:
    """Return the dates of a case with their sentences; before it is valid, the day if it were so today."""
    calendar, law = calendar_in_use(), law_of(row)
    valid_on = row.valid_on or today
    dues = dues_of(row, calendar=calendar) or dues_if_valid(row, on=today, calendar=calendar)
    due = answer_due(dues)
    return {
        "due": due,
        "is_running": row.valid_on is not None,
        "notice": next((one for one in dues if one.what == "notice_of_term"), None),
        "why": why(due, valid_on=valid_on, law=law) if due else (),
    }


def _told(row: Case) -> dict[str, Any]:
    """Return who asked and in which words; the identity number only by its last signs."""
    sender, files = sender_of(row.submission_id), files_of(row.submission_id)
    return {
        "reads_sender": True,
        "sender": sender,
        "identity": masked(sender.identity_number) if sender else "",
        "behalf": BEHALF_LABELS[row.submission.behalf],
        "files": files,
        "looks": looks_of(files),
        "messages_of_thread": list(_thread(row)),
        "untold": mails_untold(row),
        "people": [(one.name, masked(one.identity_number), one.purpose) for one in sender.people] if sender else (),
        "faults": list(faults_of(sender.people)) if sender else (),
        "portal": portal_standing(row),
    }


def _thread(row: Case) -> Iterator[dict[str, Any]]:
    for message in messages_of(row.submission_id):
        yield {"message": message, "files": list(message.files.all())}
