"""The letter that urges bodies to announce something (công văn đôn đốc), as a value that papers lay out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.foundation.dates import written
from minhbach.papers.contracts import LETTER_KIND, Block, Item, Letterhead, Paper, Paragraph, Signature
from minhbach.publication.announcements.announced import AnnouncementKind

ADDRESSED_AT_MOST = 20
ABOUT = {
    AnnouncementKind.PROCEDURE: "công bố thủ tục hành chính về cung cấp thông tin",
    AnnouncementKind.SERVICE_UNITS: (
        "lập và công khai danh mục đơn vị sự nghiệp công lập có nhiệm vụ cung ứng "
        "dịch vụ sự nghiệp công cơ bản, thiết yếu"
    ),
    AnnouncementKind.REGULATION: "ban hành và công khai quy chế nội bộ về cung cấp thông tin",
}
_LAW = "Luật Tiếp cận thông tin số 01/2026/QH16"
GROUNDS = {
    AnnouncementKind.PROCEDURE: f"khoản 5 Điều 11 {_LAW}",
    AnnouncementKind.SERVICE_UNITS: f"khoản 5 Điều 11 {_LAW}",
    # The Law of 2026 has rules that bodies issued published; it does not say itself that each issues this one.
    AnnouncementKind.REGULATION: f"điểm c khoản 1 Điều 17 {_LAW} (công khai nội quy, quy chế do cơ quan ban hành)",
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about and asks for. `more`: what the officer adds, lines as paragraphs."""

    kind: AnnouncementKind
    on: dt.date
    answer_by: dt.date
    more: str = ""


def urging_paper(names: Sequence[str], occasion: Occasion, *, head: Letterhead) -> Paper:
    """Return the letter to the bodies; letters are Vietnamese, whatever the page's language."""
    many = len(names) > ADDRESSED_AT_MOST
    return Paper(
        kind=LETTER_KIND,
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=occasion.on.year,
        subject=f"đôn đốc {ABOUT[occasion.kind]}",
        addressees=("Các cơ quan, đơn vị nêu dưới đây",) if many else tuple(names),
        blocks=tuple(_blocks(names, occasion, listed=many)),
        signature=Signature(head.authority, head.position),
        recipients=("Như trên", "Lãnh đạo cơ quan (để báo cáo)", "Lưu: VT"),
    )


def _blocks(names: Sequence[str], occasion: Occasion, *, listed: bool) -> list[Block]:
    until = f"Qua theo dõi, đến ngày {written(occasion.on)} các cơ quan, đơn vị nhận công văn này"
    opening = Paragraph(f"{until} chưa {ABOUT[occasion.kind]} theo quy định tại {GROUNDS[occasion.kind]}.")
    bodies = [Item("-", f"{name};") for name in names] if listed else []
    more = [Paragraph(line.strip()) for line in occasion.more.splitlines() if line.strip()]
    asked = f"Đề nghị các cơ quan, đơn vị khẩn trương {ABOUT[occasion.kind]}, báo cáo kết quả chậm nhất ngày"
    return [opening, *bodies, *more, Paragraph(f"{asked} {written(occasion.answer_by)}.")]
