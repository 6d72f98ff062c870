"""Reads one value that holds both roles: “A (chủ trì), B (phối hợp)”, a sentence, labels, or a bare list."""

import re

from minhbach.domain.reading.body.bodies import read_bodies
from minhbach.domain.reading.body.labels import Label, read_labels
from minhbach.domain.reading.body.sentences import Roles, read_roles
from minhbach.domain.text import squeeze

_MARKED = re.compile(r"\(\s*(?:cơ quan |đơn vị )?chủ trì\s*\)", re.IGNORECASE)

_ROLE = re.compile(r"(?<!\w)(?:chủ trì|phối hợp với)(?!\w)", re.IGNORECASE)
# A line of a list of roles: “UBND các xã chủ trì.”, “Phòng Tư pháp phối hợp thực hiện.”
_LAST_ROLE = re.compile(
    r"(?<!\w)(?P<role>chủ trì|phối hợp)(?: (?:thực hiện|triển khai|tổ chức|tham mưu))*[ .;,]*$", re.IGNORECASE
)


def read_both(value: str) -> tuple[Roles, bool]:
    """Return lead and coordinating bodies, and whether they are sure: of a bare list the first is taken to lead."""
    text = squeeze(value)
    marked = _MARKED.split(text, maxsplit=1)
    if len(marked) == 2:
        return Roles(read_bodies(marked[0]), read_bodies(marked[1]), ""), True
    before, labels = read_labels(text)
    if labels:
        found: dict[bool, tuple[str, ...]] = {False: read_bodies(before), True: ()}
        for labelled in labels:
            found[labelled.label is Label.COORDINATING] += read_bodies(labelled.value)
        return Roles(found[False], found[True], ""), True
    last = _LAST_ROLE.search(text)
    if last and not _ROLE.search(text, 0, last.start()):
        names = read_bodies(text[: last.start()])
        return (Roles(names, (), "") if last["role"].lower() == "chủ trì" else Roles((), names, "")), True
    roles = read_roles(text)
    if roles and roles.lead:
        return roles, True
    names = read_bodies(text)
    return Roles(names[:1], names[1:], ""), len(names) < 2
