"""The list of what must become public, and one item with all that happened to it at the gate."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.publication.content import Content, newest_content
from minhbach.publication.filter_forms import GateFilterForm
from minhbach.publication.history import history_of_item
from minhbach.publication.labels import channel_tag, form_words, item_tags, petition_tags, state_tag, term_tag
from minhbach.publication.models import CorrectionRequest, Petition, ScreeningRun
from minhbach.publication.queries.channels import channels_of, withdrawn_because
from minhbach.publication.queries.findings import unread_in
from minhbach.publication.queries.items import latest_run, publications_of
from minhbach.publication.queries.listing import gate_list, narrowed, sorted_rows
from minhbach.publication.queries.publishers import asked_about
from minhbach.publication.queries.redactions import redactions_of, running_redactions
from minhbach.publication.queries.terms import end_of
from minhbach.publication.redaction.labels import STATE_TAGS as REDACTION_TAGS
from minhbach.publication.rules import MAY_APPROVE, SEES
from minhbach.publication.views.showing import item_url, possible, the_item
from minhbach.register.dues import due_of
from minhbach.register.explaining import why
from minhbach.register.labels import called
from minhbach.register.law import letters_of, statute_of_register
from minhbach.register.queries import ITEM
from minhbach.register.queries.visible import bodies_of_holders

PAGE, PRINTED_AT_MOST = 30, 2000
HEAD = (
    _("Tên, trích yếu"),
    _("Số, ký hiệu"),
    _("Cơ quan"),
    _("Điểm khoản 1 Điều 17"),
    _("Ngày tạo ra"),
    _("Hạn công khai"),
    _("Tình trạng"),
    _("Ngày công khai"),
)


@role_only(*SEES)
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """Show what must become public or is on its way, in the registers that the officer reads."""
    actor, today = actor_on(request), clock.today()
    bodies = body_names(bodies_of_holders(actor, SEES))
    form = GateFilterForm(request.GET, letters=letters_of(statute_of_register(today)), bodies=bodies.items())
    rows = narrowed(gate_list(actor), form.filters(), on=today)
    rows = sorted_rows(rows, request.GET.get("xep", "")).select_related("body")
    if request.GET.get("dang") == "csv":
        cells = (_cells(row, today) for row in rows.iterator(chunk_size=500))
        return as_csv([str(words) for words in HEAD], cells, file_name="cong-khai.csv")
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [{"row": row, "name": called(row), "tags": list(item_tags(row, on=today))} for row in page],
        "leads": actor.holds(*MAY_APPROVE),
        "several_bodies": len({row.body_id for row in page}) > 1,
    }
    return render(request, "publication/items.html", context)


def _cells(row: Any, on: date) -> tuple[str, ...]:
    return (
        row.title,
        "/".join(part for part in (row.number, row.symbol) if part),
        row.body.name,
        row.letter,
        _day(row.created_on),
        _day(row.publish_due_on),
        ", ".join(words for _kind, words in item_tags(row, on=on)),
        _day(row.published_on),
    )


def _day(day: date | None) -> str:
    return written(day) if day else ""


@role_only(*SEES)
@require_safe
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show one item at the gate: what comes next, what was found, its versions, its channels, its petitions."""
    row, actor, today = the_item(request, item_id), actor_on(request), clock.today()
    content, publications = newest_content(row), publications_of(row.pk)
    newest = publications[0] if publications else None
    run = latest_run(newest) if newest else None
    due = due_of(row, calendar=calendar_in_use())
    withdrawn = withdrawn_because(row.pk) is not None
    context = {
        "row": row,
        "name": called(row),
        "state": state_tag(newest.state if newest else None, newest.publish_on if newest else None),
        "newest": newest,
        "is_current": newest is not None and newest.version_id == content.version.id,
        "content": content,
        **_redactions(row.pk, content),
        "due": due,
        "why": why(row, due),
        "is_late": _is_late(row, today),
        "term": term_tag(end_of(row), on=today) if row.public_version_id else None,
        "run": run_seen(run),
        "versions": [{"publication": one, "tag": state_tag(one.state, one.publish_on)} for one in publications],
        "channels": [
            {"channel": one, "words": form_words(one), "tag": channel_tag(one, on=today, withdrawn=withdrawn)}
            for one in channels_of(row.pk)
        ],
        "petitions": list(_petitions(row, today)),
        "asked": asked_about(CorrectionRequest.objects.filter(item_id=row.pk)),
        "public_url": item_url(row.public_id),
        "can": possible(row, newest, content, actor=actor, on=today),
        "lines": history_of_item(row.pk),
    }
    return render(request, "publication/item.html", context)


def _redactions(item_id: int, content: Content) -> dict[str, Any]:
    """Return what was or is being taken out of the item's files: two queries."""
    rows = redactions_of(Subject(ITEM, item_id)).select_related("approved_by")[:20]
    return {
        "redacting": running_redactions([file.id for file in content.files]),
        "redactions": [{"row": one, "tag": REDACTION_TAGS[one.state]} for one in rows],
    }


def run_seen(run: ScreeningRun | None) -> dict[str, Any] | None:
    """Return what a page shows of a look: one query."""
    if run is None:
        return None
    counts = run.findings.aggregate(found=Count("pk"), open=Count("pk", filter=Q(ground="")))
    return {
        "run": run,
        "waits": run.done_at is None,
        "found": counts["found"],
        "unanswered": counts["open"],
        "troubles": [entry for entry in run.looked_at if entry["trouble"]],
        "blanks": [entry for entry in run.looked_at if entry.get("blank")],
        "unread": unread_in(run),
    }


def _is_late(row: Any, today: date) -> bool:
    open_still = row.public_version_id is None and row.address_since is None
    return bool(open_still and row.publish_due_on and row.publish_due_on < today)


def _petitions(row: Any, today: date) -> Iterator[dict[str, Any]]:
    for one in Petition.objects.filter(item_id=row.pk).order_by("-pk")[:20]:
        yield {"petition": one, "tags": list(petition_tags(one, on=today))}
