"""A committee's list of public service units as lines of a sheet, and as a document in the layout of Decree 30/2020."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from minhbach.papers.contracts import Block, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.models import Announcement, ListedUnit

SUBJECT = "Đơn vị sự nghiệp công lập cung ứng dịch vụ sự nghiệp công cơ bản, thiết yếu"
COLUMNS: tuple[tuple[Promise, int], ...] = (
    (_("Đơn vị"), 36),
    (_("Dịch vụ cơ bản, thiết yếu"), 44),
    (_("Địa chỉ"), 36),
    (_("Điện thoại"), 16),
    (_("Thư điện tử"), 28),
    (_("Trang thông tin"), 28),
)
"""The words of each column of a file and its width in characters."""


def sheet_rows(row: Announcement) -> Iterator[tuple[str, ...]]:
    """Return the lines of the list under `COLUMNS`, in its order."""
    for one in row.units.order_by("position"):
        yield one.name, one.services, one.address, one.telephone, one.email, one.website


def service_list_paper(row: Announcement) -> Paper:
    """Return the list as it was announced; Vietnamese, whatever the page's language, to be signed by hand."""
    with override("vi"):
        head = letterhead(row.body_id)
        return Paper(
            kind="Danh mục",
            body_above=head.body_above,
            issuing_body=head.issuing_body,
            symbol="",
            place=head.place,
            day=row.decided_on,
            subject=SUBJECT,
            blocks=tuple(_blocks(row)),
            signature=Signature(head.authority, head.position),
        )


def _blocks(row: Announcement) -> Iterator[Block]:
    yield Paragraph(f"Công bố bằng {decision_words(row.number, row.decided_on)};", ground=True)
    units = list(row.units.order_by("position"))
    if units:
        lines = tuple(_line(place, one) for place, one in enumerate(units, start=1))
        yield Table(("STT", "Đơn vị", "Dịch vụ cơ bản, thiết yếu", "Liên hệ"), lines, (1, 5, 6, 6), (0,))
    if row.remark:
        yield Paragraph(row.remark)


def _line(place: int, unit: ListedUnit) -> tuple[str, ...]:
    reached = "\n".join(filter(None, (unit.address, unit.telephone, unit.email, unit.website)))
    return str(place), unit.name, unit.services, reached
