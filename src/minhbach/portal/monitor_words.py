"""The words and addresses that the monitor's pages give to criteria, gaps and figures."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.monitoring.scoring import LetterStanding, whole_points
from minhbach.domain.monitoring.values import Criterion
from minhbach.portal.list_forms import SEEN

GAPS: Mapping[str, tuple[Criterion, Promise]] = {
    "chua-co": (Criterion.PRESENT, _("chưa có")),
    "cu": (Criterion.FRESH, _("không có gì mới")),
    "muon": (Criterion.ON_TIME, _("công khai muộn")),
    "khong-mo": (Criterion.REACHABLE, _("không mở được")),
    "khong-doc": (Criterion.READABLE, _("máy không đọc được")),
}
"""Gaps as an address asks for them (`?thieu=chua-co`), in the order of the criteria."""
GAP_WORDS: Mapping[Criterion, Promise] = dict(GAPS.values())
KEYS: Mapping[Criterion, str] = {criterion: key for key, (criterion, _words) in GAPS.items()}
ROWS: Mapping[Criterion, str] = {criterion: key for key, (criterion, _words) in SEEN.items()}


def points(score: float | None) -> str:
    """Return a letter's score as a whole number; a dash where nothing is judged."""
    return "–" if score is None else str(whole_points(score))


def letter_tag(one: LetterStanding) -> tuple[str, str]:
    """Return the tag of a letter of an agency."""
    if not one.is_judged:
        return "provisional", gettext("phân loại theo luật trước") if one.counts.older else gettext("chưa rõ")
    if not one.is_present:
        return "act", gettext("chưa có")
    return ("act", gettext("còn thiếu")) if one.gaps else ("done", gettext("đủ"))


def rows_url(slug: str, *, letter: str = "", criterion: Criterion | None = None) -> str:
    """Return where the items stand that a figure counts: those of an agency, at a letter, that miss a criterion."""
    asked = {"co_quan": slug, "nhom": letter, "thay": ROWS.get(criterion, "") if criterion else ""}
    return f"{reverse('portal:list_public')}?{urlencode({name: value for name, value in asked.items() if value})}"
