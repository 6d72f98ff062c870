"""The officers' list of feedback, and one piece of it."""

from collections.abc import Iterator
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.feedback import OPEN, FeedbackState
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.outreach.filter_forms import FeedbackFilterForm
from minhbach.outreach.history import history_of
from minhbach.outreach.labels import KIND_LABELS, WAY_LABELS, officer_tags
from minhbach.outreach.models import Feedback
from minhbach.outreach.page import buttons_for, shown_of
from minhbach.outreach.queries.feedback import feedback_visible_to, reads_sender
from minhbach.outreach.queries.listing import in_order, narrowed
from minhbach.outreach.rules import MAY_ENTER, MAY_SET_TERM, READS_CONFIDENTIAL, READS_SENDERS, SEES
from minhbach.outreach.views.showing import the_feedback
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.register.sending import workbook_sent

PAGE = 30


@role_only(*SEES)
@require_safe
def feedback_list(request: HttpRequest) -> HttpResponse:
    """Show the feedback that the officer reads, the newest first. Denunciations are in no list."""
    actor, today = actor_on(request), clock.today()
    seen = feedback_visible_to(actor).filter(is_confidential=False)
    form = FeedbackFilterForm(
        request.GET,
        handlers=_handlers(seen),
        bodies=body_names(seen.order_by().values_list("body_id", flat=True).distinct()).items(),
    )
    rows = narrowed(seen, form.filters(), on=today, actor=actor).select_related("body", "handler", "submission")
    rows = in_order(rows, request.GET.get("xep", ""))
    if request.GET.get("dang") == "csv":
        # Neither names nor words of people: what leaves the house in a file cannot be erased any more.
        return as_csv([words for words, _width in head()], cells(rows, today), file_name="gop-y.csv")
    if request.GET.get("dang") == "xlsx":
        about = ", ".join(sorted(set(body_names(actor.bodies_where(*SEES)).values())))
        return workbook_sent(
            head(), cells(rows, today), title=_("Góp ý, phản ánh, kiến nghị"), about=about, name="gop-y"
        )
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    reads = bodies_of_holders(actor, READS_SENDERS)
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [
            {
                "row": row,
                "kind": KIND_LABELS[row.kind],
                "tags": list(officer_tags(row, on=today)),
                "reads": row.body_id in reads or row.submission.entered_by_id == actor.person,
            }
            for row in page
        ],
        "several_bodies": len({row.body_id for row in page}) > 1,
        "counts": _counts(seen, today),
        "may_take_in": actor.holds(*MAY_ENTER),
        "may_set_term": actor.holds(*MAY_SET_TERM),
        "leads": actor.holds(*READS_CONFIDENTIAL),
    }
    return render(request, "outreach/list.html", context)


def _handlers(rows: QuerySet[Feedback]) -> list[tuple[int, str]]:
    ids = rows.exclude(handler=None).order_by().values_list("handler_id", flat=True).distinct()
    return sorted(person_names([one for one in ids if one]).items(), key=lambda one: one[1])


def _counts(rows: QuerySet[Feedback], today: date) -> dict[str, int]:
    counts: dict[str, int] = rows.filter(state__in=OPEN).aggregate(
        open=Count("pk"),
        new=Count("pk", filter=Q(state=FeedbackState.RECEIVED)),
        late=Count("pk", filter=Q(due_on__lt=today)),
    )
    return counts


def head() -> list[tuple[str, int]]:
    """Return the heads of the list as a file, with the widths of a workbook's columns."""
    return [
        (_("Số"), 14),
        (_("Cơ quan"), 40),
        (_("Loại"), 24),
        (_("Cách gửi"), 22),
        (_("Ngày nhận"), 12),
        (_("Hạn đã hứa"), 12),
        (_("Tình trạng"), 26),
        (_("Ngày trả lời"), 12),
    ]


def cells(rows: QuerySet[Feedback], today: date) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the file; persons and words are in none of them."""
    for row in rows.iterator(chunk_size=500):
        yield (
            row.number,
            row.body.name,
            str(KIND_LABELS[row.kind]),
            str(WAY_LABELS[row.way]),
            written(row.received_on),
            written(row.due_on) if row.due_on else "",
            ", ".join(words for _kind, words in officer_tags(row, on=today)),
            written(row.answered_on) if row.answered_on else "",
        )


@role_only(*SEES)
@require_safe
def feedback(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Show one piece of feedback: what comes next, what was said and by whom, the answer, the history."""
    row, actor, today = the_feedback(request, feedback_id), actor_on(request), clock.today()
    buttons = buttons_for(row, actor=actor)
    context = {
        "row": row,
        "kind": KIND_LABELS[row.kind],
        "way": WAY_LABELS[row.way],
        "tags": list(officer_tags(row, on=today)),
        "next": buttons[0] if buttons else None,
        "others": buttons[1:],
        "lines": history_of(row, reads_words=reads_sender(row, actor=actor)),
        **shown_of(row, actor=actor),
    }
    return render(request, "outreach/feedback.html", context)


@role_only(*READS_CONFIDENTIAL)
@require_safe
def confidential(request: HttpRequest) -> HttpResponse:
    """Show the leader what was denounced to the body; nobody else has this page, and it gives out no file."""
    actor, today = actor_on(request), clock.today()
    rows = (
        feedback_visible_to(actor).filter(is_confidential=True).select_related("body").order_by("-received_on", "-pk")
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    lines = [{"row": row, "tags": list(officer_tags(row, on=today))} for row in page]
    return render(request, "outreach/confidential.html", {"page": page, "lines": lines})
