"""The monitor as files: a line for each agency and letter, and the same for programs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.monitoring.scoring import LetterStanding
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.statutes import Statute
from minhbach.foundation.dates import written
from minhbach.portal.monitor_words import GAP_WORDS, KEYS, letter_tag, points
from minhbach.publication.queries.monitor import AgencyStanding

HEAD: tuple[tuple[str | Promise, int], ...] = (
    (_("Cơ quan"), 34),
    (_("Thuộc"), 24),
    (_("Điểm của cơ quan"), 10),
    (_("Điểm khoản 1 Điều 17"), 10),
    (_("Tình trạng"), 16),
    (_("Điểm của nhóm"), 10),
    (_("Số mục"), 8),
    (_("Đã công khai"), 10),
    (_("Công khai muộn hoặc quá hạn"), 12),
    (_("Không mở được"), 10),
    (_("Máy không đọc được"), 10),
    (_("Ngày tạo ra gần nhất"), 14),
    (_("Còn thiếu"), 30),
)
"""Headings, with the width of a workbook's column in characters."""


def cells(rows: Iterable[AgencyStanding]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of a table: agency by agency, letter by letter."""
    for row in rows:
        about = (row.agency.name, row.agency.place, "–" if row.score is None else str(row.score))
        for one in row.letters:
            yield (*about, *_letter_cells(one))


def _letter_cells(one: LetterStanding) -> tuple[str, ...]:
    counts = one.counts
    return (
        one.letter,
        letter_tag(one)[1],
        points(one.score),
        str(counts.lines),
        str(counts.posted),
        str(counts.late),
        str(counts.gone),
        str(counts.unread),
        written(counts.newest_on) if counts.newest_on else "",
        ", ".join(str(GAP_WORDS[gap]) for gap in one.gaps),
    )


def as_data(rows: Iterable[AgencyStanding], *, law: Statute, on: date) -> dict[str, Any]:
    """Return the same for programs; scores from 0 to 100. Letters of which nothing is known are left out."""
    return {
        "as_of": on.isoformat(),
        "statute": law.number,
        "criteria": [one.value for one in Criterion],
        "agencies": [
            {
                "slug": row.agency.slug,
                "name": row.agency.name,
                "place": row.agency.place,
                "level": row.agency.level,
                "has_focal_point": row.agency.has_focal_point,
                "score": row.score,
                "letters": [_letter_data(one) for one in row.letters if one.is_judged or one.counts.older],
            }
            for row in rows
        ],
    }


def _letter_data(one: LetterStanding) -> dict[str, Any]:
    counts = one.counts
    return {
        "letter": one.letter,
        "judged": one.is_judged,
        "score": None if one.score is None else round(one.score, 2),
        "gaps": [KEYS[gap] for gap in one.gaps],
        "items": counts.lines,
        "public": counts.posted,
        "late": counts.late,
        "unreachable": counts.gone,
        "unreadable": counts.unread,
        "newest_on": counts.newest_on.isoformat() if counts.newest_on else None,
        "under_earlier_law": counts.older,
    }
