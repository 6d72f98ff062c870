"""A made-up province, tỉnh Thí Dụ, with a ward, a commune, a special zone and its former district and ward."""

import datetime as dt

from minhbach.domain.bodies.registry import Registry
from minhbach.domain.bodies.values import Body, DatedName, Kind, Territory
from minhbach.domain.units.values import Level, UnitKind

MERGED, REFORM = dt.date(2025, 3, 1), dt.date(2025, 7, 1)
BEFORE, NOW = dt.date(2016, 10, 19), dt.date(2026, 7, 1)

TERRITORIES = (
    Territory("td", Level.PROVINCE, UnitKind.TINH, "Thí Dụ"),
    Territory("vm", Level.PROVINCE, UnitKind.THANH_PHO, "Ví Mẫu"),
    Territory("quan", Level.DISTRICT, UnitKind.HUYEN, "Mẫu Cũ", "td", None, REFORM),
    Territory("tp", Level.DISTRICT, UnitKind.THANH_PHO, "Thí Dụ", "td", None, REFORM),
    Territory("cu", Level.COMMUNE, UnitKind.XA, "Mẫu Xưa", "quan", None, REFORM),
    Territory("p1", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Một", "td", REFORM),
    Territory("p2", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "td", REFORM),
    Territory("x1", Level.COMMUNE, UnitKind.XA, "Mẫu Ba", "td", REFORM),
    Territory("dk", Level.COMMUNE, UnitKind.DAC_KHU, "Mẫu Đảo", "td", REFORM),
    Territory("p9", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Một", "vm", REFORM),
)
PLACES = {one.key: one for one in TERRITORIES}


def body(
    key: str,
    name: str,
    kind: Kind,
    *,
    under: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    heirs: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Body:
    """Make a body; the part of its key before the slash is its territory."""
    place = PLACES[key.partition("/")[0]]
    text = name.replace("{}", f"{place.kind} {place.name}")
    return Body(key, kind, place.level, place.key, (DatedName(text),), under, also, since, until, heirs)


def department(key: str, name: str, **more: object) -> Body:
    """Make a department of the province Thí Dụ."""
    return body(f"td/{key}", name, Kind.DEPARTMENT, under="td/ubnd", **more)  # type: ignore[arg-type]


def of_commune(place: str) -> tuple[Body, ...]:
    """Make what every commune has since the reform."""
    since = REFORM
    return (
        body(f"{place}/ubnd", "Ủy ban nhân dân {}", Kind.COMMITTEE, since=since),
        body(f"{place}/hdnd", "Hội đồng nhân dân {}", Kind.COUNCIL, since=since),
        body(
            f"{place}/vp",
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {}",
            Kind.OFFICE,
            under=f"{place}/ubnd",
            since=since,
        ),
        body(f"{place}/vhxh", "Phòng Văn hóa - Xã hội", Kind.DIVISION, under=f"{place}/ubnd", since=since),
        body(
            f"{place}/kt",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            Kind.DIVISION,
            under=f"{place}/ubnd",
            since=since,
            also=("Phòng Kinh tế",),
        ),
        body(f"{place}/ca", "Công an {}", Kind.POLICE, since=since),
        body(f"{place}/mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam {}", Kind.FRONT, since=since),
        body(f"{place}/dtn", "Đoàn Thanh niên Cộng sản Hồ Chí Minh {}", Kind.MASS_ORGANISATION, since=since),
        body(f"{place}/pn", "Hội Liên hiệp Phụ nữ {}", Kind.MASS_ORGANISATION, since=since, also=("Hội Phụ nữ",)),
        body(f"{place}/tdp", "Các tổ dân phố {}", Kind.RESIDENTS_GROUP, since=since, also=("Tổ dân phố",)),
    )


BODIES = (
    body("td/ubnd", "Ủy ban nhân dân {}", Kind.COMMITTEE),
    body("td/hdnd", "Hội đồng nhân dân {}", Kind.COUNCIL),
    body("td/vp", "Văn phòng Ủy ban nhân dân {}", Kind.OFFICE, under="td/ubnd"),
    body("td/vpdbqh", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân {}", Kind.OFFICE),
    department("tp", "Sở Tư pháp"),
    department("nv", "Sở Nội vụ"),
    department("tc", "Sở Tài chính"),
    department("yt", "Sở Y tế"),
    department("khcn", "Sở Khoa học và Công nghệ"),
    department("vhttdl", "Sở Văn hóa, Thể thao và Du lịch"),
    department("tt", "Thanh tra {}"),
    department("tttt", "Sở Thông tin và Truyền thông", until=MERGED, heirs=("td/khcn", "td/vhttdl")),
    department("khdt", "Sở Kế hoạch và Đầu tư", until=MERGED, heirs=("td/tc",)),
    department("ldtbxh", "Sở Lao động - Thương binh và Xã hội", until=MERGED, heirs=("td/nv", "td/yt")),
    department("nnptnt", "Sở Nông nghiệp và Phát triển nông thôn", until=MERGED, heirs=("td/nnmt",)),
    department("nnmt", "Sở Nông nghiệp và Môi trường", since=MERGED),
    department("nvu", "Sở Ngoại vụ"),
    body("td/nvu/vp", "Văn phòng", Kind.INNER_UNIT, under="td/nvu"),
    body("td/nvu/tt", "Thanh tra Sở", Kind.INNER_UNIT, under="td/nvu"),
    body("td/nvu/ht", "Phòng Hợp tác quốc tế", Kind.INNER_UNIT, under="td/nvu"),
    body("td/nvu/xt", "Trung tâm Xúc tiến viện trợ", Kind.INNER_UNIT, under="td/nvu"),
    body("td/ca", "Công an {}", Kind.POLICE),
    body("td/qs", "Bộ Chỉ huy quân sự {}", Kind.MILITARY),
    body("td/mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam {}", Kind.FRONT),
    body("td/pn", "Hội Liên hiệp Phụ nữ {}", Kind.MASS_ORGANISATION),
    body("vm/ubnd", "Ủy ban nhân dân {}", Kind.COMMITTEE),
    body("vm/tp", "Sở Tư pháp", Kind.DEPARTMENT, under="vm/ubnd"),
    body("quan/ubnd", "Ủy ban nhân dân {}", Kind.COMMITTEE, until=REFORM),
    body("quan/hdnd", "Hội đồng nhân dân {}", Kind.COUNCIL, until=REFORM),
    body("quan/tp", "Phòng Tư pháp", Kind.DIVISION, under="quan/ubnd", until=REFORM),
    body("tp/ubnd", "Ủy ban nhân dân {}", Kind.COMMITTEE, until=REFORM),
    body("tp/tp", "Phòng Tư pháp", Kind.DIVISION, under="tp/ubnd", until=REFORM),
    body("cu/ubnd", "Ủy ban nhân dân {}", Kind.COMMITTEE, until=REFORM),
    body("cu/hdnd", "Hội đồng nhân dân {}", Kind.COUNCIL, until=REFORM),
    *of_commune("p1"),
    *of_commune("p2"),
    *of_commune("x1"),
    *of_commune("dk"),
    *of_commune("p9"),
)
REGISTRY = Registry.of(bodies=BODIES, territories=TERRITORIES)
