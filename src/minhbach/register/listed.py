"""The three lists: which they are, under which columns their lines stand, and what each line says."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Actor
from minhbach.domain.statutes import Statute
from minhbach.foundation.dates import written
from minhbach.lawbook.statutes import statute
from minhbach.register.exporting import day, unit_of
from minhbach.register.models import Item
from minhbach.register.rules import SEES_CLOSED, reference_of

AddressOf = Callable[[Item], str]
"""Where the public reads an item, or "" where it cannot."""


class ListKind(StrEnum):
    """The lists, each by the part of the address under which its page stands."""

    MUST_BE_PUBLIC = "phai-cong-khai"
    CONDITIONAL = "co-dieu-kien"
    NOT_PUBLIC = "khong-cong-khai"


TITLES: dict[ListKind, Promise] = {
    ListKind.MUST_BE_PUBLIC: _("Danh mục thông tin phải được công khai"),
    ListKind.CONDITIONAL: _("Danh mục thông tin tiếp cận có điều kiện"),
    ListKind.NOT_PUBLIC: _("Danh mục thông tin không công khai"),
}
SHORT_TITLES: dict[ListKind, Promise] = {
    ListKind.MUST_BE_PUBLIC: _("Phải công khai"),
    ListKind.CONDITIONAL: _("Có điều kiện"),
    ListKind.NOT_PUBLIC: _("Không công khai"),
}
GROUNDS: dict[ListKind, Promise] = {
    ListKind.MUST_BE_PUBLIC: _("Khoản 1 Điều 17 Luật; cột theo khoản 3 Điều 6 Nghị định 13/2018/NĐ-CP."),
    ListKind.CONDITIONAL: _("Điều 16 Luật; khoản 1 Điều 6 Nghị định 13/2018/NĐ-CP."),
    ListKind.NOT_PUBLIC: _("Danh mục riêng của cơ quan, không đưa ra ngoài."),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `weight` is its part of a page's width, `on_paper` false for what headings of a paper say instead."""

    words: str | Promise
    weight: int
    on_paper: bool = True


_FIRST = (Column(_("STT"), 3), Column(_("Tên văn bản, hồ sơ, tài liệu"), 12), Column(_("Số, ký hiệu"), 7))
_SECOND = Column(_("Ngày, tháng, năm tạo ra"), 8)
COLUMNS: dict[ListKind, Sequence[Column]] = {
    ListKind.MUST_BE_PUBLIC: (
        *_FIRST,
        _SECOND,
        Column(_("Điểm khoản 1 Điều 17"), 4, on_paper=False),
        Column(_("Hình thức công khai"), 8),
        Column(_("Thời điểm công khai"), 8),
        Column(_("Thời hạn công khai"), 6),
        Column(_("Địa chỉ truy cập, tệp đính kèm"), 7),
    ),
    ListKind.CONDITIONAL: (
        *_FIRST,
        _SECOND,
        Column(_("Điều kiện tiếp cận, căn cứ"), 12),
        Column(_("Đơn vị tạo ra"), 8),
    ),
    ListKind.NOT_PUBLIC: (
        *_FIRST,
        _SECOND,
        Column(_("Lý do, căn cứ không công khai"), 12),
        Column(_("Đơn vị tạo ra"), 8),
    ),
}


def offered_lists(actor: Actor) -> list[ListKind]:
    """Return the lists that the actor reads; that of what is not public only where one may see it."""
    return [one for one in ListKind if one is not ListKind.NOT_PUBLIC or actor.holds(*SEES_CLOSED)]


def cells_of(kind: ListKind, row: Item, number: int, address_of: AddressOf) -> tuple[str, ...]:
    """Return the cells of a line under the columns of its list."""
    first = (
        str(number),
        ": ".join(part for part in (row.kind, row.title) if part),
        reference_of(number=row.number, symbol=row.symbol),
        day(row.created_on),
    )
    if kind is ListKind.MUST_BE_PUBLIC:
        return (*first, row.letter, _forms(row), _when(row), _how_long(row), row.address or address_of(row))
    return (*first, "; ".join(_grounds(row)), unit_of(row))


def on_paper(kind: ListKind, cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells that stand in a paper's table."""
    return tuple(cell for cell, column in zip(cells, COLUMNS[kind], strict=True) if column.on_paper)


def letter_in_words(row: Item) -> str:
    """Return the heading of a letter's part of the list: "a) Chiến lược, chương trình …"."""
    words = _law(row).letter(row.letter).words
    return f"{row.letter}) {words[:1].upper()}{words[1:]}"


def _law(row: Item) -> Statute:
    return statute(row.statute)


def _forms(row: Item) -> str:
    words = {one.key: one.words for one in _law(row).publication_forms}
    return "; ".join(words.get(key, key) for key in row.forms)


def _when(row: Item) -> str:
    done_on = row.published_on if row.public_version_id else row.address_since
    if done_on:
        return written(done_on)
    if row.publish_due_on:
        return gettext("chậm nhất %(day)s") % {"day": written(row.publish_due_on)}
    return ""


def _how_long(row: Item) -> str:
    if row.duration:
        return row.duration
    return gettext("đến trước %(day)s") % {"day": written(row.public_until)} if row.public_until else ""


def _grounds(row: Item) -> Iterator[str]:
    law = _law(row)
    for key in row.grounds:
        ground = law.ground(key)
        yield f"{ground.words} ({law.cite(ground)})"
