"""The page on which a leader lets the public read lines of the list of what is accessible under conditions."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.publication.actions.let_out_lines import let_out_lines, take_lines_out
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import FINDING_LABELS
from minhbach.publication.queries.lines import conditional_lines, found_in_line
from minhbach.publication.rules import MAY_APPROVE, SEES
from minhbach.publication.views.showing import sentence
from minhbach.register.labels import called
from minhbach.register.queries.visible import bodies_of_holders

PAGE = 30
LISTED = "co"


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def lines(request: HttpRequest) -> HttpResponse:
    """Show the lines that wait, or those that the public reads; a leader lets them out and takes them back."""
    actor = actor_on(request)
    listed = request.GET.get("o") == LISTED
    led = bodies_of_holders(actor, MAY_APPROVE)
    refusal = ""
    if request.method == "POST":
        if not led:
            raise Http404
        try:
            return _done(request, actor, listed=listed)
        except PublicationNotVisible:
            raise Http404 from None
        except PublicationRefused as refused:
            refusal = sentence(refused)
    page = Paginator(conditional_lines(actor, listed=listed), PAGE).get_page(request.GET.get("trang"))
    context = {
        "listed": listed,
        "page": page,
        "lines": _shown(page, chosen=_chosen(request), led=led, listed=listed),
        "leads": bool(led),
        "refusal": refusal,
        "seen": bool(request.POST.get("seen")),
    }
    return render(request, "publication/lines.html", context, status=422 if refusal else 200)


def _done(request: HttpRequest, actor: Actor, *, listed: bool) -> HttpResponse:
    chosen = _chosen(request)
    if listed:
        take_lines_out(item_ids=chosen, actor=actor, now=clock.now())
        messages.success(request, _("Đã lấy %(count)s dòng ra khỏi danh mục.") % {"count": len(chosen)})
        return redirect(f"{reverse('lines:lines')}?o={LISTED}")
    seen = bool(request.POST.get("seen"))
    let_out_lines(item_ids=chosen, seen_with_own_eyes=seen, actor=actor, now=clock.now())
    messages.success(request, _("Đã đưa %(count)s dòng vào danh mục cho người dân xem.") % {"count": len(chosen)})
    return redirect("lines:lines")


def _chosen(request: HttpRequest) -> Sequence[int]:
    given = request.POST.getlist("items")[:PAGE]
    return [int(one) for one in given if one.isascii() and one.isdigit() and len(one) < 19]


def _shown(page: "Page[Any]", *, chosen: Sequence[int], led: frozenset[int], listed: bool) -> list[dict[str, Any]]:
    found = []
    for row in page:
        labels = () if listed else found_in_line(row)
        found.append(
            {
                "row": row,
                "name": called(row),
                "found": [str(FINDING_LABELS.get(label, label)) for label in labels],
                "may": row.body_id in led and not labels,
                "chosen": row.pk in chosen,
            }
        )
    return found
