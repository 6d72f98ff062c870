"""What is asked of other bodies that published our information wrongly: the letter, and what they answered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.papers.contracts import LetterRefused
from minhbach.publication.actions.ask_publisher import Elsewhere, ask_publisher
from minhbach.publication.actions.note_publisher_answer import note_publisher_answer
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused, PublisherAnswer
from minhbach.publication.forms import PublisherAnswerForm, PublisherForm
from minhbach.publication.models import CorrectionRequest, Petition
from minhbach.publication.queries.petitions import visible_petition
from minhbach.publication.queries.publishers import asked_about, visible_request
from minhbach.publication.rules import MAY_TEND, SEES
from minhbach.publication.views.showing import the_item
from minhbach.register.labels import called
from minhbach.register.queries.visible import holds_for


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
