"""A small made-up ward with its office and two divisions, and people in it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.models import Body, Territory
from minhbach.domain.access import Actor, Role
from minhbach.domain.text import fold

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)

PLAN_TEXT = """ỦY BAN NHÂN DÂN
PHƯỜNG MẪU MỘT

Số: 15/KH-UBND

Mẫu Một, ngày 05 tháng 10 năm 2026

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn phường Mẫu Một

I. MỤC ĐÍCH, YÊU CẦU

Phân công rõ người, rõ việc.

II. NỘI DUNG

1. Xây dựng quy chế nội bộ về cung cấp thông tin

- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.
- Cơ quan phối hợp: Phòng Kinh tế; Phòng Văn hóa - Xã hội.
- Thời gian hoàn thành: Quý IV năm 2026.
- Sản phẩm: Quy chế được ban hành.

2. Vận hành cổng thông tin điện tử

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Thường xuyên.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng HĐND và UBND phường theo dõi, đôn đốc, báo cáo Ủy ban nhân dân phường./.

Nơi nhận:
- Như mục III;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""


@dataclass
class World:
    """A ward, its units, and one person for each role in it."""

    ward: Body
    office: Body
    culture: Body
    economy: Body
    other_ward: Body

    def officer(self, role: Role, *, body: Body | None = None) -> Actor:
        """Return a new person who holds the role."""
        number = Person.objects.count() + 1
        person = Person.objects.create(username=f"thu{number}", name=f"Lê Thử {number}", created_at=NOW)
        PostRow.objects.create(person=person, role=role, body=body or self.ward, from_on=date(2026, 1, 1))
        return actor_of(person.pk, on=TODAY)


def make_body(territory: Territory, slug: str, name: str, kind: str) -> Body:
    return Body.objects.create(
        slug=slug, kind=kind, level="commune", territory=territory, name=name, sort_key=fold(name),
        search_text=fold(name), state="confirmed",
    )  # fmt: skip


@pytest.fixture
def world(db: Any) -> World:
    one = Territory.objects.create(key="99001@2025-07-01", code="99001", level="commune")
    two = Territory.objects.create(key="99002@2025-07-01", code="99002", level="commune")
    return World(
        ward=make_body(one, "ubnd-phuong-mau-mot", "Ủy ban nhân dân phường Mẫu Một", "committee"),
        office=make_body(one, "van-phong-mau-mot", "Văn phòng HĐND và UBND phường Mẫu Một", "office"),
        culture=make_body(one, "phong-vhxh-mau-mot", "Phòng Văn hóa - Xã hội phường Mẫu Một", "division"),
        economy=make_body(one, "phong-kinh-te-mau-mot", "Phòng Kinh tế phường Mẫu Một", "division"),
        other_ward=make_body(two, "ubnd-phuong-mau-hai", "Ủy ban nhân dân phường Mẫu Hai", "committee"),
    )


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    settings.FILES_ROOT = tmp_path / "files"
