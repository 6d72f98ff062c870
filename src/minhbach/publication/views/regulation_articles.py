"""The pages on which one article of a regulation is written."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.publication.actions.write_regulation import add_article, drop_article, move_article, write_article
from minhbach.publication.contracts import PublicationNotVisible
from minhbach.publication.models import Announcement, RegulationArticle
from minhbach.publication.queries.regulations import article_of
from minhbach.publication.regulations.content import law_of, model_used, values_in_words
from minhbach.publication.regulations.forms import ArticleForm
from minhbach.publication.regulations.labels import cited
from minhbach.publication.regulations.showing import possible
from minhbach.publication.rules import MAY_DRAFT
from minhbach.publication.views.announcements import shown
from minhbach.publication.views.regulation_doors import act, done, revision_in, status_of, the_regulation


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def article(request: HttpRequest, announcement_id: int, article_id: int) -> HttpResponse:
    """Write one article, beside what the model says."""
    row = _the_draft(request, announcement_id)
    one = _the_article(row, article_id)
    model = model_used(row.regulation)
    initial = {name: getattr(one, name) for name in ("chapter", "title", "text", "left_out", "reason")}
    form = ArticleForm(
        request.POST if request.method == "POST" else None,
        initial={**initial, "revision": row.revision}, of_model=bool(one.key),
    )  # fmt: skip
    if form.is_bound and form.is_valid() and done(form, lambda: _write(request, row, one, form)):
        messages.success(request, _("Đã lưu."))
        return redirect("regulations:draft", row.pk)
    own = model.article(one.key) if model and one.key else None
    law = law_of(row.regulation, on=clock.today())
    values = values_in_words(row.regulation, model, on=clock.today())
    context = {
        **shown(row),
        "article": one,
        "form": form,
        "own": own,
        "bases": [(cited(base, law), base.quotation) for base in own.bases] if own else [],
        "places": sorted(values.items()),
    }
    return render(request, "publication/regulation_article.html", context, status=status_of(form))


def _write(request: HttpRequest, row: Announcement, one: RegulationArticle, form: ArticleForm) -> None:
    write_article(
        announcement_id=row.pk, article_id=one.pk, given=form.given(), seen_revision=form.cleaned_data["revision"],
        actor=actor_on(request), now=clock.now(),
    )  # fmt: skip


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def new_article(request: HttpRequest, announcement_id: int) -> HttpResponse:
    """Add an article of the agency's own behind another one."""
    row = _the_draft(request, announcement_id)
    after = request.GET.get("sau", "")
    before = _the_article(row, int(after)) if after.isdecimal() and len(after) < 18 else None
    form = ArticleForm(
        request.POST if request.method == "POST" else None,
        initial={"revision": row.revision, "chapter": before.chapter if before else ""}, of_model=False,
    )  # fmt: skip
    if form.is_bound and form.is_valid() and done(form, lambda: _add(request, row, before, form)):
        messages.success(request, _("Đã thêm điều."))
        return redirect("regulations:draft", row.pk)
    values = values_in_words(row.regulation, model_used(row.regulation), on=clock.today())
    context = {**shown(row), "before": before, "form": form, "places": sorted(values.items())}
    return render(request, "publication/regulation_article.html", context, status=status_of(form))


def _add(request: HttpRequest, row: Announcement, before: RegulationArticle | None, form: ArticleForm) -> None:
    add_article(
        announcement_id=row.pk, after=before.pk if before else None, given=form.given(),
        seen_revision=form.cleaned_data["revision"], actor=actor_on(request), now=clock.now(),
    )  # fmt: skip


@role_only(*MAY_DRAFT)
@require_POST
def drop(request: HttpRequest, announcement_id: int, article_id: int) -> HttpResponse:
    """Take out an article that the agency added."""
    the_regulation(request, announcement_id)
    seen = revision_in(request)
    return act(
        request,
        lambda: drop_article(
            announcement_id=announcement_id, article_id=article_id, seen_revision=seen,
            actor=actor_on(request), now=clock.now(),
        ),
        _("Đã bỏ điều."),
        back="regulations:draft",
        args=[announcement_id],
    )  # fmt: skip


@role_only(*MAY_DRAFT)
@require_POST
def move(request: HttpRequest, announcement_id: int, article_id: int) -> HttpResponse:
    """Let an article change places with its neighbour."""
    the_regulation(request, announcement_id)
    seen, up = revision_in(request), request.POST.get("up") == "1"
    return act(
        request,
        lambda: move_article(
            announcement_id=announcement_id, article_id=article_id, up=up, seen_revision=seen,
            actor=actor_on(request), now=clock.now(),
        ),
        _("Đã đổi chỗ."),
        back="regulations:draft",
        args=[announcement_id],
    )  # fmt: skip


def _the_draft(request: HttpRequest, announcement_id: int) -> Announcement:
    row = the_regulation(request, announcement_id)
    if not possible(row, actor=actor_on(request))["write"]:
        raise Http404
    return row


def _the_article(row: Announcement, article_id: int) -> RegulationArticle:
    try:
        return article_of(row, article_id)
    except PublicationNotVisible:
        raise Http404 from None
