"""The words and shapes that pages give to what items are and how they stand."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.dates import written
from minhbach.register.contracts import Access, FileRole, Origin
from minhbach.register.item_columns import ItemColumn
from minhbach.register.models import Item, ItemState
from minhbach.register.models.imports import ImportState
from minhbach.register.rules import item_name, retention_in_words

Tag = tuple[str, str]
ACCESS_TAGS: Mapping[str, tuple[str, Promise]] = {
    "": ("waiting", _("Chưa phân loại")),
    Access.OPEN.value: ("done", _("Được tiếp cận")),
    Access.CONDITIONAL.value: ("act", _("Tiếp cận có điều kiện")),
    Access.CLOSED.value: ("closed", _("Không được tiếp cận")),
}
ORIGIN_LABELS: Mapping[str, Promise] = {
    Origin.CREATED.value: _("Cơ quan tạo ra"),
    Origin.RECEIVED.value: _("Nhận được, nắm giữ"),
}
ROLE_LABELS: Mapping[str, Promise] = {
    FileRole.ORIGINAL.value: _("bản gốc"),
    FileRole.TEXT.value: _("bản chữ"),
    FileRole.DATA.value: _("dữ liệu"),
}
PLACE_LABELS: Mapping[str, Promise] = {
    "store": _("Kho"),
    "shelf": _("Giá"),
    "box": _("Hộp"),
    "folder": _("Hồ sơ"),
    "sheet": _("Tờ"),
}
COLUMN_LABELS: Mapping[str, Promise] = {
    ItemColumn.IGNORED.value: _("Không nhập cột này"),
    ItemColumn.TITLE.value: _("Tên, trích yếu"),
    ItemColumn.KIND.value: _("Loại văn bản"),
    ItemColumn.REFERENCE.value: _("Số, ký hiệu"),
    ItemColumn.NUMBER.value: _("Số"),
    ItemColumn.SYMBOL.value: _("Ký hiệu"),
    ItemColumn.ISSUER.value: _("Cơ quan ban hành"),
    ItemColumn.ISSUED_ON.value: _("Ngày ban hành"),
    ItemColumn.CREATED_ON.value: _("Ngày tạo ra"),
    ItemColumn.UNIT.value: _("Đơn vị tạo ra"),
    ItemColumn.ORIGIN.value: _("Nguồn"),
    ItemColumn.ACCESS.value: _("Loại tiếp cận"),
    ItemColumn.GROUND.value: _("Căn cứ"),
    ItemColumn.LETTER.value: _("Điểm khoản 1 Điều 17"),
    ItemColumn.FORMS.value: _("Hình thức công khai"),
    ItemColumn.ADDRESS_SINCE.value: _("Thời điểm công khai"),
    ItemColumn.DURATION.value: _("Thời hạn công khai"),
    ItemColumn.ADDRESS.value: _("Địa chỉ truy cập"),
    ItemColumn.STORE.value: _("Kho"),
    ItemColumn.SHELF.value: _("Giá"),
    ItemColumn.BOX.value: _("Hộp"),
    ItemColumn.FOLDER.value: _("Hồ sơ"),
    ItemColumn.SHEET.value: _("Tờ"),
    ItemColumn.RETENTION.value: _("Thời hạn bảo quản"),
}
IMPORT_TAGS: Mapping[str, tuple[str, Promise]] = {
    ImportState.MAPPING.value: ("act", _("Chờ chọn cột, xem trước")),
    ImportState.RUNNING.value: ("work", _("Đang nhập")),
    ImportState.DONE.value: ("done", _("Đã nhập")),
    ImportState.UNDONE.value: ("closed", _("Đã hoàn tác")),
    ImportState.DROPPED.value: ("closed", _("Đã bỏ")),
    ImportState.FAILED.value: ("late", _("Chưa nhập được")),
}
FIELD_LABELS: Mapping[str, Promise] = {
    "title": _("tên, trích yếu"),
    "kind": _("loại văn bản"),
    "number": _("số"),
    "symbol": _("ký hiệu"),
    "issuer_name": _("cơ quan ban hành"),
    "issuing_body_id": _("cơ quan ban hành"),
    "issued_on": _("ngày ban hành"),
    "created_on": _("ngày tạo ra"),
    "creating_unit_id": _("đơn vị tạo ra"),
    "creating_unit_name": _("đơn vị tạo ra"),
    "origin": _("nguồn"),
    "place": _("nơi để bản giấy"),
    "retention_years": _("thời hạn bảo quản"),
}


def called(row: Item) -> str:
    """Return how pages call an item for short: "Kế hoạch 45/KH-UBND", or "Mục 12 năm 2026"."""
    name = item_name(kind=row.kind, number=row.number, symbol=row.symbol) if row.number else ""
    return name or gettext("Mục %(number)s năm %(year)s") % {"number": row.book_number, "year": row.book_year}


def issuer_of(row: Item) -> str:
    """Return who issued the document, as it is written, or the body that is meant."""
    return row.issuer_name or (row.issuing_body.name if row.issuing_body else "")


def access_tag(row: Item) -> Tag:
    """Return the tag of the class of access."""
    kind, words = ACCESS_TAGS[row.access]
    return kind, str(words)


def standing_tags(row: Item, *, on: date) -> Iterator[Tag]:
    """Yield how the item stands on its way to the public; lateness is a second tag."""
    if row.state == ItemState.STRUCK:
        yield "closed", gettext("Đã gạch")
        return
    done_on = row.published_on if row.public_version_id else row.address_since
    if done_on:
        words = gettext("Công khai %(day)s") if row.public_version_id else gettext("Công khai ở nơi khác từ %(day)s")
        yield "done", words % {"day": written(done_on)}
        if row.publish_due_on and done_on > row.publish_due_on:
            yield "late", days_late(done_on, row.publish_due_on, gettext("Muộn %(days)s ngày"))
    elif row.access == Access.OPEN and row.letter:
        yield _open_tag(row.publish_due_on, on)


def _open_tag(due_on: date | None, on: date) -> Tag:
    if due_on is None:
        return "act", gettext("Chưa rõ hạn công khai")
    if due_on < on:
        return "late", days_late(on, due_on, gettext("Quá hạn %(days)s ngày"))
    if due_on == on:
        return "act", gettext("Hạn hôm nay")
    return "waiting", gettext("Hạn %(day)s") % {"day": written(due_on)}


def days_late(day: date, due_on: date, words: str) -> str:
    """Return the words with the number of days between."""
    return words % {"days": (day - due_on).days}


def retention_label(years: int | None) -> str:
    """Return for how long an item is kept, or nothing where nobody has said."""
    some = ngettext("%s năm", "%s năm", years or 0)
    return retention_in_words(years, (gettext("Vĩnh viễn"), some))
