"""The notice of a breach to the authority (thông báo vi phạm bảo vệ dữ liệu cá nhân), drafted from the register.

What it must say and its form come from the Law and its decree, whose texts were not at hand: the letter says what the
register knows, and the page says that it is to be held against them.
"""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone, translation

from minhbach.foundation.dates import written
from minhbach.lawbook.personal_data import breach_term_on
from minhbach.papers.contracts import Block, Heading, Paper, Paragraph, Signature
from minhbach.papers.queries import letterhead
from minhbach.privacy.labels import kinds_named
from minhbach.privacy.models import Breach


def notice_paper(row: Breach, *, today: date) -> Paper:
    """Return the letter as it is drafted. It is Vietnamese, whoever drafts it."""
    own, term = letterhead(row.body_id), breach_term_on(timezone.localdate(row.found_at))
    return Paper(
        kind="Thông báo",
        body_above=own.body_above,
        issuing_body=own.issuing_body,
        symbol="",
        place=own.place,
        year=today.year,
        subject="về việc vi phạm quy định bảo vệ dữ liệu cá nhân",
        addressees=(term.to[:1].upper() + term.to[1:],) if term else (),
        blocks=tuple(_blocks(row)),
        signature=Signature(own.authority, own.position),
        recipients=("- Như trên;", "- Lưu: VT."),
    )


def _blocks(row: Breach) -> Iterator[Block]:
    term = breach_term_on(timezone.localdate(row.found_at))
    if term and term.named:
        yield Paragraph(f"Căn cứ {term.named};", ground=True)
    found = timezone.localtime(row.found_at)
    yield Heading("1. Sự việc")
    when = f"Xảy ra ngày {written(row.happened_on)}. " if row.happened_on else ""
    yield Paragraph(f"{when}Phát hiện lúc {found:%H:%M} ngày {written(found)}. {row.what}")
    yield Heading("2. Dữ liệu và người bị ảnh hưởng")
    people = "đang xác định" if row.people is None else str(row.people)
    with translation.override("vi"):
        kinds = kinds_named(row.kinds)
    yield Paragraph(f"Loại dữ liệu: {kinds}. Số người: {people}.")
    if row.whom:
        yield Paragraph(row.whom)
    yield Heading("3. Biện pháp đã làm")
    yield Paragraph(row.measures or "Đang thực hiện.")
    if row.people_told_on:
        yield Paragraph(f"Đã báo cho người bị ảnh hưởng ngày {written(row.people_told_on)}.")
