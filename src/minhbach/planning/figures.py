"""The four-way count as figures: of a plan, and of the bodies that lead in it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from minhbach.domain.plans.standing import FOUR, Standing
from minhbach.foundation.dates import written
from minhbach.foundation.figures import Bar, BarFigure, CountedClass
from minhbach.foundation.writing import number_written
from minhbach.planning.filter_forms import STANDINGS
from minhbach.planning.labels import STANDING_TAGS
from minhbach.planning.queries import Counts
from minhbach.planning.queries.state import BodyCounts

DRAWN = {
    Standing.DONE_IN_TIME: ("done", "solid"),
    Standing.DONE_LATE: ("done-late", "stripes"),
    Standing.OPEN_IN_TIME: ("open", "dots"),
    Standing.OPEN_LATE: ("late", "cross"),
    Standing.WITHOUT_DATE: ("undated", "hollow"),
}
KEYS: Mapping[Standing, str] = {its: key for key, its in STANDINGS.items()}
"""How an address asks for a class (`?tinh_trang=qua-han`)."""
MOST_BARS = 20


def classes_shown(counted: Counts) -> tuple[Standing, ...]:
    """Return the four classes, and work without a date where there is any."""
    return (*FOUR, Standing.WITHOUT_DATE) if counted.without_date else FOUR


def plan_figure(counted: Counts, *, day: dt.date, key: str = "bon-loai") -> BarFigure:
    """Return the figure of a plan: one bar a class."""
    shown = classes_shown(counted)
    bars = tuple(
        Bar(STANDING_TAGS[one][1], tuple(counted.of(one) if one == other else 0 for other in shown)) for one in shown
    )
    said = ", ".join(f"{str(STANDING_TAGS[one][1]).lower()} {number_written(counted.of(one))}" for one in shown)
    return BarFigure(
        key=key,
        title=_("Việc của kế hoạch theo bốn loại, tính đến %(day)s") % {"day": written(day)},
        description=_("Biểu đồ cột ngang: %(counts)s.") % {"counts": said},
        classes=_classes(shown),
        bars=bars,
    )


def bodies_figure(rows: Iterable[BodyCounts], *, day: dt.date, key: str = "theo-co-quan") -> BarFigure:
    """Return the figure of bodies, at most `MOST_BARS` of those given, in their order: one bar a body, in classes."""
    shown = tuple(rows)[:MOST_BARS]
    classes = (*FOUR, Standing.WITHOUT_DATE) if any(row.counts.without_date for row in shown) else FOUR
    return BarFigure(
        key=key,
        title=_("Việc của từng cơ quan chủ trì, tính đến %(day)s") % {"day": written(day)},
        description=_("Biểu đồ cột ngang của %(count)s cơ quan; số liệu ở bảng bên dưới.") % {"count": len(shown)},
        classes=_classes(classes),
        bars=tuple(Bar(row.name, tuple(row.counts.of(one) for one in classes)) for row in shown),
    )


def _classes(shown: Iterable[Standing]) -> tuple[CountedClass, ...]:
    return tuple(CountedClass(DRAWN[one][0], STANDING_TAGS[one][1], DRAWN[one][1]) for one in shown)


def figure_context(counted: Counts, *, day: dt.date, work_url: str, figures_url: str) -> dict[str, Any]:
    """Return what `parts/plan_figure.html` shows: the figure, and its table whose numbers open the rows they count.

    :param work_url: the list of the plan's work. :param figures_url: the page of figures, which also gives the CSV.
    """
    rows = [
        {
            "shape": STANDING_TAGS[one][0] if counted.of(one) else "waiting",
            "words": STANDING_TAGS[one][1],
            "count": counted.of(one),
            "share": round(100 * counted.of(one) / counted.every) if counted.every else None,
            "url": f"{work_url}?tinh_trang={KEYS[one]}&tinh_den={day.isoformat()}",
        }
        for one in classes_shown(counted)
    ]
    return {
        "figure": plan_figure(counted, day=day),
        "figure_rows": rows,
        "figure_total": counted.every,
        "figures_url": figures_url,
        "figure_day": day,
    }
