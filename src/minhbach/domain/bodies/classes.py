"""From a collective name to its members: by kind and level, among the bodies of the issuer's own places and day."""

from collections.abc import Iterable, Iterator

from minhbach.domain.bodies.answers import Candidate, Resolution, asked, found
from minhbach.domain.bodies.class_names import ANYBODY, HEADS, OUTSIDE, ClassName
from minhbach.domain.bodies.names import plain
from minhbach.domain.bodies.setting import Setting
from minhbach.domain.bodies.values import Body, Kind, Territory
from minhbach.domain.units.values import Level

_MOST_CANDIDATES = 400
_UNITS_LACK_WHY = "Danh bạ có thể chưa đủ các đơn vị sự nghiệp; xem lại trước khi nhận."
_OUTSIDE_WHY = "Là cơ quan trung ương hoặc ngoài hệ thống, không có trong danh bạ của nơi này."


def resolve_class(name: str, parts: ClassName, setting: Setting) -> Resolution | None:
    """Resolve a collective name to its members; None where a head means nothing here, so that it is no collective."""
    if parts.is_central:
        return asked(name, _OUTSIDE_WHY, collective=True)
    sets = [_members(head, parts, setting) for head in parts.heads]
    members = [body for bodies in sets if bodies is not None for body in bodies]
    if None in sets:
        return None
    to_issuer_too = len(parts.levels) == len(Level) or len(members) == 1
    bodies = tuple(dict.fromkeys(body.key for body in members if to_issuer_too or body.key != setting.issuer.key))
    if parts.names_anybody or parts.narrowed:
        return _ask_whom(name, parts, bodies, setting)
    if not bodies:
        return asked(name, _why_empty(parts, setting), collective=True)
    left_out = _left_out(parts, setting)
    if left_out:
        kinds = ", ".join(dict.fromkeys(one.kind for _, one in left_out))
        more = tuple(Candidate(body.key, f"là {one.kind}", left_out=True) for body, one in left_out)
        why = f"Tên không nhắc tới {kinds} cùng cấp; có tính cả không?"
        return asked(name, why, more, proposed=bodies, collective=True)
    if any(body.kind is Kind.SERVICE_UNIT for body in members):
        return asked(name, _UNITS_LACK_WHY, proposed=bodies, collective=True)
    return found(name, *bodies, why=f"Gồm {len(bodies)} cơ quan, mỗi cơ quan nhận một phần việc.", collective=True)


def _ask_whom(name: str, parts: ClassName, bodies: tuple[str, ...], setting: Setting) -> Resolution:
    """Ask about a class narrowed by "có liên quan", or "cơ quan, đơn vị"; members named for sure are proposed."""
    if not parts.names_anybody:
        # "các sở, ban, ngành có liên quan": some of the class, nobody knows which.
        offered = tuple(Candidate(key, "thuộc nhóm được nhắc tới") for key in bodies[:_MOST_CANDIDATES])
        return asked(name, "Văn bản chỉ nói “có liên quan”; cần chọn cơ quan nào.", offered, collective=True)
    others = (body.key for body in _around(setting) if body.key not in bodies)
    offered = tuple(Candidate(key, "cùng cấp với nơi ban hành") for key in others)[:_MOST_CANDIDATES]
    return asked(name, "Văn bản không nói rõ cơ quan nào; cần chọn.", offered, proposed=bodies, collective=True)


def _members(head: str, parts: ClassName, setting: Setting) -> tuple[Body, ...] | None:
    """Return who belongs to one head; nobody for "cơ quan, đơn vị"; None where the head is no class."""
    if head in ANYBODY or head in OUTSIDE:
        return ()
    kinds = HEADS.get(head)
    if kinds is None:
        return _of_one_name(head, parts, setting)
    if setting.issuer.kind is Kind.DEPARTMENT and not parts.is_placed:
        inner = _inner_units(head, setting)
        if inner is not None:
            return inner
    places = _places(head, kinds, parts, setting)
    return tuple(b for one in places for b in setting.registry.bodies_on(one.key, setting.on) if _is_of(b, head, kinds))


def _is_of(body: Body, head: str, kinds: frozenset[Kind]) -> bool:
    """Tell whether a body belongs to a class. The council's office is no "ban, ngành"; "sở" is what is called so."""
    if body.kind not in kinds or (body.kind is Kind.OFFICE and body.parent is None):
        return False
    if head == "sở":
        return _is_called(body, "sở ")
    return head not in ("ban", "ngành", "ban ngành") or not _is_called(body, "sở ")


