"""The minutes of a posting (biên bản niêm yết, biên bản kết thúc niêm yết), to be signed by hand."""

from datetime import date

from django.utils.translation import override

from minhbach.foundation.dates import written
from minhbach.lawbook.statutes import statute
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.publication.models import Channel
from minhbach.register.labels import called, issuer_of

KIND = "Biên bản"
POSTED, TAKEN_DOWN = "niem-yet", "ket-thuc"
PAPERS = (POSTED, TAKEN_DOWN)
TERM = "posting"


def minutes_of(channel: Channel, paper: str) -> Paper:
    """Return the minutes as a document; who was there and the hour are left open, to be filled in by hand.

    The document is Vietnamese whatever the language of the page. The caller has checked who asks.

    :param paper: POSTED or TAKEN_DOWN.
    """
    with override("vi"):
        head = letterhead(channel.body_id)
        ended = paper == TAKEN_DOWN
        day = channel.taken_down_on if ended else channel.done_on
        return Paper(
            kind=KIND,
            body_above=head.body_above,
            issuing_body=head.issuing_body,
            symbol=f"BB-{head.abbreviation}",
            place=head.place,
            day=day,
            year=(day or channel.planned_on).year,
            subject="Kết thúc niêm yết công khai thông tin" if ended else "Niêm yết công khai thông tin",
            blocks=tuple(_blocks(channel, ended=ended, day=day)),
            recipients=("Như thành phần", "Lưu: VT, hồ sơ công khai"),
            signature=Signature(authority=head.authority, position=head.position),
        )


def _blocks(channel: Channel, *, ended: bool, day: date | None) -> list[Block]:
    row = channel.item
    term = statute(channel.statute).term(TERM)
    cited = statute(channel.statute).cite(term)
    when = f"ngày {written(day)}" if day else f"ngày {GAP}"
    verb = "kết thúc niêm yết" if ended else "niêm yết công khai"
    blocks: list[Block] = [
        Paragraph(f"Căn cứ {cited};", ground=True),
        Paragraph(f"Hôm nay, {GAP} giờ {GAP} phút, {when}, tại {channel.place or GAP}, chúng tôi gồm:"),
        Heading("I. THÀNH PHẦN"),
        Item("1.", f"Đại diện {channel.body}: ông (bà) {DOTS}, chức vụ {DOTS}"),
        Item("2.", f"Đại diện thôn, tổ dân phố hoặc nơi niêm yết: ông (bà) {DOTS}, chức vụ {DOTS}"),
        Item("3.", f"Người làm chứng, nếu có: ông (bà) {DOTS}"),
        Heading("II. NỘI DUNG"),
        Paragraph(f"Tiến hành {verb} thông tin sau đây:"),
        Table(
            head=("Tên, trích yếu", "Số, ký hiệu, ngày", "Cơ quan ban hành", "Bản"),
            rows=((row.title, _reference(channel), issuer_of(row) or str(channel.body), str(channel.version_number)),),
            widths=(5, 3, 3, 1),
            centred=(3,),
        ),
    ]
    if ended:
        since = written(channel.done_on) if channel.done_on else GAP
        blocks.append(Paragraph(f"Thông tin đã được niêm yết từ ngày {since} đến {when}."))
        blocks.append(Paragraph(f"Trong thời gian niêm yết, cơ quan nhận được {GAP} ý kiến, kiến nghị: {DOTS}"))
    else:
        until = written(channel.stays_until) if channel.stays_until else GAP
        blocks.append(Paragraph(f"Thời hạn niêm yết: ít nhất {term.amount} ngày, đến hết ngày {until}."))
    blocks.append(
        Paragraph("Biên bản lập xong cùng ngày, đã đọc cho mọi người có mặt cùng nghe, thống nhất và ký tên.")
    )
    return blocks


GAP = "\u00a0" * 8
DOTS = "." * 30


def _reference(channel: Channel) -> str:
    row = channel.item
    day = written(row.issued_on) if row.issued_on else ""
    return " ngày ".join(part for part in (called(row), day) if part)
