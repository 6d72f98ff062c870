"""Where an item is published beside this installation, and the minutes of what hangs on walls."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.dates import written
from minhbach.papers.contracts import FontsMissing
from minhbach.papers.rendering import as_docx, as_pdf
from minhbach.publication.actions.tend_channel import (
    add_channel,
    drop_channel,
    mark_channel_done,
    may_come_down,
    take_down,
)
from minhbach.publication.channel_forms import ChannelForm, DoneForm, DownForm, DropForm
from minhbach.publication.channelling import PORTAL, POSTING
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.labels import EVIDENCE_LABELS, channel_tag, form_words
from minhbach.publication.minutes import PAPERS, TAKEN_DOWN, minutes_of
from minhbach.publication.models import Channel
from minhbach.publication.queries.channel_files import files_of_channel, names_of_files
from minhbach.publication.queries.channels import channels_of, visible_channel, withdrawn_because
from minhbach.publication.rules import MAY_TEND, SEES
from minhbach.publication.views.showing import the_item
from minhbach.register.labels import called
from minhbach.register.law import statute_of_publication, ways_of
from minhbach.register.queries.visible import holds_for
from minhbach.register.sending import workbook_sent

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def channels(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show every place where the item stands or is to stand, and plan one more."""
    row, actor, today = the_item(request, item_id), actor_on(request), clock.today()
    tends = holds_for(actor, MAY_TEND, row.body_id) and row.public_version_id is not None
    if request.method == "POST" and not tends:
        raise Http404
    law, withdrawn = statute_of_publication(row.created_on, on=today), withdrawn_because(row.pk) is not None
    ways = [(key, words) for key, words in ways_of(law) if key != PORTAL]
    if request.GET.get("dang") == "xlsx":
        return _workbook(row, withdrawn=withdrawn, today=today)
    posted = request.POST if request.method == "POST" else None
    form = ChannelForm(posted, initial={"planned_on": today}, ways=ways)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if _done(
            form,
            lambda: add_channel(item_id=item_id, actor=actor, now=clock.now(), **given),
        ):
            messages.success(request, _("Đã thêm nơi đăng."))
            return redirect("publication:channels", item_id)
    context = {
        "row": row,
        "name": called(row),
        "law": law,
        "lines": [
            {"channel": one, "words": form_words(one), "tag": channel_tag(one, on=today, withdrawn=withdrawn)}
            for one in channels_of(row.pk)
        ],
        "tends": tends,
        "form": form,
    }
    return render(request, "publication/channels.html", context, status=422 if form.errors else 200)


HEAD = (
    (gettext_lazy("Hình thức"), 30),
    (gettext_lazy("Bản"), 6),
    (gettext_lazy("Nơi đăng"), 40),
    (gettext_lazy("Dự kiến đăng"), 14),
    (gettext_lazy("Đã đăng"), 14),
    (gettext_lazy("Niêm yết đến hết"), 16),
    (gettext_lazy("Đã gỡ"), 14),
    (gettext_lazy("Tình trạng"), 30),
    (gettext_lazy("Minh chứng"), 30),
    (gettext_lazy("Tệp minh chứng"), 40),
)
"""What each column of the workbook is called, and how wide it is in characters."""


def _workbook(row: Any, *, withdrawn: bool, today: date) -> HttpResponse:
    every = list(channels_of(row.pk))
    names = names_of_files([one.pk for one in every])
    lines = (_cells(one, names.get(one.pk, []), channel_tag(one, on=today, withdrawn=withdrawn)[1]) for one in every)
    head = [(str(words), width) for words, width in HEAD]
    return workbook_sent(head, lines, title=_("Nơi đăng"), about=f"{called(row)}, {written(today)}", name="noi-dang")


def _cells(one: Channel, files: list[str], state: str) -> tuple[str, ...]:
    days = [written(day) if day else "" for day in (one.planned_on, one.done_on, one.stays_until, one.taken_down_on)]
    return (form_words(one), str(one.version_number), one.place, *days, state, one.evidence, "; ".join(files))


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def channel(request: HttpRequest, channel_id: int) -> HttpResponse:
    """Show one place, and write down what was done there: published, taken down, or not done after all."""
    one, actor, today = _the_channel(request, channel_id), actor_on(request), clock.today()
    tends = holds_for(actor, MAY_TEND, one.body_id)
    if request.method == "POST" and not tends:
        raise Http404
    bound = _bound(request)
    done = DoneForm(bound("done"), initial={"done_on": today, "place": one.place})
    down = DownForm(bound("down"), initial={"taken_on": today})
    drop = DropForm(bound("drop"))
    if request.method == "POST" and _tend(request, one, done, down, drop, today):
        return redirect("publication:channel", channel_id)
    withdrawn = withdrawn_because(one.item_id)
    waits = one.done_on is None and not one.dropped_because
    context = {
        "channel": one,
        "row": one.item,
        "name": called(one.item),
        "words": form_words(one),
        "tag": channel_tag(one, on=today, withdrawn=withdrawn is not None),
        "is_posting": one.form == POSTING,
        "papers": [paper for paper in PAPERS if paper != TAKEN_DOWN or one.done_on],
        "files": [{"file": file, "kind": EVIDENCE_LABELS[file.kind]} for file in files_of_channel(one.pk)],
        "tends": tends,
        "can_do": tends and waits,
        "can_take_down": tends and may_come_down(one, withdrawn),
        "is_withdrawn": withdrawn is not None,
        "done": done,
        "down": down,
        "drop": drop,
    }
    wrong = done.errors or down.errors or drop.errors
    return render(request, "publication/channel.html", context, status=422 if wrong else 200)


def _bound(request: HttpRequest) -> Callable[[str], Any]:
    act = request.POST.get("act", "done")
    return lambda name: request.POST if request.method == "POST" and act == name else None


def _tend(request: HttpRequest, one: Channel, done: DoneForm, down: DownForm, drop: DropForm, today: date) -> bool:
    actor, now = actor_on(request), clock.now()
    if done.is_bound and done.is_valid():
        given = done.cleaned_data
        return _done(
            done,
            lambda: mark_channel_done(channel_id=one.pk, calendar=calendar_in_use(), actor=actor, now=now, **given),
        )
    if down.is_bound and down.is_valid():
        taken_on = down.cleaned_data["taken_on"]
        return _done(down, lambda: take_down(channel_id=one.pk, taken_on=taken_on, actor=actor, now=now))
    if drop.is_bound and drop.is_valid():
        reason = drop.cleaned_data["reason"]
        return _done(drop, lambda: drop_channel(channel_id=one.pk, reason=reason, actor=actor, now=now))
    return False


def _done(form: forms.Form, action: Callable[[], object]) -> bool:
    try:
        action()
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    return True


@role_only(*SEES)
@require_safe
def minutes(request: HttpRequest, channel_id: int, paper: str, file_type: str) -> HttpResponse:
    """Send the minutes of a posting or of its end, as DOCX to fill in or PDF to print."""
    one = _the_channel(request, channel_id)
    if one.form != POSTING or paper not in PAPERS or file_type not in ("docx", "pdf"):
        raise Http404
    made = minutes_of(one, paper)
    name = f"bien-ban-{paper}-{one.pk}.{file_type}"
    if file_type == "docx":
        return _file(as_docx(made), DOCX, name)
    try:
        return _file(as_pdf(made), "application/pdf", name)
    except FontsMissing as missing:
        messages.error(request, str(missing))
        return redirect("publication:channel", channel_id)


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return response


def _the_channel(request: HttpRequest, channel_id: int) -> Channel:
    try:
        return visible_channel(channel_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None
