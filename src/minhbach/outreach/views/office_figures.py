"""The figures that officers read of the feedback to their bodies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.outreach.office_figures import office_figures
from minhbach.outreach.queries.counting import public_feedback, years_with_feedback
from minhbach.outreach.queries.feedback import feedback_visible_to
from minhbach.outreach.rules import SEES
from minhbach.outreach.views.public import YearForm
from minhbach.register.queries.visible import bodies_of_holders


@role_only(*SEES)
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Count a year's feedback by month, kind and residents' group; persons are in none of it."""
    actor, form = actor_on(request), YearForm(request.GET)
    form.is_valid()
    year = form.cleaned_data.get("nam") or clock.today().year
    seen = feedback_visible_to(actor)
    found = office_figures(seen, bodies_of_holders(actor, SEES), year)
    if request.GET.get("dang") == "csv":
        head = [_("Bảng"), _("Dòng"), _("Nhận"), _("Đã trả lời"), _("Chưa xong"), _("Chuyển nơi khác, đóng")]
        return as_csv(head, found.cells(), file_name=f"gop-y-so-lieu-{year}.csv")
    years = {year, clock.today().year, *years_with_feedback(seen.filter(pk__in=public_feedback().values("pk")))}
    context = {"found": found, "year": year, "years": sorted(years, reverse=True), "today": clock.today()}
    return render(request, "outreach/office_figures.html", context)
