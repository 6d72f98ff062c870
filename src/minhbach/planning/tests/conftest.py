"""A small made-up commune with its office and two divisions, and people in it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.units.values import Level, UnitKind

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)

PLAN_TEXT = """ỦY BAN NHÂN DÂN
XÃ MẪU MỘT

Số: 15/KH-UBND

Mẫu Một, ngày 05 tháng 10 năm 2026

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn xã Mẫu Một

I. MỤC ĐÍCH, YÊU CẦU

Phân công rõ người, rõ việc.

II. NỘI DUNG

1. Xây dựng quy chế nội bộ về cung cấp thông tin

- Cơ quan chủ trì: Văn phòng HĐND và UBND xã.
- Cơ quan phối hợp: Phòng Kinh tế; Phòng Văn hóa - Xã hội.
- Thời gian hoàn thành: Quý IV năm 2026.
- Sản phẩm: Quy chế được ban hành.

2. Vận hành cổng thông tin điện tử

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Thường xuyên.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng HĐND và UBND xã theo dõi, đôn đốc, báo cáo Ủy ban nhân dân xã./.

Nơi nhận:
- Như mục III;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""


@dataclass
class World:
    """A commune, its units, and one person for each role in it."""

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


def make_territory(key: str, level: Level, kind: UnitKind, name: str, parent: str | None = None) -> None:
    add_territory(
        key=key, level=level, kind=kind, name=name, parent_key=parent,
        from_on=date(2025, 7, 1), actor=system_actor("test"), now=NOW,
    )  # fmt: skip


@pytest.fixture
def world(db: Any) -> World:
    make_territory("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ")
    make_territory("mau-mot", Level.COMMUNE, UnitKind.XA, "Mẫu Một", "thi-du")
    make_territory("mau-hai", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "thi-du")
    one, two = Body.objects.filter(territory__key="mau-mot"), Body.objects.filter(territory__key="mau-hai")
    return World(
        ward=one.get(kind="committee"),
        office=one.get(kind="office"),
        culture=one.get(name__startswith="Phòng Văn hóa"),
        economy=one.get(name__startswith="Phòng Kinh tế"),
        other_ward=two.get(kind="committee"),
    )


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    settings.FILES_ROOT = tmp_path / "files"
