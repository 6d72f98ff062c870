"""What becomes of something whose time of being public is over: a leader takes it away or lets it stay."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.publication.actions.keep_after_term import keep_after_term
from minhbach.publication.contracts import KeepOpenGround, PublicationNotVisible, PublicationRefused
from minhbach.publication.explaining import why_nothing_goes_by_itself
from minhbach.publication.forms import KeepOpenForm
from minhbach.publication.labels import KEEP_OPEN_LABELS, term_tag
from minhbach.publication.queries.terms import decisions_of, end_of
from minhbach.publication.rules import MAY_APPROVE, SEES
from minhbach.publication.views.showing import the_item
from minhbach.register.labels import called
from minhbach.register.law import statute_of_publication
from minhbach.register.queries.visible import holds_for


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def term(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show until when an item is public and what was decided, and let a leader keep it public."""
    row, actor, today = the_item(request, item_id), actor_on(request), clock.today()
    leads = holds_for(actor, MAY_APPROVE, row.body_id)
    if row.public_version_id is None or row.public_until is None or (request.method == "POST" and not leads):
        raise Http404
    form = KeepOpenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _kept(request, item_id, form):
        return redirect("publication:term", item_id)
    ends_on, law = end_of(row), statute_of_publication(row.created_on, on=today)
    context = {
        "row": row,
        "name": called(row),
        "ends_on": ends_on,
        "tag": term_tag(ends_on, on=today),
        "why": why_nothing_goes_by_itself(law),
        "decisions": [{"decision": one, "ground": KEEP_OPEN_LABELS[one.ground]} for one in decisions_of(row)],
        "leads": leads and ends_on is not None,
        "form": form,
    }
    return render(request, "publication/term.html", context, status=422 if form.errors else 200)


def _kept(request: HttpRequest, item_id: int, form: KeepOpenForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        keep_after_term(
            item_id=item_id,
            ground=KeepOpenGround(given["ground"]),
            words=given["words"],
            stays_until=given["stays_until"],
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã ghi: thông tin tiếp tục công khai."))
    return True
