"""One name, one body: looked up near the issuer first, then above it, then wherever the name says."""

from collections.abc import Iterable
from dataclasses import replace

from minhbach.domain.bodies.answers import Candidate, Resolution, asked, found
from minhbach.domain.bodies.names import NameKey, joined, normalise_name, plain
from minhbach.domain.bodies.registry import NamedBody
from minhbach.domain.bodies.setting import Setting
from minhbach.domain.bodies.values import Body, Kind, Territory
from minhbach.domain.text import fold
from minhbach.domain.units.names import distance
from minhbach.domain.units.values import Level

_MOST_CANDIDATES = 12
_CENTRAL = (
    "bộ ",
    "chính phủ",
    "thủ tướng",
    "quốc hội",
    "uỷ ban thường vụ quốc hội",
    "văn phòng chính phủ",
    "văn phòng quốc hội",
    "văn phòng chủ tịch nước",
    "thanh tra chính phủ",
    "đài tiếng nói",
    "đài truyền hình việt nam",
    "thông tấn xã",
    "ban tuyên giáo trung ương",
    "trung ương hội",
    "ban chỉ đạo quốc gia",
    "ngân hàng nhà nước",
    "toà án nhân dân tối cao",
    "viện kiểm sát nhân dân tối cao",
    "kiểm toán nhà nước",
)
_INSIDE = frozenset({"văn phòng", "thanh tra", "chi cục", "trung tâm"})
_PROVINCIAL_MILITARY = "bộ chỉ huy"


def resolve_single(name: str, setting: Setting) -> Resolution:
    """Resolve a name that means one body."""
    key = normalise_name(name)
    if not key.core:
        return asked(name, "Không có tên cơ quan.")
    entries = _entries(key, setting)
    if not entries:
        key, entries = _with_bare_place(key, setting)
    here = _fitting(key, entries, setting)
    if not here:
        return _not_found(name, key, entries, setting)
    return _choose(name, key, here, setting)


def _entries(key: NameKey, setting: Setting) -> tuple[NamedBody, ...]:
    """Return who bears the name. "Văn phòng Sở" and, in a department, "Thanh tra" are units inside it, nothing else."""
    inside = key.core.endswith(" sở") or (
        setting.issuer.kind is Kind.DEPARTMENT and key.core in _INSIDE and not key.kind and not key.place
    )
    if not inside:
        return setting.registry.bearing(key)
    cores = {key.core, key.core.removesuffix(" sở")}
    inner = setting.registry.units_of.get(setting.issuer.key, ())
    entries = [entry for core in sorted(cores) for entry in setting.registry.by_core.get(core, ())]
    return tuple(entry for entry in entries if entry.body in inner)


def _with_bare_place(key: NameKey, setting: Setting) -> tuple[NameKey, tuple[NamedBody, ...]]:
    """Split a place without its kind off the end: "Sở Ngoại vụ Vĩnh Phúc"."""
    words = key.core.split()
    for size in range(1, min(6, len(words))):
        place, core = " ".join(words[-size:]), " ".join(words[:-size])
        if key.kind is None and place in setting.registry.by_place:
            shorter = replace(key, core=core, place=place)
            if entries := setting.registry.bearing(shorter):
                return shorter, entries
    return key, ()


def _fitting(key: NameKey, entries: Iterable[NamedBody], setting: Setting) -> tuple[NamedBody, ...]:
    """Keep those of the place that the name gives; without a place, the nearest to the issuer."""
    rows = tuple(entries)
    if key.place:
        places = {one.key for one in _places(key, setting)}
        return tuple(entry for entry in rows if entry.body.territory in places)
    if key.kind:
        places = {one.key for one in setting.of_kind(key.kind)}
        return tuple(entry for entry in rows if entry.body.territory in places)
    units = setting.registry.units_of.get(setting.issuer.key, ())
    inner = tuple(entry for entry in rows if entry.body in units)
    if inner:
        return inner
    for territory in setting.chain():
        near = tuple(entry for entry in rows if entry.body.territory == territory.key and _is_not_inner(entry.body))
        if near:
            return near
    return ()


def _is_not_inner(body: Body) -> bool:
    return body.kind is not Kind.INNER_UNIT


def _places(key: NameKey, setting: Setting) -> tuple[Territory, ...]:
    """Return the territories of that name and kind; only those in the issuer's own province if there are any."""
    same_name = setting.registry.by_place.get(key.place or "", ())
    named = [one for one in same_name if key.kind in (None, one.kind)]
    named = named or [one for one in same_name if _is_renamed(key, one)]
    if key.upper:
        named = [one for one in named if any(_is_named(up, key.upper, setting) for up in _above(one, setting))]
    present = [one for one in named if setting.exists(one)] or named
    own = setting.chain()[-1].key
    near = [one for one in present if own in {up.key for up in setting.registry.upwards(one.key)}]
    return tuple(near or present)


def _is_renamed(key: NameKey, territory: Territory) -> bool:
    """A province that became a city keeps its name: "tỉnh Đồng Nai" is the same one."""
    return territory.level is Level.PROVINCE and key.kind in ("tỉnh", "thành phố")


def _above(territory: Territory, setting: Setting) -> tuple[Territory, ...]:
    return tuple(setting.registry.upwards(territory.key))[1:]


def _is_named(territory: Territory, name: str, setting: Setting) -> bool:
    return territory in setting.registry.by_place.get(name, ())


