"""An officer takes in what came over the counter, by post or fax, and prints the receipt."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.intake.actions.renew_secret import renew_secret
from minhbach.intake.contracts import FileRole, Receipt, SubmissionRefused, WaitingFile
from minhbach.intake.holding import drop, put_aside
from minhbach.papers.contracts import FontsMissing
from minhbach.register.queries.visible import holds_for, registers_of
from minhbach.requests.actions.draft_receipt import draft_receipt
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.asking.counter_forms import CounterForm
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import answer_due, dues_if_valid
from minhbach.requests.queries import case_of_submission
from minhbach.requests.receipt_paper import ReceiptFacts, receipt_pdf
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.views.showing import add_refusal, sentence, the_case


@role_only(*MAY_RECEIVE)
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Write down a request; what lacks is asked for afterwards, on the case's page."""
    bodies = body_names(registers_of(actor_on(request), MAY_RECEIVE))
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = CounterForm(*typed, bodies=bodies.items(), limit=settings.UPLOAD_LIMIT)
    if request.method == "POST" and form.is_valid():
        receipt = _taken_in(request, form)
        if receipt is not None:
            case = case_of_submission(receipt.submission_id)
            words = _("Đã nhận yêu cầu %(number)s. In biên nhận cho người yêu cầu ở trang này.")
            messages.success(request, words % {"number": receipt.number})
            return redirect("requests:case", case.pk)
    return render(request, "requests/take_in.html", {"form": form}, status=422 if form.errors else 200)


def _taken_in(request: HttpRequest, form: CounterForm) -> Receipt | None:
    files: list[WaitingFile] = []
    try:
        for upload in form.cleaned_data["papers"].accepted if form.cleaned_data["papers"] else ():
            files.append(put_aside(name=upload.name or "", content=upload.read(), role=FileRole.SCAN))
        return receive_by_officer(
            given=form.given(tuple(files)),
            body_id=form.cleaned_data["body"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except (SubmissionRefused, CaseRefused) as refused:
        for file in files:
            drop(file)
        add_refusal(form, refused)
        return None


@never_cache
@role_only(*MAY_RECEIVE)
@require_POST
def print_receipt(request: HttpRequest, case_id: int) -> HttpResponse:
    """Print number and a fresh secret for who stands at the counter with papers; the secret before opens no more."""
    row, actor, today = the_case(request, case_id), actor_on(request), clock.today()
    if not holds_for(actor, MAY_RECEIVE, row.body_id):
        raise Http404
    receipt = renew_secret(submission_id=row.submission_id, actor=actor, now=clock.now())
    facts = ReceiptFacts(
        case=row,
        secret=receipt.secret,
        due=answer_due(dues_if_valid(row, on=today, calendar=calendar_in_use())) if row.valid_on is None else None,
        points=focal_points_of([row.body_id], on=today).get(row.body_id, ()),
        follow_at=request.build_absolute_uri(reverse("requests:follow")),
    )
    try:
        made = receipt_pdf(facts)
    except FontsMissing as missing:
        return HttpResponse(str(missing), status=503, content_type="text/plain; charset=utf-8")
    shown = content_disposition_header(as_attachment=False, filename=f"bien-nhan-{row.number}.pdf") or "inline"
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": shown})


@role_only(*MAY_RECEIVE)
@require_POST
def write_receipt(request: HttpRequest, case_id: int) -> HttpResponse:
    """Draft the receipt as a letter of the body, and lead to it: there it gets its number and is signed."""
    row, actor = the_case(request, case_id), actor_on(request)
    if not holds_for(actor, MAY_RECEIVE, row.body_id):
        raise Http404
    try:
        letter = draft_receipt(case_id=row.pk, calendar=calendar_in_use(), actor=actor, now=clock.now())
    except CaseRefused as refused:
        messages.error(request, sentence(refused))
        return redirect("requests:case", row.pk)
    messages.success(request, _("Đã soạn phiếu tiếp nhận. Cấp số, in và ký ở đây."))
    return redirect("papers:letter", letter)
