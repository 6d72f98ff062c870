"""What is asked of other bodies that published our information wrongly: the letter, and what they answered."""

from collections.abc import Iterator
from itertools import islice

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.papers.contracts import LetterRefused
from minhbach.publication.actions.ask_publisher import Elsewhere, ask_publisher
from minhbach.publication.actions.note_publisher_answer import note_publisher_answer
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused, PublisherAnswer
from minhbach.publication.forms import PublisherAnswerForm, PublisherForm
from minhbach.publication.labels import publisher_tag
from minhbach.publication.list_forms import PublisherFilterForm
from minhbach.publication.models import CorrectionRequest, Petition
from minhbach.publication.queries.petitions import visible_petition
from minhbach.publication.queries.publishers import (
    AskedPublisher,
    asked_about,
    narrowed_requests,
    requests_visible_to,
    visible_request,
    with_letters,
)
from minhbach.publication.rules import MAY_TEND, SEES
from minhbach.publication.views.listed import as_file, order_asked, page_length
from minhbach.publication.views.showing import the_item
from minhbach.register.labels import called
from minhbach.register.queries.visible import bodies_of_holders, holds_for

AT_ONCE = 200
"""Lines of a file that are read together."""
ORDERS = {"ngay": "asked_on", "noi": "publisher", "tra-loi": "answered_on"}
HEAD = (
    (gettext_lazy("Cơ quan đã đăng"), 30),
    (gettext_lazy("Nơi đăng"), 40),
    (gettext_lazy("Thông tin"), 30),
    (gettext_lazy("Sai ở đâu, đúng là gì"), 50),
    (gettext_lazy("Cơ quan yêu cầu"), 30),
    (gettext_lazy("Ngày yêu cầu"), 14),
    (gettext_lazy("Công văn"), 30),
    (gettext_lazy("Kiến nghị số"), 16),
    (gettext_lazy("Tình trạng"), 20),
    (gettext_lazy("Ngày trả lời"), 14),
    (gettext_lazy("Trả lời"), 50),
)


@role_only(*SEES)
@require_safe
def publisher_requests(request: HttpRequest) -> HttpResponse:
    """Show what other bodies were asked to correct, and how far they are."""
    actor = actor_on(request)
    form = PublisherFilterForm(request.GET, bodies=body_names(bodies_of_holders(actor, SEES)).items())
    rows = narrowed_requests(requests_visible_to(actor), form.filters()).select_related("item", "body", "petition")
    rows = rows.order_by(*order_asked(request, ORDERS, "-asked_on"))
    cells = (_cells(one) for one in _all_asked(rows))
    file = as_file(request, HEAD, cells, title=_("Yêu cầu nơi khác đính chính"), name="yeu-cau-dinh-chinh")
    if file is not None:
        return file
    page = Paginator(rows, page_length(request)).get_page(request.GET.get("trang"))
    lines = [{"one": one, "name": called(one.request.item)} for one in with_letters(list(page))]
    context = {"form": form, "chips": form.chips(), "page": page, "lines": lines}
    return render(request, "publication/publisher_requests.html", context)


def _all_asked(rows: QuerySet[CorrectionRequest]) -> Iterator[AskedPublisher]:
    found = rows.iterator(chunk_size=AT_ONCE)
    while some := list(islice(found, AT_ONCE)):
        yield from with_letters(some)


def _letter_in_words(one: AskedPublisher) -> str:
    if one.letter is None:
        return ""
    return one.letter.name if one.letter.issued_on else f"{one.letter.name} · {_('chưa cấp số')}"


def _cells(one: AskedPublisher) -> tuple[str, ...]:
    asked = one.request
    return (
        asked.publisher,
        asked.place,
        called(asked.item),
        asked.what,
        asked.body.name,
        written(asked.asked_on),
        _letter_in_words(one),
        asked.petition.number if asked.petition else "",
        publisher_tag(asked.outcome)[1],
        written(asked.answered_on) if asked.answered_on else "",
        asked.answer,
    )


@role_only(*MAY_TEND)
@require_http_methods(["GET", "POST"])
def new_request(request: HttpRequest, item_id: int) -> HttpResponse:
    """Draft the letter that asks another body to correct what it published of ours."""
    row, actor = the_item(request, item_id), actor_on(request)
    if not holds_for(actor, MAY_TEND, row.body_id):
        raise Http404
    petition = _petition(request, item_id)
    form = PublisherForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asked = _asked(request, item_id, petition, form)
        if asked is not None:
            messages.success(request, _("Đã soạn công văn. Bước sau: xem, cấp số, ký và gửi."))
            return redirect("publication:publisher_request", asked)
    context = {"row": row, "name": called(row), "petition": petition, "form": form}
    return render(request, "publication/new_request.html", context, status=422 if form.errors else 200)


def _petition(request: HttpRequest, item_id: int) -> Petition | None:
    """Return the petition from which the page was opened; nonsense is ignored."""
    asked = request.GET.get("kien_nghi", "")
    if not asked.isdecimal() or len(asked) > 18:
        return None
    try:
        found = visible_petition(int(asked), actor=actor_on(request))
    except PublicationNotVisible:
        return None
    return found if found.item_id == item_id else None


def _asked(request: HttpRequest, item_id: int, petition: Petition | None, form: PublisherForm) -> int | None:
    try:
        return ask_publisher(
            item_id=item_id,
            elsewhere=Elsewhere(**form.cleaned_data),
            petition_id=petition.pk if petition else None,
            site=request.build_absolute_uri("/"),
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, LetterRefused) as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return None


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def publisher_request(request: HttpRequest, request_id: int) -> HttpResponse:
    """Show what another body was asked, by which letter, and what it answered; write the answer down."""
    actor, today = actor_on(request), clock.today()
    try:
        asked = visible_request(request_id, actor=actor)
    except PublicationNotVisible:
        raise Http404 from None
    answers = holds_for(actor, MAY_TEND, asked.body_id) and asked.outcome != PublisherAnswer.CORRECTED
    if request.method == "POST" and not answers:
        raise Http404
    form = PublisherAnswerForm(request.POST if request.method == "POST" else None, initial={"answered_on": today})
    if request.method == "POST" and _noted(request, request_id, form):
        return redirect("publication:publisher_request", request_id)
    (one,) = asked_about(CorrectionRequest.objects.filter(pk=asked.pk))
    context = {
        "asked": asked,
        "letter": one.letter,
        "row": asked.item,
        "name": called(asked.item),
        "tends": holds_for(actor, MAY_TEND, asked.body_id),
        "answers": answers,
        "form": form,
    }
    return render(request, "publication/publisher_request.html", context, status=422 if form.errors else 200)


def _noted(request: HttpRequest, request_id: int, form: PublisherAnswerForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        note_publisher_answer(
            request_id=request_id,
            outcome=PublisherAnswer(given["outcome"]),
            answer=given["answer"],
            answered_on=given["answered_on"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã ghi câu trả lời."))
    return True
