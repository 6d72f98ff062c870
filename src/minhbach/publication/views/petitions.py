"""Petitions that something public is not right, and what is asked of others who published it wrongly."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.petition import PetitionEvent, PetitionState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.dates import written
from minhbach.publication.actions.answer_petition import answer_petition
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_at_the_counter
from minhbach.publication.contracts import PetitionWay, PublicationNotVisible, PublicationRefused
from minhbach.publication.dues import due_of_petition, law_of_petitions
from minhbach.publication.explaining import why_of_petition
from minhbach.publication.filter_forms import PetitionFilterForm
from minhbach.publication.forms import PetitionAnswerForm, PetitionForm
from minhbach.publication.history import history_of_petition
from minhbach.publication.labels import WAY_LABELS, petition_tags
from minhbach.publication.models import Petition
from minhbach.publication.queries.petitions import (
    ANSWERS,
    narrowed,
    petitions_visible_to,
    reads_senders,
    visible_petition,
)
from minhbach.publication.queries.publishers import asked_about
from minhbach.publication.rules import MAY_TEND, SEES
from minhbach.publication.views.listed import as_file, order_asked, page_length
from minhbach.publication.views.showing import sentence, the_item
from minhbach.register.labels import called
from minhbach.register.queries.visible import bodies_of_holders, holds_for

HEAD = (
    (gettext_lazy("Số"), 16),
    (gettext_lazy("Thông tin"), 30),
    (gettext_lazy("Cơ quan"), 30),
    (gettext_lazy("Ngày nhận"), 14),
    (gettext_lazy("Nhận bằng"), 18),
    (gettext_lazy("Hạn trả lời"), 14),
    (gettext_lazy("Tình trạng"), 30),
    (gettext_lazy("Ngày trả lời"), 14),
    (gettext_lazy("Ngày đính chính"), 14),
)
ORDERS = {"han": "due_on", "nhan": "received_on", "so": "number"}


@role_only(*SEES)
@require_safe
def petitions(request: HttpRequest) -> HttpResponse:
    """Show the petitions about items of the registers that the officer reads, and how many were answered in time."""
    actor, today = actor_on(request), clock.today()
    form = PetitionFilterForm(request.GET, bodies=body_names(bodies_of_holders(actor, SEES)).items())
    rows = narrowed(petitions_visible_to(actor), form.filters(), on=today).select_related("item", "body")
    rows = rows.order_by(*order_asked(request, ORDERS, "-received_on"))
    # Neither name nor address nor words of people: what leaves the house in a file cannot be erased any more.
    cells = (_cells(row, today) for row in rows.iterator(chunk_size=500))
    file = as_file(request, HEAD, cells, title=_("Kiến nghị đính chính"), name="kien-nghi")
    if file is not None:
        return file
    page = Paginator(rows, page_length(request)).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [
            {"petition": row, "name": called(row.item), "tags": list(petition_tags(row, on=today))} for row in page
        ],
        "counts": _counts(petitions_visible_to(actor), today),
    }
    return render(request, "publication/petitions.html", context)


def _counts(rows: Any, today: Any) -> dict[str, int]:
    late = Q(state=PetitionState.RECEIVED, due_on__lt=today)
    counts: dict[str, int] = rows.aggregate(
        all=Count("pk"),
        answered=Count("pk", filter=Q(state__in=[one.value for one in ANSWERS])),
        open=Count("pk", filter=Q(state=PetitionState.RECEIVED)),
        late=Count("pk", filter=late),
    )
    return counts


def _cells(row: Petition, today: Any) -> tuple[str, ...]:
    return (
        row.number,
        called(row.item),
        row.body.name,
        written(row.received_on),
        str(WAY_LABELS[row.way]),
        written(row.due_on),
        ", ".join(words for _kind, words in petition_tags(row, on=today)),
        written(row.answered_on) if row.answered_on else "",
        written(row.corrected_on) if row.corrected_on else "",
    )


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def petition(request: HttpRequest, petition_id: int) -> HttpResponse:
    """Show one petition: what is said to be wrong, by when it is answered and why then, and the answer."""
    actor, today = actor_on(request), clock.today()
    try:
        row = visible_petition(petition_id, actor=actor)
    except PublicationNotVisible:
        raise Http404 from None
    answers = holds_for(actor, MAY_TEND, row.body_id) and row.state == PetitionState.RECEIVED
    if request.method == "POST" and not answers:
        raise Http404
    form = PetitionAnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _answered(request, row, form):
        return redirect("publication:petition", petition_id)
    due = due_of_petition(row.received_on, calendar=calendar_in_use())
    context = {
        "petition": row,
        "row": row.item,
        "name": called(row.item),
        "way": WAY_LABELS[row.way],
        "tags": list(petition_tags(row, on=today)),
        "why": why_of_petition(row.received_on, due, law_of_petitions(row.received_on)),
        "due": due,
        "reads_sender": reads_senders(row, actor=actor),
        "answers": answers,
        "form": form,
        "asked": asked_about(row.requests.all()),
        "tends": holds_for(actor, MAY_TEND, row.body_id),
        "lines": history_of_petition(row.pk),
    }
    return render(request, "publication/petition.html", context, status=422 if form.errors else 200)


def _answered(request: HttpRequest, row: Petition, form: PetitionAnswerForm) -> bool:
    try:
        answer_petition(
            petition_id=row.pk,
            event=PetitionEvent(form.cleaned_data["outcome"]),
            answer=form.cleaned_data["answer"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except (PublicationRefused, MoveNotAllowed) as refused:
        field = getattr(refused, "field", "")
        form.add_error(field if field in form.fields else None, sentence(refused))
        return False
    messages.success(request, _("Đã ghi câu trả lời."))
    return True


@role_only(*MAY_TEND)
@require_http_methods(["GET", "POST"])
def new_petition(request: HttpRequest, item_id: int) -> HttpResponse:
    """Write down a petition that came by another way than the item's page."""
    row, actor = the_item(request, item_id), actor_on(request)
    if row.public_version_id is None or not holds_for(actor, MAY_TEND, row.body_id):
        raise Http404
    form = PetitionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        facts = PetitionFacts(given["text"], given["sender"], given["contact"], given["received_on"])
        try:
            petition_id = receive_at_the_counter(
                item_id=item_id,
                facts=facts,
                way=PetitionWay(given["way"]),
                calendar=calendar_in_use(),
                actor=actor,
                now=clock.now(),
            )
            messages.success(request, _("Đã ghi kiến nghị."))
            return redirect("publication:petition", petition_id)
        except PublicationRefused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
    context = {"row": row, "name": called(row), "form": form}
    return render(request, "publication/new_petition.html", context, status=422 if form.errors else 200)
