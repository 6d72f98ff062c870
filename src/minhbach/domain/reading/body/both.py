"""Reads one value that holds both roles: “A (chủ trì), B (phối hợp)”, a sentence, labels, or a bare list."""

import re

from minhbach.domain.reading.body.bodies import read_bodies
from minhbach.domain.reading.body.labels import Label, read_labels
from minhbach.domain.reading.body.sentences import Roles, read_roles
from minhbach.domain.text import squeeze

_MARKED = re.compile(r"\(\s*(?:cơ quan |đơn vị )?chủ trì\s*\)", re.IGNORECASE)


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
    roles = read_roles(text)
    if roles and roles.lead:
        return roles, True
    names = read_bodies(text)
    return Roles(names[:1], names[1:], ""), len(names) < 2
