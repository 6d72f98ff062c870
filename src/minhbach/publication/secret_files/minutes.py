"""The minutes of what was done with a file that may be secret: who, when, what; never what it says."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import override

from minhbach.foundation.dates import written
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.publication.contracts import SecretDecision
from minhbach.publication.history import HistoryLine, history_of_finding
from minhbach.publication.models import SecretFinding

DECIDED = {
    SecretDecision.SECRET.value: "Tệp có bí mật nhà nước: không ai mở được nữa, xử lý theo luật về bí mật nhà nước",
    SecretDecision.MISTAKEN.value: "Tệp không có bí mật nhà nước, máy nhận nhầm: mở lại cho người có quyền xem",
}
DOTS = "." * 30


def secret_minutes(finding: SecretFinding) -> Paper:
    """Return the minutes as a document, Vietnamese whatever the page's language. The caller has checked who asks."""
    with override("vi"):
        head = letterhead(finding.body_id)
        day = finding.decided_at or finding.found_at
        return Paper(
            kind="Biên bản",
            body_above=head.body_above,
            issuing_body=head.issuing_body,
            symbol=f"BB-{head.abbreviation}",
            place=head.place,
            day=None,
            year=day.year,
            subject="Xử lý tệp có dấu chỉ mức mật trong hệ thống công khai thông tin",
            blocks=tuple(_blocks(finding, history_of_finding(finding))),
            recipients=("Lãnh đạo cơ quan", "Lưu: hồ sơ bảo vệ bí mật nhà nước"),
            signature=Signature(authority=head.authority, position=head.position),
        )


def _blocks(finding: SecretFinding, lines: Sequence[HistoryLine]) -> list[Block]:
    row = finding.item
    book = f"số {row.book_number} sổ năm {row.book_year}"
    return [
        Paragraph("Biên bản này không ghi tên và nội dung của tệp."),
        Heading("I. TỆP"),
        Item("1.", f"Mục trong kho thông tin của {finding.body}: {book}, bản {finding.version_number}."),
        Item("2.", f"Máy thấy dấu chỉ mức mật lúc {_when(finding.found_at)}, theo quy tắc {finding.edition}."),
        Item("3.", "Khi ấy thông tin đang công khai, đã rút ngay." if finding.was_public else "Tệp chưa công khai."),
        Heading("II. ĐÃ LÀM GÌ"),
        Table(
            head=("Lúc", "Ai", "Việc"),
            rows=tuple((_when(one.moment), one.who, one.what) for one in reversed(lines)),
            widths=(3, 3, 6),
        ),
        Heading("III. QUYẾT ĐỊNH"),
        Paragraph(_decision(finding)),
        Paragraph(f"Người lập biên bản: {DOTS}"),
    ]


def _when(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local:%H:%M} ngày {written(local)}"


def _decision(finding: SecretFinding) -> str:
    if not finding.decision or finding.decided_at is None:
        return "Chưa quyết định: chỉ lãnh đạo cơ quan mở được tệp."
    who = finding.decided_by.name if finding.decided_by else ""
    return f"{DECIDED[finding.decision]} ({who}, {_when(finding.decided_at)}). {finding.words}"
