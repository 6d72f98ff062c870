"""The made-up plans of the demonstration, in our own words, with days that fall around the day on which it is made."""

import datetime as dt

from minhbach.demonstration.people import COMMUNES, MadeUpTerritory
from minhbach.domain.units.values import UnitKind

PROVINCE_PLAN = """ỦY BAN NHÂN DÂN
TỈNH THÍ DỤ

Số: {number}/KH-UBND

Thí Dụ, ngày {issued:%d} tháng {issued:%m} năm {issued:%Y}

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn tỉnh Thí Dụ

I. MỤC ĐÍCH, YÊU CẦU

Phân công rõ cơ quan, rõ việc, rõ thời hạn; mỗi nhiệm vụ có cơ quan chủ trì và sản phẩm.

II. NỘI DUNG

1. Ban hành Kế hoạch của cơ quan, địa phương để triển khai thi hành Luật Tiếp cận thông tin

- Cơ quan chủ trì: Các sở, ban, ngành; UBND cấp xã.
- Thời gian hoàn thành: Trước ngày {plan_due:%d/%m/%Y}.
- Sản phẩm: Kế hoạch được ban hành.

2. Cử đầu mối cung cấp thông tin và công khai tên, địa chỉ, điện thoại, thư điện tử của đầu mối

- Cơ quan chủ trì: UBND cấp xã.
- Cơ quan phối hợp: Sở Nội vụ.
- Thời gian hoàn thành: Trước ngày {focal_due:%d/%m/%Y}.
- Sản phẩm: Thông báo về đầu mối cung cấp thông tin.

3. Rà soát, lập Danh mục thông tin phải được công khai và Danh mục thông tin được tiếp cận có điều kiện

- Cơ quan chủ trì: UBND cấp xã.
- Cơ quan phối hợp: Sở Tư pháp.
- Thời gian hoàn thành: Trước ngày {list_due:%d/%m/%Y}.
- Sản phẩm: Danh mục được ban hành và công khai.

4. Ban hành Quy chế nội bộ về tổ chức cung cấp thông tin

- Cơ quan chủ trì: Các sở, ban, ngành; UBND cấp xã.
- Thời gian hoàn thành: Trước ngày {rule_due:%d/%m/%Y}.
- Sản phẩm: Quy chế được ban hành.

5. Tổ chức hội nghị quán triệt Luật cho cán bộ đầu mối trong toàn tỉnh

- Cơ quan chủ trì: Sở Tư pháp.
- Cơ quan phối hợp: Sở Nội vụ; Văn phòng Ủy ban nhân dân tỉnh.
- Thời gian hoàn thành: Trước ngày {meeting_due:%d/%m/%Y}.
- Sản phẩm: Hội nghị được tổ chức, có danh sách tham dự.

6. Xây dựng chuyên mục Tiếp cận thông tin trên Cổng thông tin điện tử tỉnh

- Cơ quan chủ trì: Văn phòng Ủy ban nhân dân tỉnh.
- Cơ quan phối hợp: Sở Khoa học và Công nghệ.
- Thời gian hoàn thành: Trước ngày {portal_due:%d/%m/%Y}.
- Sản phẩm: Chuyên mục hoạt động.

7. Bố trí kinh phí và trang bị máy quét cho việc số hóa tài liệu

- Cơ quan chủ trì: Sở Tài chính.
- Cơ quan phối hợp: Sở Khoa học và Công nghệ.
- Thời gian hoàn thành: Trước ngày {money_due:%d/%m/%Y}.
- Sản phẩm: Quyết định giao dự toán.

8. Số hóa tài liệu thuộc danh mục phải công khai

- Cơ quan chủ trì: Sở Khoa học và Công nghệ; UBND cấp xã.
- Thời gian hoàn thành: Trước ngày {scan_due:%d/%m/%Y}.
- Sản phẩm: Tài liệu có bản điện tử tra cứu được.

9. Cập nhật, công khai thông tin trên cổng, trang thông tin điện tử

- Cơ quan chủ trì: Các sở, ban, ngành; UBND cấp xã.
- Thời gian thực hiện: Thường xuyên.

10. Báo cáo tình hình thi hành Luật, gửi Sở Tư pháp tổng hợp

- Cơ quan chủ trì: UBND cấp xã.
- Thời gian thực hiện: Định kỳ hằng quý.
- Sản phẩm: Báo cáo.

11. Góp ý dự thảo nghị định hướng dẫn thi hành Luật

- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian thực hiện: Trong 10 ngày làm việc kể từ ngày nhận được dự thảo.
- Sản phẩm: Văn bản góp ý.

12. Hướng dẫn các địa phương lập danh mục thông tin

- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian thực hiện: Đã thực hiện.
- Sản phẩm: Văn bản hướng dẫn.

III. TỔ CHỨC THỰC HIỆN

1. Sở Tư pháp theo dõi, đôn đốc, tổng hợp, báo cáo Ủy ban nhân dân tỉnh.

2. Sở Tài chính tham mưu bố trí kinh phí.

Nơi nhận:
- Các sở, ban, ngành;
- UBND các xã, phường;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Ngô Văn Thí
"""
WARD_PLAN = """ỦY BAN NHÂN DÂN
{kind} {name}

Số: {number}/KH-UBND

{place}, ngày {issued:%d} tháng {issued:%m} năm {issued:%Y}

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn {unit}

Thực hiện Kế hoạch số {above}/KH-UBND ngày {above_issued:%d/%m/%Y} của Ủy ban nhân dân tỉnh Thí Dụ.

I. MỤC ĐÍCH, YÊU CẦU

Phân công rõ người, rõ việc, rõ thời hạn.

II. NỘI DUNG

1. Cử đầu mối cung cấp thông tin và công khai thông tin về đầu mối

- Cơ quan chủ trì: Văn phòng HĐND và UBND {level}.
- Thời gian hoàn thành: Trước ngày {focal_due:%d/%m/%Y}.
- Sản phẩm: Thông báo về đầu mối.

2. Rà soát, lập Danh mục thông tin phải được công khai

- Cơ quan chủ trì: Văn phòng HĐND và UBND {level}.
- Cơ quan phối hợp: Phòng Văn hóa - Xã hội.
- Thời gian hoàn thành: Trước ngày {list_due:%d/%m/%Y}.
- Sản phẩm: Danh mục được công khai.

3. Xây dựng Quy chế nội bộ về cung cấp thông tin

- Cơ quan chủ trì: Văn phòng HĐND và UBND {level}.
- Thời gian hoàn thành: Trước ngày {rule_due:%d/%m/%Y}.
- Sản phẩm: Quy chế được ban hành.

4. Tuyên truyền về quyền tiếp cận thông tin trên loa truyền thanh và trang thông tin điện tử

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Thường xuyên.

5. Số hóa tài liệu đất đai, quy hoạch thuộc danh mục phải công khai

- Cơ quan chủ trì: Phòng Kinh tế{more}.
- Cơ quan phối hợp: Văn phòng HĐND và UBND {level}.
- Thời gian hoàn thành: Trước ngày {scan_due:%d/%m/%Y}.
- Sản phẩm: Tài liệu có bản điện tử.

6. Bảo đảm máy tính, chỗ ngồi cho người dân đọc tài liệu tại trụ sở

- Cơ quan chủ trì: Phòng Kinh tế{more}.
- Thời gian hoàn thành: Trước ngày {room_due:%d/%m/%Y}.
- Sản phẩm: Chỗ đọc tài liệu.

III. TỔ CHỨC THỰC HIỆN

Văn phòng HĐND và UBND {level} theo dõi, đôn đốc, báo cáo Ủy ban nhân dân {level}./.

Nơi nhận:
- UBND tỉnh (để báo cáo);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

{chairman}
"""


