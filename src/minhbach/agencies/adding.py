"""One more body in the tables, with its name and its place in the tree."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from minhbach.agencies.contracts import AlreadyThere, DatesNotPossible, NameNotKnown
from minhbach.agencies.models import Body, BodyName, BodyPosition, DataState, TerritoryVersion
from minhbach.agencies.queries.rows import holds_on
from minhbach.agencies.rules import (
    bodies_of,
    body_segment,
    free_slug,
    name_core,
    search_text,
    slug_of,
    territories_of,
    variants,
    with_territory,
)
from minhbach.domain.bodies.values import Kind
from minhbach.domain.collation import sort_key
from minhbach.domain.text import fold


@dataclass(frozen=True, slots=True)
class NewBody:
    """What is to be entered. `parent` is in the same territory; `exists_until` None: as long as the territory."""

    name: str
    kind: Kind
    territory: int
    parent: int | None
    exists_from: dt.date | None = None
    exists_until: dt.date | None = None
    source: str = ""


def insert_body(wanted: NewBody) -> Body:
    """Insert the rows of a body, inside the caller's transaction.

    :raises NameNotKnown: if the name is empty, or the parent is not in the territory.
    :raises AlreadyThere: if a body of that name is there at the same time, under the same parent.
    :raises DatesNotPossible: if it ends before it begins, or the territory is not there.
    """
    versions = list(TerritoryVersion.objects.filter(territory=wanted.territory).order_by("from_on", "pk"))
    versions.sort(key=lambda version: version.from_on or dt.date.min)
    last = versions[-1]
    ends = min(filter(None, (wanted.exists_until, last.until_on)), default=None)
    if not wanted.name:
        raise NameNotKnown(_("Ghi tên cơ quan."))
    if wanted.exists_from and ends and ends <= wanted.exists_from:
        raise DatesNotPossible(_("Ngày kết thúc phải sau ngày bắt đầu, và trong thời gian có đơn vị hành chính này."))
    chain = _chain(wanted)
    name = _name(wanted, last)
    _refuse_twice(wanted, name)
    row = Body.objects.create(**_columns(wanted, name, last, ends))
    BodyName.objects.create(
        body=row, text=wanted.name, core=name_core(wanted.name), from_on=wanted.exists_from, until_on=ends
    )
    BodyPosition.objects.bulk_create(_positions(row, wanted, chain, versions, ends))
    return row


def _chain(wanted: NewBody) -> str:
    if wanted.parent is None:
        return ""
    rows = BodyPosition.objects.filter(body=wanted.parent, body__territory=wanted.territory)
    path = rows.order_by("-from_on", "-pk").values_list("path", flat=True).first()
    if path is None:
        raise NameNotKnown(_("Cơ quan cấp trên không thuộc cùng đơn vị hành chính."))
    return "".join(body_segment(one) for one in bodies_of(path))


def _name(wanted: NewBody, last: TerritoryVersion) -> str:
    """Return the whole name: a unit inside a body is called after it, any other body after its territory."""
    if wanted.kind is Kind.INNER_UNIT and wanted.parent is not None:
        above = Body.objects.get(pk=wanted.parent).name
        return wanted.name if above.lower() in wanted.name.lower() else f"{wanted.name}, {above}"
    return with_territory(wanted.name, f"{last.kind} {last.name}")


def _refuse_twice(wanted: NewBody, name: str) -> None:
    same = Body.objects.filter(territory=wanted.territory, search_text__startswith=fold(name))
    if any(one.name.lower() == name.lower() for one in same):
        raise AlreadyThere(_("Đã có %(name)s.") % {"name": name})


def _columns(wanted: NewBody, name: str, last: TerritoryVersion, ends: dt.date | None) -> dict[str, object]:
    above = _above(last)
    place = ", ".join(f"{one.kind} {one.name}" for one in above)
    province = above[-1] if above else last
    full = f"{name}, {place}" if place else name
    slug = slug_of(full, province=f"{province.kind} {province.name}", province_name=province.name)
    taken = set(Body.objects.filter(slug__in=[*variants(slug)]).values_list("slug", flat=True))
    return {
        "slug": free_slug(slug, taken),
        "kind": wanted.kind.value,
        "level": last.territory.level,
        "territory_id": wanted.territory,
        "name": name,
        "place": place,
        "sort_key": sort_key(f"{name} {place}"),
        "search_text": search_text(name, place),
        "exists_from": wanted.exists_from,
        "exists_until": ends,
        "state": DataState.UNVERIFIED,
        "source": wanted.source,
        "added_by_hand": True,
    }


def _above(version: TerritoryVersion) -> list[TerritoryVersion]:
    """Return the territories above, the nearest first, as they are on the version's last day."""
    ids = territories_of(version.path)[-2::-1]
    day = version.until_on - dt.timedelta(days=1) if version.until_on else dt.date.max
    held = {one.territory_id: one for one in TerritoryVersion.objects.filter(holds_on(day), territory__in=ids)}
    return [held[one] for one in ids if one in held]


def _positions(
    row: Body, wanted: NewBody, chain: str, versions: list[TerritoryVersion], ends: dt.date | None
) -> list[BodyPosition]:
    found = []
    for version in versions:
        begins = max(filter(None, (wanted.exists_from, version.from_on)), default=None)
        until = min(filter(None, (ends, version.until_on)), default=None)
        if begins is None or until is None or begins < until:
            path = version.path + chain + body_segment(row.pk)
            found.append(BodyPosition(body=row, parent_id=wanted.parent, path=path, from_on=begins, until_on=until))
    return found
