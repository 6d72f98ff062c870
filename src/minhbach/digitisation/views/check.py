"""The check page: a scan's picture beside what was read of it, until a person confirms it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.digitisation.actions.confirm_scan import confirm_scan
from minhbach.digitisation.check_form import CheckForm, boxes_of, in_order, is_certain
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused
from minhbach.digitisation.history import history_of
from minhbach.digitisation.holding import held
from minhbach.digitisation.labels import SCAN_TAGS, VIRUS_TAGS
from minhbach.digitisation.models import Scan
from minhbach.digitisation.naming import batch_name, scan_name
from minhbach.digitisation.queries.counting import progress_of
from minhbach.digitisation.queries.listing import next_to_check
from minhbach.digitisation.queries.visible import SCAN, may_digitise
from minhbach.digitisation.rules import SEES
from minhbach.digitisation.views.batches import findings_in_words
from minhbach.digitisation.views.looking import Look, look_of
from minhbach.digitisation.views.showing import blame, status_of, the_scan
from minhbach.domain.lifecycles.scan import SCAN as SCAN_MOVES
from minhbach.domain.lifecycles.scan import ScanEvent, ScanState
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.pictures import has_pictures, picture_of
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.contracts import Subject
from minhbach.register.contracts import ItemKnown, ItemNotVisible, ItemRefused, Proposal
from minhbach.register.labels import ACCESS_TAGS
from minhbach.register.law import grounds_of, letters_of, statute_of_register
from minhbach.register.naming import issuing_body_of
from minhbach.register.proposing import from_json

OPEN = (ScanState.TO_CHECK, ScanState.PUT_OFF)


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def scan(request: HttpRequest, scan_id: int) -> HttpResponse:
    """Show a scan; while it is to be checked, with the boxes to confirm it."""
    row, actor = the_scan(request, scan_id), actor_on(request)
    may = may_digitise(actor, row.batch.body_id)
    if request.method == "POST" and not (may and row.state in OPEN):
        raise Http404
    form, known = _form(request, row), None
    if request.method == "POST" and form.is_valid():
        try:
            _confirm(request, row, form)
            return _onward(request, row)
        except (BatchNotVisible, ItemNotVisible):
            raise Http404 from None
        except (DigitisationRefused, ItemRefused) as refused:
            known = refused.item_id if isinstance(refused, ItemKnown) else None
            blame(form, refused)
    context = {**_about(row), "form": form, "known": known, "can": _possible(row, may=may)}
    if row.state in OPEN:
        look = look_of(row, request.GET)
        context |= {"look": look, "boxes": list(_boxes(row, form, look)), "proposal": _proposal(form.proposal)}
    return render(request, "digitisation/scan.html", context, status=status_of(form))


def _form(request: HttpRequest, row: Scan) -> CheckForm:
    law = statute_of_register(clock.today())
    return CheckForm(
        request.POST if request.method == "POST" else None,
        letters=letters_of(law),
        grounds=grounds_of(law),
        proposal=from_json(row.proposal),
        initial=boxes_of(row),
    )


def _confirm(request: HttpRequest, row: Scan, form: CheckForm) -> None:
    given = form.cleaned_data
    issuer = issuing_body_of(given["issuer_name"], body_id=row.batch.body_id, on=given["issued_on"])
    confirm_scan(
        scan_id=row.pk,
        checked=form.checked(row, issuing_body_id=issuer),
        seen_version=given["version"],
        calendar=calendar_in_use(),
        actor=actor_on(request),
        now=clock.now(),
    )


def _onward(request: HttpRequest, row: Scan) -> HttpResponse:
    messages.success(request, _("Đã ghi “%(name)s” vào kho.") % {"name": scan_name(row)})
    following = next_to_check(row)
    if following is None:
        return redirect("digitisation:batch", row.batch_id)
    return redirect("digitisation:scan", following.pk)


def _about(row: Scan) -> dict[str, Any]:
    following = next_to_check(row)
    return {
        "row": row,
        "name": scan_name(row),
        "batch_name": batch_name(row.batch),
        "tag": SCAN_TAGS[row.state],
        "total": progress_of([row.batch_id])[row.batch_id].total,
        "virus": VIRUS_TAGS.get(row.virus_check),
        "findings": findings_in_words(row),
        "next": following,
        "history": history_of(Subject(SCAN, row.pk)),
    }


def _possible(row: Scan, *, may: bool) -> dict[str, bool]:
    """Return which acts the scan's state and the asker's posts allow; buttons are shown for these alone."""
    events = SCAN_MOVES.events(ScanState(row.state)) if may else ()
    read = row.state != ScanState.WAITING
    return {
        "confirm": ScanEvent.CONFIRM in events,
        "put_off": ScanEvent.PUT_OFF in events,
        "replace": ScanEvent.REPLACE in events,
        "undo": ScanEvent.UNDO in events,
        "drop": ScanEvent.DROP in events and read,
        "duplicate": ScanEvent.KNOW in events and bool(row.twin_id or row.twin_item_id),
        "secret": ScanEvent.REFUSE in events and read,
        "minutes": may and row.state == ScanState.REFUSED,
    }


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the check page with how sure its content is and where it stands on the page."""

    field: Any
    name: str
    is_certain: bool
    line: int | None
    is_lit: bool


def _boxes(row: Scan, form: CheckForm, look: Look) -> Iterator[Box]:
    for name in in_order(row.fields):
        field = row.fields.get(name, {})
        yield Box(form[name], name, is_certain(field), field.get("line"), look.field == name)


def _proposal(proposal: Proposal | None) -> dict[str, Any] | None:
    if proposal is None:
        return None
    law = statute_of_register(clock.today())
    cited = [law.cite(law.letter(proposal.letter))] if proposal.letter else []
    cited += [law.cite(law.ground(key)) for key in proposal.grounds]
    return {"words": ACCESS_TAGS[proposal.access.value][1], "cited": "; ".join(cited), "why": proposal.why}


@role_only(*SEES)
@require_safe
def picture(request: HttpRequest, scan_id: int, page: int) -> HttpResponse:
    """Send the picture of a page: turned, enlarged and with one line lit, as its address asks."""
    row = the_scan(request, scan_id)
    if row.state not in OPEN or not has_pictures(row.format):
        raise Http404
    look = look_of(row, request.GET)
    try:
        drawn = picture_of(
            held(row.pk), page, enlarged=look.enlarged, turn=look.turn, lit=look.box if look.page == page else None
        )
    except (CannotRead, FileNotFoundError):
        raise Http404 from None
    headers = {"Cache-Control": "private, max-age=600", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(drawn, content_type="image/jpeg", headers=headers)
