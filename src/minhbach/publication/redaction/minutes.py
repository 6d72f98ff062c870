"""The minutes of what was taken out of a file (biên bản): where, on which ground, by whom, how it was proved."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import override

from minhbach.extraction.redaction.contracts import WHERE
from minhbach.foundation.dates import local_date, written
from minhbach.lawbook.redaction import MARK, REMOVE, redaction_step
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.publication.contracts import MarkState
from minhbach.publication.labels import GROUND_LABELS
from minhbach.publication.models import Redaction
from minhbach.publication.redaction.grounds import cited, worded
from minhbach.publication.redaction.labels import WHERE_WORDS
from minhbach.publication.redaction.page import mark_words
from minhbach.publication.registries import host_of

KIND = "Biên bản"


def minutes_of(row: Redaction) -> Paper:
    """Return the minutes of an approved redaction. They hold no word of what was taken out.

    The document is Vietnamese whatever the language of the page. The caller has checked who asks.
    """
    with override("vi"):
        head = letterhead(row.body_id)
        return Paper(
            kind=KIND,
            body_above=head.body_above,
            issuing_body=head.issuing_body,
            symbol=f"BB-{head.abbreviation}",
            place=head.place,
            day=local_date(row.approved_at) if row.approved_at else None,
            year=local_date(row.approved_at or row.begun_at).year,
            subject="Loại bỏ nội dung không được cung cấp, công khai khỏi tài liệu",
            blocks=tuple(_blocks(row)),
            recipients=("Như thành phần", "Lưu: VT, hồ sơ"),
            signature=Signature(authority=head.authority, position=head.position),
        )


def _blocks(row: Redaction) -> Iterator[Block]:
    name = host_of(row.subject_kind).names([row.subject_id]).get(row.subject_id, "")
    yield from _grounds(row)
    yield Heading("I. TÀI LIỆU")
    yield Item("1.", f"Tài liệu: {name}; tệp gốc có mã SHA-256 {row.sha256}, giữ tại cơ quan, không công khai.")
    yield Item("2.", f"Bản che: {row.copy_name}, mã SHA-256 {row.copy_sha256}.")
    yield Heading("II. NGƯỜI THỰC HIỆN")
    yield Item("1.", f"Đánh dấu: {_who(row.marked_by)}, {_when(row.marked_at)}.")
    own = (
        " Người duyệt cũng là người đánh dấu, vì cơ quan không có ai khác duyệt được." if row.approved_by_marker else ""
    )
    yield Item("2.", f"Kiểm tra, che và duyệt: {_who(row.approved_by)}, {_when(row.approved_at)}.{own}")
    yield Heading("III. NỘI DUNG ĐÃ LOẠI BỎ")
    yield _removed(row)
    yield from _kept(row)
    yield Heading("IV. CHỨNG MINH")
    yield from _proof(row)


def _grounds(row: Redaction) -> Iterator[Block]:
    day = local_date(row.approved_at or row.begun_at)
    for key in (MARK, REMOVE):
        step = redaction_step(key, day)
        unsure = "" if step.state == "confirmed" else " (tạm áp dụng)"
        yield Paragraph(f"Căn cứ {step.cited}{unsure};", ground=True)


def _removed(row: Redaction) -> Table:
    rows = [
        (
            str(mark.page),
            str(mark_words(row, mark)["what"]),
            worded(row.statute, mark.ground),
            cited(row.statute, mark.ground),
        )
        for mark in row.marks.filter(state=MarkState.REMOVED)
    ]
    return Table(
        head=("Trang", "Loại", "Nội dung thuộc", "Căn cứ"), rows=tuple(rows), widths=(1, 3, 4, 4), centred=(0,)
    )


def _kept(row: Redaction) -> Iterator[Block]:
    kept = list(row.marks.filter(state=MarkState.KEPT))
    if kept:
        yield Paragraph(f"Để nguyên {len(kept)} chỗ máy đã đề xuất, mỗi chỗ có căn cứ:")
    for number, mark in enumerate(kept, 1):
        words = f": {mark.words}" if mark.words else ""
        what = mark_words(row, mark)["what"]
        yield Item(f"{number}.", f"Trang {mark.page}, {what}: {GROUND_LABELS[mark.kept]}{words}.")


def _proof(row: Redaction) -> Iterator[Block]:
    proof = row.proof
    yield Paragraph(
        f"Máy đã vẽ lại {proof['pages']} trang thành ảnh, sơn kín {proof['boxes']} ô và tìm {proof['looked_for']} cụm "
        "từ đã che trong bản che bằng các bộ đọc khác với bộ đã dùng để che:"
    )
    for number, where in enumerate(WHERE, 1):
        one = proof["where"][where]
        yield Item(f"{number}.", f"{str(WHERE_WORDS[where]).capitalize()}: còn {one['found']} ({one['by']}).")
    for sentence in (*proof["removed"], *proof["notes"]):
        yield Paragraph(f"Ngoài các ô che, bản che không có: {sentence.rstrip('.')}.")


def _who(person: object) -> str:
    return str(getattr(person, "name", "")) or "người không còn trong hệ thống"


def _when(moment: datetime | None) -> str:
    return f"ngày {written(moment)}" if moment else ""
