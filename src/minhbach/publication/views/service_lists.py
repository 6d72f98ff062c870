"""The officers' pages of a committee's list of public service units."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import bodies
from minhbach.agencies.queries.service_units import service_units_of
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation import clock
from minhbach.publication.actions.draft_service_list import begin_service_list, write_service_list
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.announcements.forms import ServiceListForm
from minhbach.publication.announcements.labels import decision_words, history_of, tag_of
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Announcement
from minhbach.publication.queries import publication_of, states_of
from minhbach.publication.queries.announcements import announcements_for
from minhbach.publication.queries.scans import may_act_on_later_scan
from minhbach.publication.rules import EDITABLE, MAY_APPROVE, MAY_DRAFT, SEES
from minhbach.publication.views.announcements import begun, shown, the_announcement

KIND = AnnouncementKind.SERVICE_UNITS


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def service_lists(request: HttpRequest) -> HttpResponse:
    """Show the lists of the committees that one works in, and begin a new one."""
    actor = actor_on(request)
    if request.method == "POST":
        return _begin(request, actor)
    own = [one for one in bodies(actor.bodies_where(*SEES)).values() if one.kind == Kind.COMMITTEE]
    rows = list(announcements_for(actor).filter(kind=KIND).order_by("-is_draft", "-decided_on", "-pk"))
    states = states_of(KIND, [row.pk for row in rows])
    lists: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        line = {
            "row": row,
            "decision": decision_words(row.number, row.decided_on),
            "tag": tag_of(states.get(row.pk)),
        }
        lists.setdefault(row.body_id, []).append(line)
    committees = [
        {
            "body": one,
            "lists": lists.get(one.id, []),
            "can_begin": actor.holds(*MAY_DRAFT, body=one.id)
            and not any(line["row"].is_draft for line in lists.get(one.id, [])),
        }
        for one in own
    ]
    return render(request, "publication/service_lists.html", {"committees": committees})


def _begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    def begin(body_id: int) -> int:
        return begin_service_list(body_id=body_id, actor=actor, now=clock.now())

    return begun(request, begin, drafts="announcements:service_lists", draft="announcements:service_list")


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def service_list(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one list; while it is a draft that nobody judges, with the boxes to write it."""
    row, actor = the_announcement(request, announcement_id), actor_on(request)
    publication = publication_of(row.kind, row.pk)
    state = publication.state if publication else None
    drafts = actor.holds(*MAY_DRAFT, body=row.body_id)
    writes = drafts and row.is_draft and (state is None or state in EDITABLE)
    if request.method == "POST" and not writes:
        raise Http404
    known = service_units_of(row.body_id, on=clock.today()) if writes else ()
    form = ServiceListForm(request.POST if request.method == "POST" else None, initial=_initial(row), units=known)
    if form.is_bound and form.is_valid() and _write(row, form, actor):
        messages.success(request, _("Đã lưu."))
        return redirect("announcements:service_list", row.pk)
    leads = actor.holds(*MAY_APPROVE, body=row.body_id)
    context = {
        **shown(row),
        "tag": tag_of(state),
        "publication": publication,
        "form": form,
        "writes": writes,
        "known": known,
        "can_take_back": drafts and state == PublicationState.SUBMITTED,
        "can_approve": leads and state == PublicationState.SUBMITTED,
        "later_scan": may_act_on_later_scan(row, actor=actor),
        "can_withdraw": leads and row.public_from is not None and row.withdrawn_on is None,
        "history": history_of(row),
    }
    return render(request, "publication/service_list.html", context, status=422 if form.errors else 200)


def _initial(row: Announcement) -> dict[str, Any]:
    said: dict[str, Any] = {
        "number": row.number,
        "decided_on": row.decided_on,
        "remark": row.remark,
        "revision": row.revision,
    }
    for unit in row.units.all():
        said |= {f"named_{unit.unit_id}": True, f"services_{unit.unit_id}": unit.services}
    return said


def _write(row: Announcement, form: ServiceListForm, actor: Actor) -> bool:
    try:
        write_service_list(
            announcement_id=row.pk,
            heading=form.heading(),
            units=form.chosen(),
            remark=form.cleaned_data["remark"],
            seen_revision=form.cleaned_data["revision"],
            actor=actor,
            now=clock.now(),
        )
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(None, refused.reason)
        return False
    return True
