"""The letter that urges bodies about their tasks (công văn đôn đốc), as a value that papers lay out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.foundation.dates import written
from minhbach.papers.contracts import LETTER_KIND, Block, Letterhead, Paper, Paragraph, Signature, Table
from minhbach.planning.urging.letters import Urged, UrgedPart, by_body

ADDRESSED_AT_MOST = 20
LISTED_AT_MOST = 150
"""Beyond this the letter sums up by body: nobody reads a table of thousands of lines, and each body knows its own."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter rests on and asks for.

    :param plan: as letters name it, with the word "số": "Kế hoạch số 15/KH-UBND".
    :param more: what the officer adds, in their own words.
    """

    plan: str
    plan_title: str
    plan_day: dt.date | None
    reason: Urged
    on: dt.date
    answer_by: dt.date
    more: str = ""


def named_in_letters(*, doc_type: str, number: str, symbol: str) -> str:
    """Return how letters name a plan."""
    written = f"{number}/{symbol}" if symbol else number
    return f"{doc_type or 'Văn bản'} số {written}" if number else doc_type or "Văn bản"


def urging_paper(parts: Sequence[UrgedPart], occasion: Occasion, *, head: Letterhead) -> Paper:
    """Return the letter to the bodies of these parts; letters are Vietnamese, whatever the page's language."""
    bodies = by_body(parts)
    names = [own[0].body for own in bodies.values()]
    return Paper(
        kind=LETTER_KIND,
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=occasion.on.year,
        subject=f"đôn đốc thực hiện {occasion.plan}",
        addressees=tuple(names) if len(names) <= ADDRESSED_AT_MOST else ("Các cơ quan, đơn vị nêu trong bảng",),
        blocks=tuple(_blocks(parts, bodies, occasion)),
        signature=Signature(head.authority, head.position),
        recipients=("Như trên", "Lãnh đạo cơ quan (để báo cáo)", "Lưu: VT"),
    )


def _blocks(parts: Sequence[UrgedPart], bodies: dict[int, list[UrgedPart]], occasion: Occasion) -> list[Block]:
    day = f" ngày {written(occasion.plan_day)}" if occasion.plan_day else ""
    opening = f"Thực hiện {occasion.plan}{day} {_about(occasion.plan_title)}; qua theo dõi, {_found(parts, occasion)}:"
    table = _table(parts, occasion) if len(parts) <= LISTED_AT_MOST else _sums(bodies, occasion)
    asked = {
        Urged.LATE: "khẩn trương hoàn thành các nhiệm vụ nêu trên, báo cáo kết quả, nêu nguyên nhân chậm và vướng mắc",
        Urged.NOT_TAKEN: "phân công đơn vị, người thực hiện các nhiệm vụ nêu trên và cập nhật trên hệ thống theo dõi",
        Urged.NO_PLAN: "ban hành kế hoạch thực hiện các nhiệm vụ nêu trên và gửi kế hoạch đã ban hành",
    }[occasion.reason]
    closing = f"Đề nghị các cơ quan, đơn vị {asked} trước ngày {written(occasion.answer_by + dt.timedelta(days=1))}."
    more = [Paragraph(line.strip()) for line in occasion.more.splitlines() if line.strip()]
    return [Paragraph(opening), table, *more, Paragraph(closing)]


def _about(title: str) -> str:
    return f"({title.strip().rstrip('.')})" if title.strip() else ""


def _found(parts: Sequence[UrgedPart], occasion: Occasion) -> str:
    until, count = f"đến ngày {written(occasion.on)}", len(parts)
    match occasion.reason:
        case Urged.LATE:
            return f"{until} còn {count} nhiệm vụ đã quá hạn chưa hoàn thành"
        case Urged.NOT_TAKEN:
            return f"{until} còn {count} nhiệm vụ chưa được phân công thực hiện"
        case Urged.NO_PLAN:
            return f"{until} các cơ quan, đơn vị sau chưa ban hành kế hoạch thực hiện"


def _table(parts: Sequence[UrgedPart], occasion: Occasion) -> Table:
    late = occasion.reason == Urged.LATE
    rows = [
        (
            str(number),
            part.title,
            part.body,
            _limit(part),
            *((f"{(occasion.on - part.due_on).days} ngày",) if late and part.due_on else ()),
        )
        for number, part in enumerate(parts, start=1)
    ]
    head = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Hạn", *(("Quá hạn",) if late else ()))
    return Table(head, tuple(rows), (1, 8, 5, 4, *((2,) if late else ())), (0, 3, *((4,) if late else ())))


def _limit(part: UrgedPart) -> str:
    return written(part.due_on) if part.due_on else part.deadline_text


def _sums(bodies: dict[int, list[UrgedPart]], occasion: Occasion) -> Table:
    rows = []
    for number, own in enumerate(bodies.values(), start=1):
        dues = [part.due_on for part in own if part.due_on]
        rows.append((str(number), own[0].body, str(len(own)), written(min(dues)) if dues else ""))
    last = "Hạn sớm nhất" if occasion.reason != Urged.LATE else "Quá hạn từ hạn ngày"
    return Table(("STT", "Cơ quan", "Số nhiệm vụ", last), tuple(rows), (1, 8, 3, 4), (0, 2, 3))
