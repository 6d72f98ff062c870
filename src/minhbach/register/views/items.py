"""The list of items and one item."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.statutes import Statute
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.queries import looks_at
from minhbach.foundation.sheets import as_csv
from minhbach.lawbook.statutes import statute
from minhbach.register.contracts import Access, ItemNotVisible
from minhbach.register.dues import due_of, posting_end
from minhbach.register.explaining import why
from minhbach.register.exporting import ITEM_HEAD, item_cells
from minhbach.register.file_words import problem_in_words
from minhbach.register.filter_forms import ItemFilterForm
from minhbach.register.history import history_of
from minhbach.register.labels import (
    ACCESS_TAGS,
    ORIGIN_LABELS,
    PLACE_LABELS,
    ROLE_LABELS,
    access_tag,
    called,
    retention_label,
    standing_tags,
)
from minhbach.register.law import letters_of, statute_of_register
from minhbach.register.listed import SHORT_TITLES, offered_lists
from minhbach.register.models import HeldFile, Item, ItemState
from minhbach.register.proposing import from_json
from minhbach.register.queries import bodies_kept_by, items_kept_for, kept_item, versions_of
from minhbach.register.queries.listing import narrowed, sorted_items
from minhbach.register.queries.visible import bodies_of_holders, holds_for
from minhbach.register.registries import gate_path, waits_at_the_gate
from minhbach.register.rules import MAY_CLASSIFY, MAY_KEEP, SEES, SEES_CLOSED

PAGE, PRINTED_AT_MOST = 30, 2000


def the_item(request: HttpRequest, item_id: int) -> Item:
    """Return the item for who asks; 404 where it is not there for them."""
    try:
        return kept_item(item_id, actor=actor_on(request))
    except ItemNotVisible:
        raise Http404 from None


@role_only(*SEES)
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """Show the registers that the officer reads."""
    actor, today = actor_on(request), clock.today()
    bodies = body_names(bodies_of_holders(actor, SEES))
    form = ItemFilterForm(request.GET, letters=letters_of(statute_of_register(today)), bodies=bodies.items())
    rows = narrowed(items_kept_for(actor), form.filters(), on=today)
    rows = sorted_items(rows, request.GET.get("xep", "")).select_related("body", "creating_unit", "issuing_body")
    if request.GET.get("dang") == "csv":
        cells = (item_cells(row, on=today) for row in rows.iterator(chunk_size=500))
        return as_csv([str(words) for words in ITEM_HEAD], cells, file_name="kho-thong-tin.csv")
    printed = request.GET.get("in") == "1"
    page = Paginator(rows, PRINTED_AT_MOST if printed else PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "chips": form.chips(),
        "page": page,
        "lines": [line_of(row, on=today) for row in page],
        "several_bodies": len({row.body_id for row in page}) > 1,
        "may_keep": bool(bodies_kept_by(actor)),
        "may_see_book": actor.holds(*SEES_CLOSED),
        "lists": [(one.value, SHORT_TITLES[one]) for one in offered_lists(actor)],
    }
    return render(request, "register/items.html", context)


def line_of(row: Item, *, on: date) -> dict[str, Any]:
    """Return what a list shows of an item."""
    return {
        "row": row,
        "name": called(row),
        "access": access_tag(row),
        "standing": list(standing_tags(row, on=on)),
        "struck": row.state == ItemState.STRUCK,
    }


@role_only(*SEES)
@require_safe
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    """Show one item: what it is, its class with ground, by when it must be public and why, its versions and history."""
    row, actor, today = the_item(request, item_id), actor_on(request), clock.today()
    calendar = calendar_in_use()
    due = due_of(row, calendar=calendar)
    posting = posting_end(row, calendar=calendar)
    context = {
        "row": row,
        "name": called(row),
        "access": access_tag(row),
        "standing": list(standing_tags(row, on=today)),
        "due": due,
        "why": why(row, due),
        "posting": posting,
        "classification": _classification(row),
        "proposal": _proposal(row, today),
        "origin": ORIGIN_LABELS[row.origin],
        "retention": retention_label(row.retention_years),
        "place": list(_place(row)),
        "forms": _forms(row, today),
        "versions": _versions(row),
        "refused": _refused(row, actor),
        "people": person_names({one for one in (row.entered_by_id, row.classified_by_id) if one}),
        "can": possible(row, actor),
        "gate": gate_path(row.pk) if row.state == ItemState.ACTIVE and row.access == Access.OPEN else "",
        "lines": history_of(row),
    }
    return render(request, "register/item.html", context)


def possible(row: Item, actor: Actor) -> dict[str, bool]:
    """Return which acts the item's state and the actor's posts allow; buttons are shown for these alone."""
    keeps = holds_for(actor, MAY_KEEP, row.body_id)
    active, waits = row.state == ItemState.ACTIVE, waits_at_the_gate(row.pk)
    return {
        "change": keeps and active,
        "classify": active and not waits and holds_for(actor, MAY_CLASSIFY, row.body_id),
        "terms": keeps and active and bool(row.letter),
        "version": keeps and active and not waits,
        "strike": keeps and active and not waits and row.public_version_id is None,
        "restore": keeps and not active,
        "waits": waits,
    }


def _classification(row: Item) -> dict[str, Any] | None:
    if not row.access:
        return None
    law = statute(row.statute)
    letter = law.letter(row.letter) if row.letter else None
    return {
        "law": law,
        "letter": letter,
        "letter_cited": law.cite(letter) if letter else "",
        "grounds": [{"cited": law.cite(one), "words": one.words} for one in map(law.ground, row.grounds)],
    }


def _proposal(row: Item, today: date) -> dict[str, Any] | None:
    proposed = from_json(row.proposal)
    if proposed is None or row.access:
        return None
    law = statute_of_register(today)
    cited = law.cite(law.letter(proposed.letter)) if proposed.letter else ""
    grounds = [law.cite(law.ground(key)) for key in proposed.grounds]
    return {
        "words": ACCESS_TAGS[proposed.access.value][1],
        "cited": cited or "; ".join(grounds),
        "why": proposed.why,
    }


def _place(row: Item) -> Iterator[tuple[str, str]]:
    for name, label in PLACE_LABELS.items():
        if value := getattr(row, name):
            yield str(label), value


def _forms(row: Item, today: date) -> list[str]:
    law: Statute = statute(row.statute) if row.statute else statute_of_register(today)
    words = {one.key: one.words for one in law.publication_forms}
    return [words.get(key, key) for key in row.forms]


def _versions(row: Item) -> list[dict[str, Any]]:
    versions = versions_of(row)
    looks = looks_at([file.file_id for version in versions for file in version.files])
    return [
        {
            "version": version,
            "looks": looks,
            "is_public": version.id == row.public_version_id,
            "files": [{"file": file, "role": ROLE_LABELS[file.role.value]} for file in version.files],
        }
        for version in versions
    ]


def _refused(row: Item, actor: Actor) -> list[str]:
    held = HeldFile.objects.filter(version__item=row).exclude(state="waiting").order_by("pk")
    return [
        _("Bản %(number)s: %(sentence)s") % {"number": one.version.number, "sentence": _said(one, actor)}
        for one in held.select_related("version")
    ]


def _said(held: HeldFile, actor: Actor) -> str:
    # A name may tell a secret too: of a file that nobody could look through, only who handed it in reads it.
    is_own = actor.person is not None and held.handed_in_by_id == actor.person
    why = problem_in_words(held.code, held.sentence)
    return f"“{held.name}”. {why}" if held.name and is_own else why
