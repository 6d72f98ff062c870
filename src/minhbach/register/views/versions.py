"""A version to add: other files, or other words for what the public reads."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.register.actions.add_version import add_version
from minhbach.register.contracts import ItemFacts, ItemRefused
from minhbach.register.facts_kept import PUBLIC_FACTS, facts_of
from minhbach.register.forms import FilesForm, WordsForm, boxes_of, new_files
from minhbach.register.labels import called
from minhbach.register.naming import issuing_body_of
from minhbach.register.rules import MAY_KEEP
from minhbach.register.views.acts import blame, sent, status_of
from minhbach.register.views.items import possible, the_item


@role_only(*MAY_KEEP)
@require_http_methods(["GET", "POST"])
def new_version(request: HttpRequest, item_id: int) -> HttpResponse:
    """Add a version; the public goes on reading the one before until this one is approved."""
    row = the_item(request, item_id)
    if not possible(row, actor_on(request))["version"]:
        raise Http404
    before = facts_of(row)
    form = FilesForm(*sent(request))
    words = WordsForm(sent(request)[0], initial=boxes_of(before))
    if request.method == "POST" and form.is_valid() and words.is_valid():
        given = words.cleaned_data
        issuer = issuing_body_of(given["issuer_name"], body_id=row.body_id, on=given["issued_on"])
        facts = words.words(before, issuing_body_id=issuer)
        try:
            add_version(
                item_id=row.pk,
                why=form.cleaned_data["why"],
                files=new_files(form),
                facts=facts if _differ(before, facts) else None,
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã thêm bản mới. Người dân đọc bản trước cho tới khi bản này được duyệt."))
            return redirect("register:item", row.pk)
        except ItemRefused as refused:
            blame(form if refused.field in ("why", "files") else words, refused)
    status = max(status_of(form), status_of(words))
    context = {"form": form, "words": words, "row": row, "name": called(row)}
    return render(request, "register/new_version.html", context, status=status)


def _differ(before: ItemFacts, after: ItemFacts) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in PUBLIC_FACTS)
