"""The figures of a year's feedback for everybody: by agency and by kind, each a table and a picture of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies
from minhbach.foundation.figures import Bar, BarFigure, CountedClass
from minhbach.outreach.labels import CONTENT_LABELS, KIND_LABELS
from minhbach.outreach.queries.counting import (
    ContentCounted,
    Counted,
    content_by_body,
    content_with_feedback,
    counted,
    of_year,
    public_feedback,
    total,
)
from minhbach.outreach.rules import SHOWN_FROM
from minhbach.requests.contracts import Content

AT_MOST = 12
"""Bars of a figure; the table beneath has all."""


@dataclass(frozen=True, slots=True)
class BodyLine:
    """What one agency received in a year. `content` is None where too few people said anything to be told."""

    agency: BodyRecord
    counted: Counted
    content: ContentCounted | None


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """All figures of a year."""

    total: Counted
    by_body: tuple[BodyLine, ...]
    by_kind: tuple[tuple[str, Counted], ...]
    content: ContentCounted | None

    @property
    def picture(self) -> BarFigure:
        """Return the agencies with most feedback as bars."""
        lines = sorted(self.by_body, key=lambda line: -line.counted.all)[:AT_MOST]
        return counts_figure("gop-y", [(line.agency.name, line.counted) for line in lines])

    @property
    def content_picture(self) -> BarFigure | None:
        """Return how content people were as bars; None where too few said so."""
        return content_figure([(_("Mọi cơ quan"), self.content)]) if self.content else None

    def head(self) -> tuple[str, ...]:
        """Return the heads of the table by agency, as a file has them."""
        return (
            _("Cơ quan"),
            _("Nhận"),
            _("Đã trả lời"),
            _("Chưa xong"),
            _("Chuyển nơi khác, đóng"),
            *(str(words) for words in CONTENT_LABELS.values()),
        )

    def cells(self) -> Iterator[tuple[object, ...]]:
        """Yield the lines of the table by agency; contentment is empty where too few said anything."""
        for line in self.by_body:
            one, said = line.counted, line.content
            steps = (said.yes, said.partly, said.no) if said else ("", "", "")
            yield line.agency.full_name, one.all, one.answered, one.open, one.other, *steps


def public_figures(year: int) -> PublicFigures:
    """Return the figures that everybody reads."""
    rows, since, until = of_year(public_feedback(), year), date(year, 1, 1), date(year, 12, 31)
    lines, said = counted(rows, "body"), content_by_body(since=since, until=until)
    known = bodies([int(str(one.key)) for one in lines])
    by_body = [BodyLine(known[one.key], one, shown(said.get(one.key))) for one in lines if isinstance(one.key, int)]
    return PublicFigures(
        total=total(rows),
        by_body=tuple(sorted(by_body, key=lambda line: line.agency.full_name)),
        by_kind=tuple((str(KIND_LABELS[str(one.key)]), one) for one in counted(rows, "kind")),
        content=shown(content_with_feedback(None, since=since, until=until)),
    )


def shown(said: ContentCounted | None) -> ContentCounted | None:
    """Return how content people were where enough said so; a few answers would tell who gave them."""
    return said if said is not None and said.all >= SHOWN_FROM else None


def counts_figure(key: str, lines: Sequence[tuple[str, Counted]]) -> BarFigure:
    """Return one bar a line: answered, still open, otherwise ended."""
    return BarFigure(
        key=key,
        title=_("Góp ý đã nhận, theo tình trạng"),
        description=_("Biểu đồ cột ngang của %(count)s dòng; số liệu ở bảng bên dưới.") % {"count": len(lines)},
        classes=(
            CountedClass("done", _("đã trả lời"), "solid"),
            CountedClass("open", _("chưa xong"), "dots"),
            CountedClass("undated", _("chuyển nơi khác, đóng"), "hollow"),
        ),
        bars=tuple(Bar(words, (one.answered, one.open, one.other)) for words, one in lines),
    )


def content_figure(lines: Sequence[tuple[str, ContentCounted]]) -> BarFigure:
    """Return one bar a line: content, partly, not content."""
    return BarFigure(
        key="hai-long",
        title=_("Mức hài lòng với câu trả lời"),
        description=_("Biểu đồ cột ngang; số liệu ở bảng bên dưới."),
        classes=(
            CountedClass("done", CONTENT_LABELS[Content.YES], "solid"),
            CountedClass("open", CONTENT_LABELS[Content.PARTLY], "dots"),
            CountedClass("late", CONTENT_LABELS[Content.NO], "cross"),
        ),
        bars=tuple(Bar(words, (one.yes, one.partly, one.no)) for words, one in lines),
    )