def _choose(name: str, key: NameKey, entries: tuple[NamedBody, ...], setting: Setting) -> Resolution:
    present = tuple(entry for entry in entries if entry.body.exists_on(setting.on))
    if not present:
        return _of_another_day(name, entries, setting)
    official = {entry.body.key: entry for entry in present if entry.official}
    chosen = official if len(official) == 1 else {entry.body.key: entry for entry in present}
    if len(chosen) > 1:
        return asked(name, "Có nhiều cơ quan cùng tên này.", _candidates(chosen.values(), setting, "cùng tên"))
    (body,) = (entry.body for entry in chosen.values())
    if _level_is_open(key, body, setting):
        return asked(
            name,
            "Tên không nói rõ cấp nào.",
            (Candidate(body.key, "của chính nơi ban hành"),),
            proposed=(body.key,),
        )
    post = f" (nêu qua chức danh {key.post})" if key.post else ""
    return found(name, body.key, why=f"Là {_title(body, setting)}{post}.")


def _level_is_open(key: NameKey, body: Body, setting: Setting) -> bool:
    """A committee or council without any place, in a document of a place with others below, may mean each of them."""
    if key.kind or key.place or body.kind not in (Kind.COMMITTEE, Kind.COUNCIL):
        return False
    return any(setting.exists(one) for one in setting.registry.below.get(body.territory, ()))


def _of_another_day(name: str, entries: tuple[NamedBody, ...], setting: Setting) -> Resolution:
    """The name is of a body that ended before the document, or was founded after it."""
    ended = {entry.body.key: entry.body for entry in entries if entry.body.until and entry.body.until <= setting.on}
    if len(ended) != 1:
        later = _candidates(entries, setting, "chưa có hoặc không còn vào ngày của văn bản")
        return asked(name, "Vào ngày của văn bản không có cơ quan nào mang tên này.", later)
    (body,) = ended.values()
    heirs = tuple(dict.fromkeys(_heirs(body, setting)))
    until = f"{body.until:%d/%m/%Y}" if body.until else ""
    if len(heirs) == 1:
        heir = setting.registry.bodies[heirs[0]]
        return found(name, heir.key, why=f"{body.names[-1].text} không còn từ {until}; nay là {_title(heir, setting)}.")
    why = f"{body.names[-1].text} không còn từ {until}" + (
        "; nhiệm vụ chia cho nhiều cơ quan." if heirs else "; chưa rõ cơ quan nào tiếp nhận."
    )
    taken = tuple(
        Candidate(key, "tiếp nhận phần chính" if i == 0 else "tiếp nhận một phần") for i, key in enumerate(heirs)
    )
    return asked(name, why, taken)


def _heirs(body: Body, setting: Setting, depth: int = 0) -> Iterable[str]:
    """Yield the successors that are there on the day, going on through those that ended in turn."""
    for key in body.successors if depth < 8 else ():
        heir = setting.registry.bodies.get(key)
        if heir is None:
            continue
        if heir.exists_on(setting.on):
            yield heir.key
        else:
            yield from _heirs(heir, setting, depth + 1)


def _not_found(name: str, key: NameKey, entries: tuple[NamedBody, ...], setting: Setting) -> Resolution:
    if key.core.startswith(_CENTRAL) and not key.core.startswith(_PROVINCIAL_MILITARY):
        return asked(name, "Là cơ quan trung ương, không có trong danh bạ của nơi này.")
    if entries:
        elsewhere = [entry for entry in entries if entry.body.exists_on(setting.on)]
        why = "Có cơ quan tên này, nhưng không ở nơi mà văn bản nói tới."
        return asked(name, why, _candidates(elsewhere or entries, setting, "cùng tên, ở nơi khác"))
    near = _near(name, setting)
    why = (
        "Không có cơ quan nào tên đúng như vậy; có tên viết gần giống." if near else "Không có cơ quan nào tên như vậy."
    )
    return asked(name, why, near)


def _near(name: str, setting: Setting) -> tuple[Candidate, ...]:
    """Offer bodies of the issuer's chain whose names differ by lost marks or a few letters."""
    whole, key = fold(joined(plain(name))), normalise_name(name)
    chain = {one.key for one in setting.chain()}
    close = []
    for core, entries in setting.registry.by_core.items():
        near = [e for e in entries if e.body.territory in chain and e.body.exists_on(setting.on)]
        apart = (
            min((_apart(written, fold(core)) for written in {whole, fold(key.core)}), default=None) if near else None
        )
        if apart is not None and apart <= max(1, len(core) // 8):
            close += [(apart, e.body.key) for e in near]
    keys = dict.fromkeys(body for _, body in sorted(close))
    return tuple(Candidate(body, "tên viết gần giống") for body in list(keys)[:_MOST_CANDIDATES])


def _apart(one: str, other: str) -> int:
    return distance(one, other, at_most=max(1, len(other) // 8))


def _candidates(entries: Iterable[NamedBody], setting: Setting, why: str) -> tuple[Candidate, ...]:
    """Offer bodies, those of the issuer's own province first."""
    own = {one.key for one in setting.chain()}
    keys = sorted({entry.body.key for entry in entries}, key=lambda k: setting.registry.bodies[k].territory not in own)
    return tuple(Candidate(key, why) for key in keys[:_MOST_CANDIDATES])


def _title(body: Body, setting: Setting) -> str:
    """Return the name that the body had on the day, with its place."""
    valid = [
        n
        for n in body.names
        if (n.since is None or n.since <= setting.on) and (n.until is None or setting.on < n.until)
    ]
    text = (valid or body.names)[-1].text
    territory = setting.registry.territories[body.territory]
    return text if territory.name in text else f"{text} {territory.kind} {territory.name}"
