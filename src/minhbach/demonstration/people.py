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
COMMUNES = (
    WARD,
    *(
        MadeUpTerritory(f"thi-du-{key}", Level.COMMUNE, kind, name, PROVINCE.key)
        for key, kind, name in (
            ("mau-hai", UnitKind.XA, "Mẫu Hai"),
            ("mau-ba", UnitKind.XA, "Mẫu Ba"),
            ("mau-bon", UnitKind.PHUONG, "Mẫu Bốn"),
            ("mau-nam", UnitKind.XA, "Mẫu Năm"),
            ("mau-sau", UnitKind.XA, "Mẫu Sáu"),
            ("mau-bay", UnitKind.XA, "Mẫu Bảy"),
            ("mau-tam", UnitKind.PHUONG, "Mẫu Tám"),
            ("mau-chin", UnitKind.XA, "Mẫu Chín"),
            ("mau-muoi", UnitKind.XA, "Mẫu Mười"),
            ("thu-dong", UnitKind.XA, "Thử Đông"),
            ("thu-tay", UnitKind.XA, "Thử Tây"),
        )
    ),
)
TERRITORIES = (PROVINCE, *COMMUNES)

PROVINCE_COMMITTEE = "ubnd-thi-du"
PROVINCE_OFFICE = "van-phong-ubnd-thi-du"
JUSTICE = "so-tu-phap-thi-du"
SCIENCE = "so-khoa-hoc-va-cong-nghe-thi-du"
FINANCE = "so-tai-chinh-thi-du"
WARD_COMMITTEE = "ubnd-phuong-mau-mot-thi-du"
WARD_OFFICE = "van-phong-hdnd-va-ubnd-phuong-mau-mot-thi-du"
WARD_CULTURE = "phong-van-hoa-xa-hoi-phuong-mau-mot-thi-du"
WARD_ECONOMY = "phong-kinh-te-ha-tang-va-do-thi-phuong-mau-mot-thi-du"
WARD_FRONT = "uy-ban-mttq-phuong-mau-mot-thi-du"
COMMUNE_COMMITTEE = "ubnd-xa-mau-hai-thi-du"
ALONE = ("thu.mauhai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi", "dong", "tay")
"""Each other commune has one officer who holds every role, as small communes do."""


def committee_of(commune: MadeUpTerritory) -> str:
    """Return the slug of a made-up commune's committee."""
    kind = "phuong" if commune.kind == UnitKind.PHUONG else "xa"
    return f"ubnd-{kind}-{commune.key.removeprefix('thi-du-')}-thi-du"


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
        "phong.tuphap",
        "Bùi Thị Phỏng",
        (
            MadeUpPost(Role.JUSTICE_COORDINATOR, JUSTICE, "Chuyên viên Sở Tư pháp"),
            MadeUpPost(Role.JUSTICE_COORDINATOR, PROVINCE_COMMITTEE, "Chuyên viên Sở Tư pháp"),
        ),
    ),
    MadeUpOfficer("du.tuphap", "Tạ Thị Dụ", (MadeUpPost(Role.LEADER, JUSTICE, "Phó Giám đốc"),)),
    MadeUpOfficer("thi.tinh", "Ngô Văn Thí", (MadeUpPost(Role.LEADER, PROVINCE_COMMITTEE, "Chủ tịch"),)),
    MadeUpOfficer(
        "tap.vanphong",
        "Cao Văn Tập",
        tuple(MadeUpPost(role, PROVINCE_OFFICE, "Phó Chánh Văn phòng") for role in (Role.FOCAL_POINT, Role.LEADER)),
    ),
    MadeUpOfficer(
        "mau.khoahoc",
        "Hồ Văn Mẫu",
        tuple(MadeUpPost(role, SCIENCE, "Phó Giám đốc") for role in (Role.SPECIALIST, Role.LEADER)),
    ),
    MadeUpOfficer(
        "phong.taichinh",
        "Đinh Thị Phỏng",
        tuple(MadeUpPost(role, FINANCE, "Phó Giám đốc") for role in (Role.SPECIALIST, Role.LEADER)),
    ),
    MadeUpOfficer("soi.giamsat", "Đặng Văn Soi", (MadeUpPost(Role.SUPERVISOR, WARD_FRONT, "Ủy viên Thường trực"),)),
    *(
        MadeUpOfficer(
            username if "." in username else f"mot.{username}",
            name,
            tuple(MadeUpPost(role, committee_of(commune), "Công chức") for role in Role),
        )
        for commune, username, name in zip(
            COMMUNES[1:],
            ALONE,
            (
                "Lê Văn Thử",
                "Mai Thị Tập",
                "Phan Văn Dụ",
                "Trịnh Thị Mẫu",
                "Lý Văn Nháp",
                "Dương Thị Ví",
                "Đào Văn Thí",
                "Vương Thị Soi",
                "Hà Văn Diễn",
                "Chu Thị Thử",
                "Lưu Văn Phỏng",
            ),
            strict=True,
        )
    ),
)
USERNAMES = tuple(officer.username for officer in OFFICERS)
