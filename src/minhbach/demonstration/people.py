"""Who and where the demonstration is made of. All made up: no such province, commune or person exists."""

from dataclasses import dataclass
from datetime import date

from minhbach.domain.access import Role
from minhbach.domain.units.values import Level, UnitKind

SINCE = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class MadeUpTerritory:
    """A territory whose key no real code has. `parent` is the key of the one above."""

    key: str
    level: Level
    kind: UnitKind
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class MadeUpPost:
    """A post in the body with this slug, perhaps in a unit of it."""

    role: Role
    body: str
    title: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class MadeUpOfficer:
    """A person whom the log-in page of the demonstration offers."""

    username: str
    name: str
    posts: tuple[MadeUpPost, ...]


PROVINCE = MadeUpTerritory("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ")
WARD = MadeUpTerritory("thi-du-mau-mot", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Một", PROVINCE.key)
COMMUNE = MadeUpTerritory("thi-du-mau-hai", Level.COMMUNE, UnitKind.XA, "Mẫu Hai", PROVINCE.key)
TERRITORIES = (PROVINCE, WARD, COMMUNE)

JUSTICE = "so-tu-phap-thi-du"
WARD_COMMITTEE = "ubnd-phuong-mau-mot-thi-du"
WARD_OFFICE = "van-phong-hdnd-va-ubnd-phuong-mau-mot-thi-du"
WARD_CULTURE = "phong-van-hoa-xa-hoi-phuong-mau-mot-thi-du"
WARD_ECONOMY = "phong-kinh-te-ha-tang-va-do-thi-phuong-mau-mot-thi-du"
WARD_FRONT = "uy-ban-mttq-phuong-mau-mot-thi-du"
COMMUNE_COMMITTEE = "ubnd-xa-mau-hai-thi-du"

OFFICERS = (
    MadeUpOfficer(
        "thu.daumoi",
        "Trần Thị Thử",
        (
            MadeUpPost(Role.FOCAL_POINT, WARD_COMMITTEE, "Công chức Văn phòng", WARD_OFFICE),
            MadeUpPost(Role.FOCAL_POINT, WARD_OFFICE, "Công chức Văn phòng"),
        ),
    ),
    MadeUpOfficer(
        "mau.chuyenvien",
        "Phạm Văn Mẫu",
        (
            MadeUpPost(Role.SPECIALIST, WARD_COMMITTEE, "Phòng Văn hóa - Xã hội", WARD_CULTURE),
            MadeUpPost(Role.SPECIALIST, WARD_CULTURE, "Chuyên viên"),
        ),
    ),
    MadeUpOfficer(
        "nhap.chuyenvien",
        "Đỗ Thị Nháp",
        (
            MadeUpPost(Role.SPECIALIST, WARD_COMMITTEE, "Phòng Kinh tế, Hạ tầng và Đô thị", WARD_ECONOMY),
            MadeUpPost(Role.SPECIALIST, WARD_ECONOMY, "Chuyên viên"),
        ),
    ),
    MadeUpOfficer(
        "vi.kiemduyet",
        "Hoàng Thị Ví",
        (MadeUpPost(Role.MODERATOR, WARD_COMMITTEE, "Phó Chánh Văn phòng", WARD_OFFICE),),
    ),
    MadeUpOfficer("du.lanhdao", "Nguyễn Văn Dụ", (MadeUpPost(Role.LEADER, WARD_COMMITTEE, "Chủ tịch"),)),
    MadeUpOfficer("dien.lanhdao", "Lê Thị Diễn", (MadeUpPost(Role.LEADER, WARD_COMMITTEE, "Phó Chủ tịch"),)),
    MadeUpOfficer(
        "tap.quantri",
        "Vũ Văn Tập",
        (MadeUpPost(Role.ADMINISTRATOR, WARD_COMMITTEE, "Công chức Văn phòng", WARD_OFFICE),),
    ),
    MadeUpOfficer(
        "phong.tuphap", "Bùi Thị Phỏng", (MadeUpPost(Role.JUSTICE_COORDINATOR, JUSTICE, "Chuyên viên Sở Tư pháp"),)
    ),
    MadeUpOfficer("soi.giamsat", "Đặng Văn Soi", (MadeUpPost(Role.SUPERVISOR, WARD_FRONT, "Ủy viên Thường trực"),)),
    MadeUpOfficer("thu.mauhai", "Lê Văn Thử", tuple(MadeUpPost(role, COMMUNE_COMMITTEE, "Công chức") for role in Role)),
)
USERNAMES = tuple(officer.username for officer in OFFICERS)
