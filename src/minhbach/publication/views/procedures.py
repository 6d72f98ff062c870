"""The officers' pages of an agency's procedure for requests."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation import clock
from minhbach.publication.actions.draft_procedure import begin_procedure, write_procedure
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.announcements.labels import decision_words, history_of, tag_of
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.law_today import law_today
from minhbach.publication.models import Announcement
from minhbach.publication.procedures.forms import ROWS_AT_FIRST, ProcedureForm, rows_asked
from minhbach.publication.procedures.showing import shown_differences
from minhbach.publication.queries import publication_of, states_of
from minhbach.publication.queries.announcements import announcements_for
from minhbach.publication.queries.procedures import bodies_to_announce, units_taking_part
from minhbach.publication.queries.scans import may_act_on_later_scan
from minhbach.publication.rules import EDITABLE, MAY_APPROVE, MAY_DRAFT, SEES
from minhbach.publication.views.announcements import begun, shown, the_announcement

KIND = AnnouncementKind.PROCEDURE
SPARE_ROWS = 2


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the procedures of the agencies that one works in, each version, and begin a new one."""
    actor, today = actor_on(request), clock.today()
    if request.method == "POST":
        return _begin(request, actor)
    rows = list(
        announcements_for(actor)
        .filter(kind=KIND)
        .select_related("body", "procedure")
        .order_by("-is_draft", "-decided_on", "-pk")
    )
    states, digest = states_of(KIND, [row.pk for row in rows]), law_today(today).digest
    versions: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        versions.setdefault(row.body_id, []).append(_line(row, states, digest))
    own = bodies_to_announce(today).filter(pk__in=actor.bodies_where(*SEES)).order_by("sort_key", "pk")
    agencies = [
        {
            "body": one,
            "versions": versions.get(one.pk, []),
            "can_begin": actor.holds(*MAY_DRAFT, body=one.pk)
            and not any(line["row"].is_draft for line in versions.get(one.pk, [])),
        }
        for one in own
    ]
    return render(request, "publication/procedures.html", {"agencies": agencies})


def _line(row: Announcement, states: dict[int, PublicationState], digest: str) -> dict[str, Any]:
    in_force = row.public_from is not None and row.replaced_on is None and row.withdrawn_on is None
    return {
        "row": row,
        "decision": decision_words(row.number, row.decided_on),
        "tag": tag_of(states.get(row.pk)),
        "law_changed": in_force and row.procedure.law_digest != digest,
    }


def _begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    def begin(body_id: int) -> int:
        return begin_procedure(body_id=body_id, actor=actor, now=clock.now())

    return begun(request, begin, drafts="procedures:drafts", draft="procedures:draft")


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show one version; while it is a draft that nobody judges, with the boxes to write it."""
    row, actor = _the_procedure(request, announcement_id), actor_on(request)
    publication = publication_of(row.kind, row.pk)
    state = publication.state if publication else None
    drafts_it = actor.holds(*MAY_DRAFT, body=row.body_id)
    writes = drafts_it and row.is_draft and (state is None or state in EDITABLE)
    if request.method == "POST" and not writes:
        raise Http404
    form = _form(request, row) if writes else None
    if form and form.is_bound and form.is_valid() and _write(row, form, actor):
        messages.success(request, _("Đã lưu, với phần luật của hôm nay."))
        return redirect("procedures:draft", row.pk)
    leads, now_law = actor.holds(*MAY_APPROVE, body=row.body_id), law_today(clock.today())
    context = {
        **shown(row),
        "tag": tag_of(state),
        "publication": publication,
        "form": form,
        "law": now_law,
        "changes": shown_differences(row.procedure, now_law) if row.replaced_on is None else (),
        "can_take_back": drafts_it and state == PublicationState.SUBMITTED,
        "can_approve": leads and state == PublicationState.SUBMITTED,
        "later_scan": may_act_on_later_scan(row, actor=actor),
        "can_withdraw": leads and row.public_from is not None and row.withdrawn_on is None,
        "is_public": row.public_from is not None and row.withdrawn_on is None,
        "history": history_of(row),
    }
    status = 422 if form and form.is_bound and form.errors else 200
    return render(request, "publication/procedure.html", context, status=status)


@role_only(*SEES)
@require_safe
def preview(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Show a version as the public would read it."""
    row = _the_procedure(request, announcement_id)
    return render(request, "publication/procedure_preview.html", shown(row))


def _the_procedure(request: HttpRequest, announcement_id: int) -> Announcement:
    row = the_announcement(request, announcement_id)
    if row.kind != KIND:
        raise Http404
    return row


def _form(request: HttpRequest, row: Announcement) -> ProcedureForm:
    units = units_taking_part(row.body_id, on=clock.today())
    if request.method == "POST" and "more" not in request.POST:
        return ProcedureForm(request.POST, units=units, rows=rows_asked(request.POST))
    if request.method == "POST":
        # More rows: what was typed stays in its boxes and nothing is judged yet.
        rows = rows_asked(request.POST)
        return ProcedureForm(initial={**request.POST.dict(), "rows": rows}, units=units, rows=rows)
    said = _initial(row)
    rows = max(ROWS_AT_FIRST, row.procedure.steps.count() + SPARE_ROWS)
    return ProcedureForm(initial={**said, "rows": rows}, units=units, rows=rows)


def _initial(row: Announcement) -> dict[str, Any]:
    own = row.procedure
    said: dict[str, Any] = {
        "number": row.number,
        "decided_on": row.decided_on,
        "revision": row.revision,
        "place": own.place,
        "hours": own.hours,
        "remark": own.remark,
    }
    for step in own.steps.all():
        number = step.position
        said |= {f"title_{number}": step.title, f"unit_{number}": str(step.unit_id), f"days_{number}": step.days}
    return said


def _write(row: Announcement, form: ProcedureForm, actor: Actor) -> bool:
    try:
        write_procedure(
            announcement_id=row.pk,
            heading=form.heading(),
            content=form.content(),
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
