"""A leaflet to print and lay out: how to find information, and how to ask this agency for it. One A5 page as PDF."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import typst
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyRecord, FocalPointRecord
from minhbach.foundation.training import watermark
from minhbach.papers.rendering.fonts import serif

TEMPLATE = Path(__file__).with_name("leaflet.typ")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


def leaflet(
    body: BodyRecord, points: tuple[FocalPointRecord, ...], *, served_by: str, address: str, home: str, language: str
) -> bytes:
    """Return the leaflet as a tagged PDF in the reader's language.

    :param served_by: the body whose focal points these are, where it is another one.
    :param address: of the agency's page; `home` of the first page.
    :raises FontsMissing: if no font with Vietnamese letters is installed.
    """
    font = serif()
    given = {
        "font": font.family,
        "mark": watermark(),
        "language": language,
        "title": _("Cách tìm và yêu cầu thông tin"),
        "body": body.full_name,
        "parts": [asdict(part) for part in (_finding(home), _asking(), _contact(points, served_by))],
        "foot": _("Trang của cơ quan: %(address)s") % {"address": address},
    }
    made = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(font.folder)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"leaflet": json.dumps(given, ensure_ascii=False)},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _finding(home: str) -> Part:
    return Part(
        _("Tìm thông tin đã công khai"),
        (
            _("Mở %(address)s trên điện thoại hoặc máy tính; không cần tài khoản.") % {"address": home},
            _("Gõ điều cần tìm như nói: giá đất, quy hoạch, học phí. Không cần gõ dấu."),
            _("Bấm vào tên văn bản để đọc ngay hoặc tải về."),
        ),
        numbered=True,
    )


def _asking() -> Part:
    return Part(
        _("Không thấy thì yêu cầu cơ quan cung cấp"),
        (
            _("Tới quầy, gửi thư, thư điện tử hoặc gọi hỏi trước theo địa chỉ dưới đây."),
            _("Ghi rõ cần thông tin gì, muốn nhận bằng cách nào. Không phải nêu lý do."),
            _("Người không đọc, không viết được hoặc khuyết tật: nói với đầu mối, đầu mối ghi giúp."),
        ),
        numbered=True,
    )


def _contact(points: tuple[FocalPointRecord, ...], served_by: str) -> Part:
    lines = tuple(line for point in points[:2] for line in _lines(point))
    heading = _("Đầu mối: %(body)s") % {"body": served_by} if served_by else _("Đầu mối cung cấp thông tin")
    return Part(heading, lines or (_("Cơ quan chưa công bố đầu mối. Hỏi tại trụ sở cơ quan."),))


def _lines(point: FocalPointRecord) -> Iterator[str]:
    fields = point.fields
    yield ", ".join(part for part in (point.title, fields.position) if part)
    for words, value in (
        (_("Địa chỉ"), fields.address),
        (_("Điện thoại"), fields.telephone),
        (_("Thư điện tử"), fields.email),
        (_("Giờ làm việc"), fields.working_hours),
    ):
        if value:
            yield f"{words}: {value}"
