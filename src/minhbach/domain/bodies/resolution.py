"""From a written name to bodies, or to a question. Nothing is guessed: what fits none or several is asked."""

import datetime as dt
import re

from minhbach.domain.bodies.answers import Candidate, Resolution, asked
from minhbach.domain.bodies.class_names import read_class
from minhbach.domain.bodies.classes import resolve_class
from minhbach.domain.bodies.names import normalise_name
from minhbach.domain.bodies.registry import Registry
from minhbach.domain.bodies.setting import Setting
from minhbach.domain.bodies.singles import resolve_single
from minhbach.domain.text import squeeze

__all__ = ["Candidate", "Resolution", "find_issuer", "resolve"]

# Before a second "các" a new group begins, unless it only goes on a list of kinds of units ("các quận, các huyện").
_NEW_GROUP = re.compile(
    r"\s*(?:[,;]|(?<!\w)và(?!\w))\s*(?=(?:các|những)\s+(?!quận|huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu))",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*[;,]\s*|\s+và\s+")
_LONGEST = 400


def resolve(name: str, registry: Registry, *, within: str, on: dt.date) -> Resolution:
    """Say which bodies a name means in a document that the body `within` issued on the day `on`.

    :param within: key of the issuing body; "Ủy ban nhân dân thành phố" is then that of its own territory, "các phòng
        chuyên môn" are its own, "UBND cấp xã" are those below it.
    :raises KeyError: if the registry does not hold `within`.
    """
    setting = Setting(registry, registry.bodies[within], on)
    text = squeeze(name)
    if not text:
        return asked(name, "Không có tên cơ quan.")
    if len(text) > _LONGEST:
        return asked(name, "Đoạn này dài quá, không phải là tên của cơ quan.")
    groups = [part for part in _NEW_GROUP.split(text) if part]
    if len(groups) > 1:
        return _together(name, [_one(part, setting) for part in groups])
    return _one(text, setting, name)


def find_issuer(name: str, registry: Registry, *, on: dt.date, place: str = "") -> Resolution:
    """Say which body a document's head names: "Ủy ban nhân dân tỉnh Mẫu", or "Sở Ngoại vụ" with the place "Mẫu".

    :param place: where the document was signed ("Vĩnh Phúc", "Phường Lê Chân"); it decides between bodies of one name.
    """
    key = normalise_name(name)
    entries = [entry for entry in registry.bearing(key) if entry.body.exists_on(on)]
    if not entries and key.place is None:
        key = normalise_name(f"{name} {place}")
        entries = [entry for entry in registry.bearing(key) if entry.body.exists_on(on)]
    wanted = key.place or normalise_name(f"x {place}").place or normalise_name(place).core or None
    fitting = {
        entry.body.key
        for entry in entries
        if wanted is None or any(entry.body.territory == one.key for one in registry.by_place.get(wanted, ()))
        if key.kind is None or key.place is None or registry.territories[entry.body.territory].kind == key.kind
    }
    if len(fitting) == 1:
        return Resolution(name, tuple(fitting), False, True, (), "Là cơ quan đứng tên ở đầu văn bản.")
    offered = tuple(Candidate(body, "cùng tên") for body in sorted(fitting or {e.body.key for e in entries})[:12])
    why = "Có nhiều cơ quan cùng tên này." if len(fitting) > 1 else "Không có cơ quan nào tên như vậy ở nơi này."
    return asked(name, why, offered)


def _one(text: str, setting: Setting, name: str | None = None) -> Resolution:
    """Resolve one group: a body, a class, or a list of bodies that was not taken apart before."""
    written = name or text
    single = resolve_single(written, setting)
    if single.sure:
        return single
    parts = read_class(text)
    collective = resolve_class(written, parts, setting) if parts else None
    if collective is not None:
        return collective
    listed = [resolve_single(part, setting) for part in _LIST.split(text) if part]
    if len(listed) > 1 and all(part.sure for part in listed):
        return _together(written, listed)
    return single


def _together(name: str, parts: list[Resolution]) -> Resolution:
    """Join the answers of several groups: sure only if each is."""
    return Resolution(
        name,
        bodies=tuple(dict.fromkeys(body for part in parts for body in part.bodies)),
        collective=len(parts) > 1 or any(part.collective for part in parts),
        sure=all(part.sure for part in parts),
        candidates=tuple(dict.fromkeys(candidate for part in parts for candidate in part.candidates)),
        why=" ".join(dict.fromkeys(part.why for part in parts)),
    )