def days_of(made_on: dt.date) -> dict[str, dt.date]:
    """Return the days that the plans name: a year of life that ends shortly after the day of making."""
    ago = {
        "above_issued": 330, "issued": 300, "plan_due": 290, "focal_due": 240, "list_due": 150, "rule_due": 60,
        "meeting_due": 210, "portal_due": 120, "money_due": 20, "scan_due": -40, "room_due": -2,
    }  # fmt: skip
    return {name: made_on - dt.timedelta(days=days) for name, days in ago.items()}


def province_plan(made_on: dt.date) -> str:
    """Return the plan of the made-up province's committee."""
    days = days_of(made_on)
    return PROVINCE_PLAN.format(number=PLAN_NUMBER, **{**days, "issued": days["above_issued"]})


def ward_plan(made_on: dt.date, commune: MadeUpTerritory) -> str:
    """Return the plan of a made-up commune under it."""
    order = COMMUNES.index(commune)
    ward = commune.kind == UnitKind.PHUONG
    days = days_of(made_on)
    days["issued"] += dt.timedelta(days=order % 5)
    return WARD_PLAN.format(
        kind="PHƯỜNG" if ward else "XÃ",
        level="phường" if ward else "xã",
        name=commune.name.upper(),
        unit=f"{'phường' if ward else 'xã'} {commune.name}",
        place=commune.name,
        number=12 + order,
        above=PLAN_NUMBER,
        more=", Hạ tầng và Đô thị" if ward else "",
        chairman=CHAIRMEN[order % len(CHAIRMEN)],
        **days,
    )


PLAN_NUMBER = 215
CHAIRMEN = ("Nguyễn Văn Dụ", "Lê Văn Thử", "Đỗ Thị Ví", "Phan Văn Mẫu", "Mai Thị Tập")
