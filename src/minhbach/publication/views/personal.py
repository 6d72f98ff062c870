"""In which information personal data were found, and how much of it is answered: what, never the data themselves."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.foundation.dates import written
from minhbach.publication.labels import FINDING_LABELS, state_tag
from minhbach.publication.list_forms import PersonalFilterForm
from minhbach.publication.queries.personal import kinds_found, looks_with_personal_data
from minhbach.publication.rules import SEES
from minhbach.publication.views.listed import as_file, order_asked, page_length
from minhbach.register.labels import called
from minhbach.register.queries import items_kept_for
from minhbach.register.queries.visible import bodies_of_holders

AT_ONCE = 200
"""Lines of a file that are read together."""
ORDERS = {"luc": "done_at", "cho": "found", "con": "left"}
HEAD = (
    (gettext_lazy("Thông tin"), 30),
    (gettext_lazy("Tên, trích yếu"), 50),
    (gettext_lazy("Cơ quan"), 30),
    (gettext_lazy("Bản"), 6),
    (gettext_lazy("Máy thấy"), 40),
    (gettext_lazy("Số chỗ"), 8),
    (gettext_lazy("Chưa trả lời"), 12),
    (gettext_lazy("Ngày kiểm tra"), 14),
    (gettext_lazy("Tình trạng"), 24),
)


@role_only(*SEES)
@require_safe
def personal_data(request: HttpRequest) -> HttpResponse:
    """Show the information at the gate in which personal data were found."""
    actor = actor_on(request)
    form = PersonalFilterForm(request.GET, bodies=body_names(bodies_of_holders(actor, SEES)).items())
    rows = looks_with_personal_data(actor, form.filters()).order_by(*order_asked(request, ORDERS, "-left"))
    cells = (_cells(line) for line in _all_lines(actor, rows))
    title = _("Thông tin có dữ liệu cá nhân")
    file = as_file(request, HEAD, cells, title=title, name="du-lieu-ca-nhan")
    if file is not None:
        return file
    page = Paginator(rows, page_length(request)).get_page(request.GET.get("trang"))
    context = {"form": form, "chips": form.chips(), "page": page, "lines": list(_lines(actor, list(page)))}
    return render(request, "publication/personal.html", context)


def _all_lines(actor: Actor, rows: QuerySet[Any]) -> Iterator[dict[str, Any]]:
    found = rows.iterator(chunk_size=AT_ONCE)
    while some := list(islice(found, AT_ONCE)):
        yield from _lines(actor, some)


def _lines(actor: Actor, looks: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """Give each look with its item and what was found: two queries."""
    items = items_kept_for(actor).in_bulk([look.publication.subject_id for look in looks])
    kinds = kinds_found([look.pk for look in looks])
    for look in looks:
        row, at_the_gate = items[look.publication.subject_id], look.publication
        yield {
            "look": look,
            "row": row,
            "name": called(row),
            "kinds": ", ".join(f"{FINDING_LABELS[label]}: {count}" for label, count in kinds[look.pk]),
            "tag": state_tag(at_the_gate.state, at_the_gate.publish_on),
        }


def _cells(line: dict[str, Any]) -> tuple[str, ...]:
    look, publication = line["look"], line["look"].publication
    return (
        line["name"],
        line["row"].title,
        publication.body.name,
        str(publication.version_number),
        line["kinds"],
        str(look.found),
        str(look.left),
        written(look.done_at) if look.done_at else "",
        line["tag"][1],
    )