def _is_called(body: Body, beginning: str) -> bool:
    return any(plain(name.text).startswith(beginning) for name in body.names)


def _inner_units(head: str, setting: Setting) -> tuple[Body, ...] | None:
    """Return the divisions or centres inside the issuing department; None where the head speaks of others."""
    if head.startswith(("phòng", "bộ phận")):
        return tuple(unit for unit in _units(setting) if not _is_called(unit, "trung tâm"))
    if head.startswith(("trung tâm", "đơn vị sự nghiệp")):
        return tuple(unit for unit in _units(setting) if _is_called(unit, "trung tâm"))
    return None


def _units(setting: Setting) -> Iterator[Body]:
    return (body for body in setting.registry.units_of.get(setting.issuer.key, ()) if body.exists_on(setting.on))


def _of_one_name(core: str, parts: ClassName, setting: Setting) -> tuple[Body, ...] | None:
    """Resolve "Phòng Tư pháp các huyện", "Công an cấp xã": one kind of body in many places."""
    entries = setting.registry.by_core.get(core, ())
    if not entries or not parts.is_placed:
        return None
    places = {one.key for one in _listed(parts, setting)}
    bodies = {e.body.key: e.body for e in entries if e.body.territory in places and e.body.exists_on(setting.on)}
    return tuple(bodies.values())


def _places(head: str, kinds: frozenset[Kind], parts: ClassName, setting: Setting) -> Iterable[Territory]:
    """Return the territories whose bodies the class takes: as listed, else the nearest upwards that has such bodies."""
    if parts.is_placed:
        return tuple(_listed(parts, setting))
    # "sở, ban, ngành" belong together: the boards and branches meant are those of the level that has departments.
    of_province = any(one.startswith("sở") for one in parts.heads)
    for territory in setting.chain():
        if of_province and territory.level is not Level.PROVINCE:
            continue
        if any(_is_of(body, head, kinds) for body in setting.registry.bodies_on(territory.key, setting.on)):
            return (territory,)
    return ()


def _listed(parts: ClassName, setting: Setting) -> Iterator[Territory]:
    if parts.levels:
        yield from setting.lower(parts.levels)
    elif len(parts.kinds) == 1 and not parts.many:
        # "các sở, ban, ngành thành phố": the one city is where they are, not a list of places.
        yield from setting.of_kind(parts.kinds[0])
    else:
        levels = parts.levels_of_kinds or {Level.DISTRICT}
        yield from (one for one in setting.lower(levels) if one.kind in parts.kinds)


def _left_out(parts: ClassName, setting: Setting) -> tuple[tuple[Body, Territory], ...]:
    """Return bodies of units of the same level whose kind the list does not name, though it names several."""
    if len(parts.kinds) < 2:
        return ()
    others = [one for one in setting.lower(parts.levels_of_kinds) if one.kind not in parts.kinds]
    wanted = frozenset(kind for head in parts.heads for kind in HEADS.get(head, frozenset()))
    there = ((body, one) for one in others for body in setting.registry.bodies_on(one.key, setting.on))
    return tuple((body, one) for body, one in there if body.kind in wanted)


def _around(setting: Setting) -> Iterator[Body]:
    """Yield whom "cơ quan, đơn vị" may mean: the issuer's units and, but for a department, the bodies of its place."""
    yield from _units(setting)
    if setting.issuer.kind is Kind.DEPARTMENT:
        return
    for body in setting.registry.bodies_on(setting.home.key, setting.on):
        if setting.issuer.key not in (body.key, body.parent) and body.kind is not Kind.INNER_UNIT:
            yield body


def _why_empty(parts: ClassName, setting: Setting) -> str:
    if setting.issuer.kind is Kind.DEPARTMENT and not parts.is_placed:
        return "Nơi ban hành chưa khai báo phòng, đơn vị bên trong; cần thêm hoặc chọn."
    districts = Level.DISTRICT in parts.levels or Level.DISTRICT in parts.levels_of_kinds
    if districts and not any(setting.lower((Level.DISTRICT,))):
        return "Vào ngày của văn bản không có cấp huyện trong danh bạ của nơi này."
    return "Danh bạ chưa có cơ quan nào thuộc nhóm này."
