"""Scans and pictures that show where something was published."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.publication.actions.attach_channel_file import attach_channel_file, strike_channel_file
from minhbach.publication.channel_forms import ChannelFileForm
from minhbach.publication.contracts import EvidenceKind, PublicationNotVisible, PublicationRefused
from minhbach.publication.jobs import check_waiting_channel_files
from minhbach.publication.labels import form_words
from minhbach.publication.queries.channels import visible_channel
from minhbach.publication.rules import MAY_TEND
from minhbach.register.labels import called
from minhbach.register.queries.visible import holds_for


@role_only(*MAY_TEND)
@require_http_methods(["GET", "POST"])
def new_file(request: HttpRequest, channel_id: int) -> HttpResponse:
    """Take in a scan or a picture; the machine looks it through at once."""
    actor = actor_on(request)
    try:
        channel = visible_channel(channel_id, actor=actor)
    except PublicationNotVisible:
        raise Http404 from None
    if channel.done_on is None or not holds_for(actor, MAY_TEND, channel.body_id):
        raise Http404
    form = ChannelFileForm(request.POST, request.FILES) if request.method == "POST" else ChannelFileForm()
    if form.is_bound and form.is_valid() and _attached(request, channel_id, form):
        return redirect("publication:channel", channel_id)
    context = {"channel": channel, "words": form_words(channel), "name": called(channel.item), "form": form}
    return render(request, "publication/channel_file.html", context, status=422 if form.errors else 200)


def _attached(request: HttpRequest, channel_id: int, form: ChannelFileForm) -> bool:
    file = form.cleaned_data["scan"]
    try:
        attach_channel_file(
            channel_id=channel_id,
            kind=EvidenceKind(form.cleaned_data["kind"]),
            name=file.name,
            content=file.read(),
            actor=actor_on(request),
            now=clock.now(),
        )
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    check_waiting_channel_files.enqueue()
    messages.success(request, _("Đã nhận tệp. Máy đang kiểm tra dấu mật; xong thì tệp hiện ở trang này."))
    return True


@role_only(*MAY_TEND)
@require_POST
def strike_file(request: HttpRequest, channel_file_id: int) -> HttpResponse:
    """Let a file count no more; its line stays."""
    try:
        channel_id = strike_channel_file(file_id=channel_file_id, actor=actor_on(request), now=clock.now())
    except (PublicationNotVisible, PublicationRefused):
        raise Http404 from None
    messages.success(request, _("Đã gạch tệp minh chứng."))
    return redirect("publication:channel", channel_id)
