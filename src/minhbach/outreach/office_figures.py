"""The figures that officers read of a year: by kind, month and residents' group, and how content people were."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from minhbach.foundation.figures import BarFigure
from minhbach.outreach.figures import content_figure, counts_figure
from minhbach.outreach.labels import KIND_LABELS
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.counting import (
    ContentCounted,
    Counted,
    content_with_feedback,
    content_with_requests,
    counted,
    of_year,
    people_spoken_for,
    total,
)

Line = tuple[str, Counted]


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """All figures of a year. `people`: for how many people each residents' group said that it speaks."""

    total: Counted
    kinds: tuple[Line, ...]
    months: tuple[Line, ...]
    groups: tuple[tuple[str, Counted, int], ...]
    contents: tuple[tuple[str, ContentCounted], ...]

    @property
    def picture(self) -> BarFigure:
        """Return the months as bars."""
        return counts_figure("gop-y-thang", self.months)

    @property
    def content_picture(self) -> BarFigure:
        """Return how content people were with answers to feedback and to requests."""
        return content_figure(self.contents)

    def tables(self) -> list[tuple[str, tuple[Line, ...]]]:
        """Return the tables beneath the picture, each with its caption."""
        return [(_("Theo tháng nhận"), self.months), (_("Theo loại"), self.kinds)]

    def cells(self) -> Iterator[tuple[object, ...]]:
        """Yield all lines for a file."""
        for caption, lines in (*self.tables(), (_("Theo tổ dân phố, nhóm"), [line[:2] for line in self.groups])):
            for words, one in lines:
                yield caption, words, one.all, one.answered, one.open, one.other


def office_figures(rows: QuerySet[Feedback], bodies: Collection[int], year: int) -> OfficeFigures:
    """Return the figures of the rows that an officer reads, denunciations left out.

    :param bodies: whose answers people rated.
    """
    rows = of_year(rows.filter(is_confidential=False), year)
    spoken, since, until = people_spoken_for(rows), date(year, 1, 1), date(year, 12, 31)
    groups = [(str(one.key), one, spoken.get(str(one.key), 0)) for one in counted(rows, "group") if one.key]
    said = (
        (_("Góp ý"), content_with_feedback(bodies, since=since, until=until)),
        (_("Yêu cầu thông tin"), content_with_requests(bodies, since=since, until=until)),
    )
    return OfficeFigures(
        total=total(rows),
        kinds=tuple((str(KIND_LABELS[str(one.key)]), one) for one in counted(rows, "kind")),
        months=tuple((_("tháng %(month)s") % {"month": one.key}, one) for one in counted(rows, "month")),
        groups=tuple(groups),
        contents=tuple((words, one) for words, one in said if one.all),
    )
