"""The public's lists of agencies with what each announced, or "chưa công bố": alike for every kind of announcement."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from minhbach.agencies.forms import cleaned_or_empty
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries.directory import Narrowing, narrowed, territories_below
from minhbach.domain.units.values import Level
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.publication.announcements.forms import AnnouncementListForm
from minhbach.publication.announcements.labels import decision_words

PAGE = 50


@dataclass(frozen=True, slots=True)
class WhoAnnounced:
    """The agencies that a visitor asked for: rows with `announced_id`, `announced_by`, `announced_on`."""

    form: AnnouncementListForm
    rows: QuerySet[Any]
    chips: tuple[tuple[Any, str], ...]

    def page(self, request: HttpRequest) -> dict[str, Any]:
        """Return what a template shows of one page of them."""
        page = Paginator(self.rows, PAGE).get_page(request.GET.get("trang"))
        lines = [{"body": one, "decision": decision_words(one.announced_by, one.announced_on)} for one in page]
        return {"form": self.form, "page": page, "lines": lines, "chips": self.chips}


def line_of(row: Any) -> tuple[str, str, str, str]:
    """Return an agency as a row of a spreadsheet: name, where, by which decision, of which day."""
    day = written(row.announced_on) if row.announced_on else ""
    return row.name, row.place, row.announced_by if row.announced_id else _("chưa công bố"), day


def who_announced(request: HttpRequest, rows: QuerySet[Any], *, what: str, kind: str = "") -> WhoAnnounced:
    """Narrow agencies to what the address asks for.

    :param rows: as `with_announcement` gives them.
    :param what: is announced, as the form's box is called.
    :param kind: of bodies; all kinds where it is empty.
    """
    today = clock.today()
    provinces = {one.key: one.name for one in territories_below(None, on=today)}
    form = AnnouncementListForm(request.GET, territories=list(provinces.items()))
    form.fields["co"].label = what
    asked = cleaned_or_empty(form)
    to = Narrowing(asked.get("q", ""), asked.get("noi", ""), asked.get("cap", ""), kind)
    chosen: QuerySet[Any] = narrowed(rows, to, on=today)
    whether = asked.get("co", "")
    if whether:
        chosen = chosen.filter(announced_id__isnull=whether == "chua")
    return WhoAnnounced(form, chosen, tuple(_chips(to, whether, provinces)))


def _chips(to: Narrowing, whether: str, provinces: dict[str, str]) -> Iterable[tuple[Any, str]]:
    if to.words:
        yield f"“{to.words}”", "q"
    if to.within:
        yield provinces.get(to.within, to.within), "noi"
    if to.level:
        yield LEVEL_LABELS[Level(to.level)], "cap"
    if whether:
        yield _("đã công bố") if whether == "co" else _("chưa công bố"), "co"
