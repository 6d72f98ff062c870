"""Small rules of bodies, without Django: paths in the tree, addresses of pages, names with their place."""

import re
from collections.abc import Container, Iterator

from minhbach.domain.bodies.names import normalise_name
from minhbach.domain.text import fold, lower_one_tone, squeeze
from minhbach.domain.units.names import comparable

SEGMENT = 8
_SHORTENED = (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hdnd"),
    ("mặt trận tổ quốc việt nam", "mttq"),
    ("đoàn đại biểu quốc hội", "doan-dbqh"),
)
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
LONGEST_SLUG = 160


def territory_segment(pk: int) -> str:
    """Return the part of a path that stands for a territory."""
    return f"1{pk:0{SEGMENT - 1}d}"


def body_segment(pk: int) -> str:
    """Return the part of a path that stands for a body; after every territory beside it."""
    return f"2{pk:0{SEGMENT - 1}d}"


def beyond(path: str) -> str:
    """Return the first text after the path and all beneath it: segments begin with 1 or 2."""
    return path + "3"


def territories_of(path: str) -> list[int]:
    """Return the ids of the territories along a path, from the province down."""
    return [int(part[1:]) for part in _segments(path) if part[0] == "1"]


def province_of(path: str) -> int:
    """Return the id of the topmost territory of a path."""
    return int(path[1:SEGMENT])


def bodies_of(path: str) -> list[int]:
    """Return the ids of the bodies along a path, from the top down; the last is the body itself."""
    return [int(part[1:]) for part in _segments(path) if part[0] == "2"]


def _segments(path: str) -> Iterator[str]:
    return (path[start : start + SEGMENT] for start in range(0, len(path), SEGMENT))


def with_territory(name: str, territory: str) -> str:
    """Return the name of a body with that of its territory, which some names hold already."""
    if lower_one_tone(territory) in lower_one_tone(name):
        return name
    return f"{name} {territory}"


def search_text(*texts: str) -> str:
    """Return the folded form in which bodies are searched, short forms of the usual words included."""
    words = fold(" ".join(squeeze(text) for text in texts))
    short = [short for long, short in _SHORTENED if fold(long) in words]
    return " ".join([words, *short])


def name_core(text: str) -> str:
    """Return a body's name without its place and without marks, in which it is looked up."""
    return fold(normalise_name(text).core)


def name_key(text: str) -> str:
    """Return a territory's name, without its kind and without marks, in which it is looked up."""
    return fold(comparable(text))


def slug_of(full_name: str, *, province: str, province_name: str) -> str:
    """Return the address of a body's page: ubnd-phuong-le-chan-hai-phong.

    :param province: "thành phố Hải Phòng", which becomes `province_name`, "Hải Phòng": the kind may change
        while the address stays.
    """
    text = squeeze(full_name).lower().replace(province.lower(), province_name.lower())
    for long, short in _SHORTENED:
        text = text.replace(long, short)
    return _NOT_IN_SLUGS.sub("-", fold(text)).strip("-")[:LONGEST_SLUG].strip("-")


def ended_slug(plain: str, year: int) -> str:
    """Return the address of a body that ended in a year, where a later one has the plain address."""
    return f"{plain}-den-{year}"


def variants(plain: str) -> Iterator[str]:
    """Yield the addresses that may have been given to bodies of the same name."""
    for base in (plain, *(ended_slug(plain, year) for year in range(2021, 2041))):
        yield base
        yield from (f"{base}-{number}" for number in range(2, 6))


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Return the slug, or the first of slug-2, slug-3 … that is not taken."""
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
