"""What made-up communes hold: names of documents as communes write them, with their class and letter."""

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

OPEN, CONDITIONAL, CLOSED = "Được tiếp cận", "Có điều kiện", "Không được tiếp cận"
HEAD = (
    "Tên văn bản, hồ sơ, tài liệu",
    "Loại văn bản",
    "Số, ký hiệu",
    "Ngày tạo ra",
    "Loại tiếp cận",
    "Điểm khoản 1 Điều 17",
    "Căn cứ",
    "Hình thức công khai",
    "Thời hạn công khai",
    "Đơn vị tạo ra",
    "Kho",
    "Giá",
    "Hộp",
    "Hồ sơ số",
    "Thời hạn bảo quản",
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A document. `kind` and `code` as Decree 30/2020 has them; `mark`: the letter of what is open, else the ground."""

    kind: str
    code: str
    title: str
    access: str
    mark: str
    unit: str = "Văn phòng HĐND và UBND"
    kept: str = "10 năm"


ECONOMY, CULTURE, SERVICE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"


def _open(kind: str, code: str, title: str, letter: str, unit: str = "Văn phòng HĐND và UBND") -> Holding:
    return Holding(kind, code, title, OPEN, letter, unit)


HOLDINGS = (
    _open("Kế hoạch", "KH", "sử dụng đất hằng năm và danh mục công trình, dự án thu hồi đất năm {next}", "l", ECONOMY),
    _open(
        "Thông báo",
        "TB",
        "bảng giá đất ở, đất nông nghiệp áp dụng trên địa bàn {place} từ ngày 01/01/{next}",
        "l",
        ECONOMY,
    ),
    _open(
        "Quyết định",
        "QĐ",
        "phê duyệt phương án bồi thường, hỗ trợ, tái định cư dự án nâng cấp đường liên thôn đoạn qua {place}",
        "l",
        ECONOMY,
    ),
    _open(
        "Thông báo", "TB", "công bố quy hoạch chung xây dựng {place} đến năm 2035, tầm nhìn đến năm 2045", "k", ECONOMY
    ),
    _open(
        "Quyết định",
        "QĐ",
        "giao dự toán thu, chi ngân sách nhà nước năm {year} cho các đơn vị trực thuộc {place}",
        "d",
        ECONOMY,
    ),
    _open("Báo cáo", "BC", "tình hình thực hiện dự toán ngân sách {place} 9 tháng đầu năm {year}", "d", ECONOMY),
    _open("Nghị quyết", "NQ", "phê chuẩn quyết toán thu, chi ngân sách {place} năm {last}", "d", ECONOMY),
    _open("Thông báo", "TB", "mức thu phí, lệ phí chứng thực, hộ tịch, đăng ký kinh doanh tại {place}", "d", SERVICE),
    _open("Báo cáo", "BC", "thu, chi và sử dụng Quỹ “Vì người nghèo” {place} năm {year}", "đ", CULTURE),
    _open(
        "Danh sách",
        "",
        "tổ chức, cá nhân đóng góp xây dựng nhà văn hóa và kết quả sử dụng kinh phí tại {place}",
        "đ",
        CULTURE,
    ),
    _open(
        "Quyết định",
        "QĐ",
        "phê duyệt danh mục dự án đầu tư công trung hạn giai đoạn 2026–2030 của {place}",
        "g",
        ECONOMY,
    ),
    _open(
        "Quyết định",
        "QĐ",
        "phê duyệt kết quả lựa chọn nhà thầu gói thầu sửa chữa trường học trên địa bàn {place}",
        "g",
        ECONOMY,
    ),
    _open(
        "Báo cáo",
        "BC",
        "tình hình quản lý, sử dụng tài sản công và trụ sở dôi dư sau sắp xếp tại {place}",
        "g",
        ECONOMY,
    ),
    _open(
        "Kết luận thanh tra",
        "KLTT",
        "việc chấp hành pháp luật trong quản lý, sử dụng các khoản thu tại trường học {place}",
        "h",
    ),
    _open(
        "Chương trình",
        "CTr",
        "thực hành tiết kiệm, chống lãng phí năm {year} của Ủy ban nhân dân {place}",
        "h",
        ECONOMY,
    ),
    _open(
        "Thông báo",
        "TB",
        "kết quả xử phạt vi phạm hành chính về an toàn thực phẩm trên địa bàn {place} quý III năm {year}",
        "i",
        CULTURE,
    ),
    _open(
        "Báo cáo",
        "BC",
        "kết quả kiểm tra cơ sở sản xuất, kinh doanh thực phẩm dịp Tết Trung thu {year} tại {place}",
        "n",
        CULTURE,
    ),
    _open(
        "Thông báo",
        "TB",
        "danh sách cơ sở khám bệnh, chữa bệnh được cấp phép hoạt động trên địa bàn {place}",
        "n",
        CULTURE,
    ),
    _open(
        "Kế hoạch",
        "KH",
        "tuyển sinh vào các trường mầm non, lớp 1, lớp 6 năm học {year}–{next} tại {place}",
        "o",
        CULTURE,
    ),
    _open(
        "Báo cáo",
        "BC",
        "công khai điều kiện bảo đảm chất lượng giáo dục của các trường trên địa bàn {place}",
        "o",
        CULTURE,
    ),
    _open(
        "Kế hoạch",
        "KH",
        "ứng phó sự cố môi trường và thu gom, xử lý chất thải rắn sinh hoạt tại {place} năm {year}",
        "p",
        ECONOMY,
    ),
    _open(
        "Báo cáo",
        "BC",
        "kết quả quan trắc nước mặt sông, hồ và điểm tập kết rác trên địa bàn {place} quý III năm {year}",
        "p",
        ECONOMY,
    ),
    _open("Danh mục", "", "di tích đã xếp hạng và nội dung tu bổ, phục hồi được phê duyệt tại {place}", "q", CULTURE),
    _open(
        "Thông báo",
        "TB",
        "tuyển dụng công chức và kết quả xét tuyển viên chức sự nghiệp giáo dục {place} năm {year}",
        "r",
    ),
    _open(
        "Thông báo", "TB", "thời hạn, quy trình và kết quả cung cấp dịch vụ công trực tuyến tại {place}", "s", SERVICE
    ),
    _open(
        "Kế hoạch", "KH", "chuyển đổi số của {place} giai đoạn 2026–2030 và danh mục nhiệm vụ năm {year}", "t", CULTURE
    ),
    _open("Thông báo", "TB", "đầu mối tiếp nhận yêu cầu cung cấp thông tin, địa chỉ và số điện thoại của {place}", "u"),
    _open("Quyết định", "QĐ", "ban hành Quy chế làm việc của Ủy ban nhân dân {place} nhiệm kỳ 2026–2031", "c"),
    _open(
        "Quyết định",
        "QĐ",
        "quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức các phòng chuyên môn {place}",
        "c",
    ),
    _open("Kế hoạch", "KH", "chuyển đổi vị trí công tác đối với công chức làm việc tại {place} năm {year}", "c"),
    _open(
        "Quyết định", "QĐ", "công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của {place}", "b", SERVICE
    ),
    _open(
        "Kế hoạch", "KH", "lấy ý kiến Nhân dân về dự thảo quy ước thôn, tổ dân phố trên địa bàn {place}", "b", CULTURE
    ),
    _open(
        "Kế hoạch",
        "KH",
        "phổ biến, giáo dục pháp luật và hướng dẫn thi hành Luật Tiếp cận thông tin tại {place}",
        "b",
        CULTURE,
    ),
    _open("Chương trình", "CTr", "công tác năm {year} của Ủy ban nhân dân {place}", "a"),
    _open(
        "Báo cáo",
        "BC",
        "tình hình phát triển kinh tế - xã hội, quốc phòng, an ninh {place} 9 tháng đầu năm {year}",
        "a",
    ),
    _open("Kế hoạch", "KH", "phát triển kinh tế - xã hội 5 năm 2026–2030 của {place}", "a", ECONOMY),
    _open("Báo cáo", "BC", "kết quả điều tra, rà soát và số liệu thống kê chủ yếu của {place} năm {last}", "a"),
    _open("Thông báo", "TB", "lịch tiếp công dân của lãnh đạo Ủy ban nhân dân {place} tháng {month}", ""),
    _open("Công văn", "", "về việc trả lời kiến nghị của cử tri sau kỳ họp thứ Ba Hội đồng nhân dân {place}", ""),
    Holding(
        "Hồ sơ",
        "",
        "hộ nghèo, hộ cận nghèo và biểu rà soát thu nhập từng hộ tại {place} năm {year}",
        CONDITIONAL,
        "khoản 1 Điều 16",
        CULTURE,
        "20 năm",
    ),
    Holding(
        "Hồ sơ",
        "",
        "phương án sản xuất, kinh doanh của doanh nghiệp xin thuê mặt bằng chợ {place}",
        CONDITIONAL,
        "khoản 2 Điều 16",
        ECONOMY,
    ),
    Holding(
        "Biên bản",
        "BB",
        "họp nội bộ lãnh đạo Ủy ban nhân dân {place} về bố trí cán bộ tháng {month}",
        CLOSED,
        "khoản 6 Điều 15",
        kept="20 năm",
    ),
    Holding(
        "Hồ sơ",
        "",
        "lý lịch, nhận xét, đánh giá công chức, viên chức thuộc {place} quản lý",
        CLOSED,
        "khoản 2 Điều 15",
        kept="Vĩnh viễn",
    ),
    Holding(
        "Tờ trình",
        "TTr",
        "dự thảo nội bộ phương án sắp xếp trụ sở làm việc của {place}, đang lấy ý kiến",
        CLOSED,
        "khoản 6 Điều 15",
    ),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A holding of one commune: when it was created, and under which number."""

    holding: Holding
    title: str
    number: str
    created_on: dt.date


def lines_of(place: str, *, today: dt.date, chance: Random) -> Iterator[Line]:
    """Yield what a commune holds, the oldest first: some from before the Law of 2026, most from after it."""
    chosen = sorted(chance.sample(range(len(HOLDINGS)), chance.randint(24, len(HOLDINGS))))
    days = sorted(_day(today, chance) for _ in chosen)
    # Documents are numbered in the order of their days, whatever they are about.
    chance.shuffle(chosen)
    for number, (one, day) in enumerate(zip(chosen, days, strict=True), start=chance.randint(3, 40)):
        holding = HOLDINGS[one]
        said = {"place": place, "year": day.year, "next": day.year + 1, "last": day.year - 1, "month": day.month}
        symbol = f"/{holding.code}-UBND" if holding.code else "/UBND-VP" if holding.kind == "Công văn" else ""
        yield Line(holding, holding.title.format(**said), f"{number:02}{symbol}" if symbol else "", day)


def _day(today: dt.date, chance: Random) -> dt.date:
    back = chance.choice((*range(3, 75), *range(95, 280)))
    day = today - dt.timedelta(days=back)
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def as_list(lines: Iterator[Line]) -> bytes:
    """Return the holdings as the spreadsheet in which a commune kept them until now."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEAD)
    for count, line in enumerate(lines):
        holding = line.holding
        is_open = holding.access == OPEN
        writer.writerow(
            (
                f"{line.title[:1].upper()}{line.title[1:]}",
                holding.kind,
                line.number,
                f"{line.created_on:%d/%m/%Y}",
                holding.access,
                holding.mark if is_open else "",
                "" if is_open else holding.mark,
                "Cổng thông tin điện tử" if is_open and holding.mark else "",
                "Thường xuyên" if is_open and holding.mark else "",
                holding.unit,
                "lưu trữ cơ quan",
                str(1 + count // 12),
                str(1 + count // 4),
                f"{count + 1:03}",
                holding.kept,
            )
        )
    return file.getvalue().encode()
