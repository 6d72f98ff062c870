"""Texts in other languages: the list, one of them, and its writing."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation import clock
from minhbach.lawbook.languages import load_languages
from minhbach.publication.actions.write_translation import (
    TranslatedText,
    begin_item_translation,
    begin_own_text,
    write_translation,
)
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.history import history_of_translation
from minhbach.publication.labels import translation_tag
from minhbach.publication.queries import publication_of
from minhbach.publication.queries.translations import (
    TRANSLATION,
    names_of_languages,
    narrowed,
    public_translations,
    translations_for,
    visible_translation,
)
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT, SEES, TRANSLATION_OPEN
from minhbach.publication.translations.forms import LanguageForm, OwnTextForm, TranslationFilterForm, TranslationForm
from minhbach.publication.translations.indexing import address_of
from minhbach.publication.views.showing import the_item
from minhbach.register.labels import called
from minhbach.register.queries.visible import holds_for

PAGE = 30


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def translations(request: HttpRequest) -> HttpResponse:
    """Show the texts of the officer's agencies, and begin what an agency says of itself in another language."""
    actor = actor_on(request)
    own = body_names(actor.bodies_where(*MAY_DRAFT))
    if request.method == "POST" and not own:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = OwnTextForm(posted, bodies=own.items(), languages=names_of_languages().items())
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        begun = _begun(form, lambda: begin_own_text(body_id=given["body"], language=given["language"], **_by(request)))
        if begun:
            return redirect("publication:write_translation", begun)
    filters = TranslationFilterForm(request.GET, languages=names_of_languages().items())
    rows = narrowed(translations_for(actor), filters.filters()).order_by("-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "filters": filters,
        "chips": filters.chips(),
        "page": page,
        "lines": [_line(row) for row in page],
        "drafts": bool(own),
    }
    return render(request, "publication/translations.html", context, status=422 if form.errors else 200)


@role_only(*SEES)
@require_http_methods(["GET", "POST"])
def item_translations(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show in which languages an item can be read, and begin one more."""
    row, actor = the_item(request, item_id), actor_on(request)
    drafts = holds_for(actor, MAY_DRAFT, row.body_id) and row.public_version_id is not None
    if request.method == "POST" and not drafts:
        raise Http404
    form = LanguageForm(request.POST if request.method == "POST" else None, languages=names_of_languages().items())
    if form.is_bound and form.is_valid():
        language = form.cleaned_data["language"]
        begun = _begun(form, lambda: begin_item_translation(item_id=item_id, language=language, **_by(request)))
        if begun:
            return redirect("publication:write_translation", begun)
    rows = translations_for(actor).filter(item_id=row.pk).order_by("-version_number", "pk")
    context = {"row": row, "name": called(row), "lines": [_line(one) for one in rows], "drafts": drafts, "form": form}
    return render(request, "publication/item_translations.html", context, status=422 if form.errors else 200)


def _by(request: HttpRequest) -> dict[str, Any]:
    return {"actor": actor_on(request), "now": clock.now()}


def _begun(form: LanguageForm, begin: Any) -> int:
    """Return the id of the text that was begun; 0 where the form says why not."""
    try:
        return int(begin())
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return 0


def _line(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "tongue": load_languages()[row.language],
        "about": called(row.item) if row.item_id else row.body.name,
        "tag": translation_tag(row.gate_state),
    }


@role_only(*SEES)
@require_http_methods(["GET"])
def translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show one text as it stands, what may be done with it, and what happened to it."""
    row, actor = the_translation(request, translation_id), actor_on(request)
    drafts = actor.holds(*MAY_DRAFT, body=row.body_id)
    leads = actor.holds(*MAY_APPROVE, body=row.body_id)
    context = {
        **shown(row),
        "publication": publication_of(TRANSLATION, row.pk),
        "can": {
            "write": drafts and row.gate_state in TRANSLATION_OPEN,
            "submit": drafts and row.gate_state in TRANSLATION_OPEN and bool(row.text),
            "take_back": drafts and row.gate_state == PublicationState.SUBMITTED,
            "approve": leads and row.gate_state == PublicationState.SUBMITTED,
            "withdraw": leads and row.gate_state == PublicationState.PUBLIC,
        },
        "public_url": address_of(row) if public_translations().filter(pk=row.pk).exists() else "",
        "lines": history_of_translation(row.pk),
    }
    return render(request, "publication/translation.html", context)


@role_only(*MAY_DRAFT)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Write the text, beside the Vietnamese one."""
    row, actor = the_translation(request, translation_id), actor_on(request)
    if row.gate_state not in TRANSLATION_OPEN or not actor.holds(*MAY_DRAFT, body=row.body_id):
        raise Http404
    said = {name: getattr(row, name) for name in ("title", "text", "translator", "revision")}
    form = TranslationForm(request.POST if request.method == "POST" else None, initial=said, language=row.language)
    if form.is_bound and form.is_valid() and _written(request, row.pk, form):
        return redirect("publication:translation", row.pk)
    context = {**shown(row), "form": form}
    return render(request, "publication/translation_write.html", context, status=422 if form.errors else 200)


def _written(request: HttpRequest, translation_id: int, form: TranslationForm) -> bool:
    given = dict(form.cleaned_data)
    revision = given.pop("revision")
    try:
        write_translation(
            translation_id=translation_id, said=TranslatedText(**given), seen_revision=revision, **_by(request)
        )
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return False
    messages.success(request, _("Đã lưu bản dịch."))
    return True


def the_translation(request: HttpRequest, translation_id: int) -> Any:
    """Return the text for who asks; 404 where it is not there for them."""
    try:
        return visible_translation(translation_id, actor=actor_on(request))
    except PublicationNotVisible:
        raise Http404 from None


def shown(row: Any) -> dict[str, Any]:
    """Return what every page says of it."""
    return {"translated": row, "name": f"{_line(row)['about']}: {load_languages()[row.language].name}", **_line(row)}
