"""Items as cells, for files to be saved."""

from collections.abc import Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.dates import written
from minhbach.register.labels import ACCESS_TAGS, ORIGIN_LABELS, issuer_of, retention_label, standing_tags
from minhbach.register.models import Item
from minhbach.register.rules import reference_of

ITEM_HEAD: Sequence[str | Promise] = (
    _("Số vào sổ"),
    _("Cơ quan"),
    _("Tên, trích yếu"),
    _("Loại văn bản"),
    _("Số, ký hiệu"),
    _("Cơ quan ban hành"),
    _("Ngày ban hành"),
    _("Ngày tạo ra"),
    _("Đơn vị tạo ra"),
    _("Nguồn"),
    _("Loại tiếp cận"),
    _("Căn cứ"),
    _("Điểm khoản 1 Điều 17"),
    _("Hạn công khai"),
    _("Tình trạng"),
    _("Kho"),
    _("Giá"),
    _("Hộp"),
    _("Hồ sơ"),
    _("Tờ"),
    _("Thời hạn bảo quản"),
)


def item_cells(row: Item, *, on: date) -> tuple[str, ...]:
    """Return the cells under `ITEM_HEAD`, as the item stands on the day."""
    return (
        f"{row.book_number}/{row.book_year}",
        row.body.name,
        row.title,
        row.kind,
        reference_of(number=row.number, symbol=row.symbol),
        issuer_of(row),
        day(row.issued_on),
        day(row.created_on),
        unit_of(row),
        str(ORIGIN_LABELS[row.origin]),
        str(ACCESS_TAGS[row.access][1]),
        ", ".join(row.grounds),
        row.letter,
        day(row.publish_due_on),
        ", ".join(words for _kind, words in standing_tags(row, on=on)),
        row.store,
        row.shelf,
        row.box,
        row.folder,
        row.sheet,
        retention_label(row.retention_years),
    )


def day(value: date | None) -> str:
    """Return a day as people write it, or nothing."""
    return written(value) if value else ""


def unit_of(row: Item) -> str:
    """Return the unit that made the information, as it is called."""
    return row.creating_unit.name if row.creating_unit else row.creating_unit_name
