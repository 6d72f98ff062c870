"""What a body is, as far as names are concerned. The registry's rows; whoever keeps the bodies fills them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.units.values import Level, UnitKind


class Kind(StrEnum):
    """What a body is by its place in the system; collective names ("các sở, ban, ngành") speak of kinds."""

    COMMITTEE = "committee"  # Ủy ban nhân dân
    COUNCIL = "council"  # Hội đồng nhân dân
    OFFICE = "office"  # Văn phòng của Ủy ban, Hội đồng, Đoàn đại biểu Quốc hội; Văn phòng HĐND và UBND
    DEPARTMENT = "department"  # sở, ban, thanh tra: cơ quan chuyên môn và tương đương thuộc UBND cấp tỉnh
    DIVISION = "division"  # phòng chuyên môn thuộc UBND cấp huyện, cấp xã
    SERVICE_CENTRE = "service_centre"  # Trung tâm Phục vụ hành chính công
    SERVICE_UNIT = "service_unit"  # đơn vị sự nghiệp công lập
    MILITARY = "military"  # Bộ Chỉ huy quân sự tỉnh, Ban Chỉ huy quân sự xã
    POLICE = "police"  # Công an
    FRONT = "front"  # Ủy ban Mặt trận Tổ quốc Việt Nam
    MASS_ORGANISATION = "mass_organisation"  # tổ chức chính trị - xã hội
    RESIDENTS_GROUP = "residents_group"  # thôn, tổ dân phố (tất cả của một xã, phường là một đầu mối)
    INNER_UNIT = "inner_unit"  # phòng, trung tâm, thanh tra, văn phòng bên trong một cơ quan
    PARTY = "party"  # cơ quan của Đảng
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that a body had from `since` (None: as far back as is known) up to but without `until`."""

    text: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """An administrative unit as the registry needs it. `parent` is the key of the unit above (None: a province)."""

    key: str
    level: Level
    kind: UnitKind
    name: str
    parent: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """One body.

    :param key: the caller's own key, for example the database id as text.
    :param territory: key of the unit whose government it belongs to; a department's is its province.
    :param parent: key of the body above: the committee of a department or division, the department of an inner unit.
    :param names: with or without the place: "Sở Tư pháp", "Ủy ban nhân dân phường Lê Chân". At least one.
    :param also: abbreviations and earlier wordings that cannot be worked out from the names.
    :param successors: keys of the bodies that took over its tasks, when `until` is set. More than one is a question.
    """

    key: str
    kind: Kind
    level: Level
    territory: str
    names: tuple[DatedName, ...]
    parent: str | None = None
    also: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    successors: tuple[str, ...] = ()

    def exists_on(self, day: dt.date) -> bool:
        """Tell whether the body is there on that day, as far as is known."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)
