"""The roadmap of the backlog: its lines with what is done, a figure, and the register's backlog beside it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.digitisation.actions.plan_roadmap import PlannedShare, add_line, change_line, drop_line
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused
from minhbach.digitisation.forms import EmptyForm, RoadmapForm
from minhbach.digitisation.models import RoadmapLine
from minhbach.digitisation.queries.roadmaps import LineProgress, backlog_beside, pages_without_a_line, roadmap_of
from minhbach.digitisation.queries.visible import bodies_digitised_by, may_digitise, roadmap_visible_to
from minhbach.digitisation.rules import MAY_DIGITISE, SEES
from minhbach.digitisation.views.showing import blame, do, sent, status_of
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.figures import Bar, BarFigure, CountedClass
from minhbach.foundation.sheets import as_csv
from minhbach.register.filter_forms import BodyForm
from minhbach.register.law import letters_of, statute_of_register
from minhbach.register.queries.visible import registers_of

TAGS = {
    "done": ("done", gettext_lazy("Đã xong")),
    "late": ("late", gettext_lazy("Quá hạn lộ trình")),
    "open": ("work", gettext_lazy("Trong hạn")),
}
CLASSES = (
    CountedClass("done", gettext_lazy("Đã số hóa"), "solid"),
    CountedClass("undated", gettext_lazy("Còn lại"), "hollow"),
)


@role_only(*SEES)
@require_safe
def roadmap(request: HttpRequest) -> HttpResponse:
    """Show a body's roadmap with its progress."""
    actor, today = actor_on(request), clock.today()
    bodies = body_names(registers_of(actor, SEES))
    if not bodies:
        raise Http404
    form = BodyForm(request.GET, bodies=bodies.items())
    lines = roadmap_of(form.body(), actor=actor)
    if request.GET.get("dang") == "csv":
        return as_csv(_head(), _cells(lines), file_name="lo-trinh-so-hoa.csv")
    letters = [letter for letter, _words in letters_of(statute_of_register(today))]
    context = {
        "form": form,
        "lines": [{"line": one.line, "done": one, "tag": TAGS[one.standing(today)]} for one in lines],
        "figure": _figure(lines) if any(one.line.pages for one in lines) else None,
        "backlog": backlog_beside(form.body(), letters=letters, actor=actor),
        "pages_beside": pages_without_a_line(form.body()),
        "may": may_digitise(actor, form.body()),
        "today": today,
    }
    return render(request, "digitisation/roadmap.html", context)


def _figure(lines: Sequence[LineProgress]) -> BarFigure:
    return BarFigure(
        key="lo-trinh",
        title=_("Số trang theo từng dòng lộ trình"),
        description=_("Mỗi thanh là một dòng của lộ trình: phần đã số hóa và phần còn lại, tính bằng trang."),
        classes=CLASSES,
        bars=tuple(
            Bar(f"{one.line.title}, {one.line.from_year}–{one.line.until_year}", (one.pages_done, one.pages_left))
            for one in lines
            if one.line.pages
        ),
    )


def _head() -> list[str]:
    return [
        _("Phần hồ sơ"), _("Từ năm"), _("Đến hết năm"), _("Điểm khoản 1 Điều 17"), _("Số hộp"), _("Hộp đã số hóa"),
        _("Số trang, ước tính"), _("Trang đã số hóa"), _("Phần trăm"), _("Hạn"),
    ]  # fmt: skip


def _cells(lines: Sequence[LineProgress]) -> Iterator[list[object]]:
    for one in lines:
        line = one.line
        yield [
            line.title, line.from_year, line.until_year, line.letter, line.boxes, one.boxes_done, line.pages,
            one.pages_done, one.share, written(line.due_on),
        ]  # fmt: skip


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add a line."""
    form = _form(request, bodies=bodies_digitised_by(actor_on(request)))

    def act() -> None:
        body_id = form.cleaned_data["body"]
        add_line(body_id=body_id, share=_share(form), actor=actor_on(request), now=clock.now())

    return _page(request, form, act, heading=_("Thêm dòng lộ trình"))


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, line_id: int) -> HttpResponse:
    """Change a line."""
    row = _line(request, line_id)
    names = ("title", "from_year", "until_year", "letter", "boxes", "pages", "due_on", "version")
    initial = {**{name: getattr(row, name) for name in names}, "body": row.body_id}
    form = _form(request, bodies=frozenset({row.body_id}), initial=initial)

    def act() -> None:
        seen = form.cleaned_data["version"] or 0
        change_line(line_id=row.pk, share=_share(form), seen_version=seen, actor=actor_on(request), now=clock.now())

    return _page(request, form, act, heading=_("Sửa dòng lộ trình"))


@role_only(*MAY_DIGITISE)
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, line_id: int) -> HttpResponse:
    """Take a line out, once that was confirmed."""
    row = _line(request, line_id)
    to = reverse("digitisation:roadmap")
    if request.method == "POST":

        def act() -> None:
            drop_line(line_id=row.pk, actor=actor_on(request), now=clock.now())

        return do(request, act, done=_("Đã bỏ dòng khỏi lộ trình."), to=to)
    return render(request, "digitisation/drop_roadmap.html", {"form": EmptyForm(), "row": row, "back_url": to})


def _page(request: HttpRequest, form: RoadmapForm, act: Callable[[], None], *, heading: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act()
            messages.success(request, _("Đã lưu vào lộ trình."))
            return redirect("digitisation:roadmap")
        except BatchNotVisible:
            raise Http404 from None
        except DigitisationRefused as refused:
            blame(form, refused)
    context = {"form": form, "heading": heading}
    return render(request, "digitisation/roadmap_line.html", context, status=status_of(form))


def _form(request: HttpRequest, *, bodies: frozenset[int], initial: dict[str, Any] | None = None) -> RoadmapForm:
    letters = [(letter, words) for letter, words in letters_of(statute_of_register(clock.today()))]
    posted, _files = sent(request)
    return RoadmapForm(posted, bodies=body_names(bodies).items(), letters=letters, initial=initial)


def _share(form: RoadmapForm) -> PlannedShare:
    given = form.cleaned_data
    return PlannedShare(
        title=given["title"],
        from_year=given["from_year"],
        until_year=given["until_year"],
        due_on=given["due_on"],
        letter=given["letter"],
        boxes=given["boxes"] or 0,
        pages=given["pages"] or 0,
    )


def _line(request: HttpRequest, line_id: int) -> RoadmapLine:
    row = roadmap_visible_to(actor_on(request)).select_related("body").filter(pk=line_id).first()
    if row is None or not may_digitise(actor_on(request), row.body_id):
        raise Http404
    return row
