"""A made-up province of many communes with gaps that are known: whoever makes a gap writes it down, and nobody else.

Rows are written as the actions write them; days by which items must be public are written by hand.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings

from minhbach.agencies.models import Body, FocalPoint
from minhbach.domain.access import system_actor
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.units.values import Level, UnitKind
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import disk
from minhbach.foundation.models import StoredFile
from minhbach.publication.models import Channel
from minhbach.register.models import BookSeries, Item, ItemVersion, VersionFile
from minhbach.register.queries import VERSION_FILE
from minhbach.register.rules import letter_place
from minhbach.register.tests.conftest import make_territory

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
TODAY = date(2026, 12, 1)
LAW = "01/2026/QH16"
CREATED = date(2026, 10, 5)
"""A Monday. Its working days: 06, 07, 08, 09 and 12 October; so the fifth is Monday 12/10/2026."""
FIFTH, SIXTH = date(2026, 10, 12), date(2026, 10, 13)
STALE = date(2025, 11, 30)
"""A year and a day before TODAY."""
READABLE = "Chương trình công tác của xã. Nội dung đầy đủ, đọc được.".encode()
SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(64)
EMPTY_PAGE = b"<!DOCTYPE html><html><head><title></title></head><body>   </body></html>"
EXPECTED, OTHERS = ("a", "b", "c"), ("d", "l", "s")
Gap = tuple[str, str, Criterion]
"""The slug of an agency, a letter, and what it does not meet there."""


@dataclass
class Province:
    """The communes, and the gaps that were made."""

    random: random.Random
    communes: list[Body] = field(default_factory=list)
    gaps: set[Gap] = field(default_factory=set)
    items: int = 0

    def lacks(self, body: Body, letter: str, criterion: Criterion) -> None:
        """Write a gap down."""
        self.gaps.add((body.slug, letter, criterion))

    def item(
        self, body: Body, letter: str, *, content: bytes = READABLE, name: str = "van-ban.txt", **facts: Any
    ) -> Item:
        """Make something public: on time, whole and readable unless told otherwise."""
        self.items += 1
        BookSeries.objects.get_or_create(body=body, year=2026)
        row = Item.objects.create(
            public_id=f"tinh{self.items:06}", body=body, book_year=2026, book_number=self.items,
            title=f"Văn bản {self.items}", search_text="van ban", sort_key=f"{self.items:06}", origin="created",
            access="open", letter=letter, letter_place=letter_place(letter), statute=LAW, entered_at=NOW,
            **{"created_on": CREATED, "publish_due_on": FIFTH, "published_on": FIFTH, **facts},
        )  # fmt: skip
        version = ItemVersion.objects.create(item=row, number=1, made_at=NOW, published_on=row.published_on)
        if content:
            self.file(version, content, name)
        if row.published_on:
            row.public_version = version
            row.save()
        return row

    def file(self, version: ItemVersion, content: bytes, name: str) -> None:
        """Store a file of a version."""
        subject = Subject(VERSION_FILE, version.pk)
        kept = store_file(content=content, name=name, subject=subject, actor=system_actor("test"), now=NOW)
        VersionFile.objects.create(
            version=version, role="original", file_id=kept.id, name=kept.name, media_type=kept.media_type,
            size=kept.size, sha256=kept.sha256,
        )  # fmt: skip


def make_province(count: int, *, seed: int) -> Province:
    """Make a province of so many communes; each letter of each commune stands in one of the ways of `WAYS`."""
    province = Province(random.Random(seed))
    make_territory("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ")
    for number in range(count):
        make_territory(f"mau-{number}", Level.COMMUNE, UnitKind.XA, f"Mẫu {number}", "thi-du")
        body = Body.objects.get(territory__key=f"mau-{number}", kind="committee")
        province.communes.append(body)
        _fill(province, body)
    return province


def _fill(province: Province, body: Body) -> None:
    chance = province.random
    for letter in EXPECTED:
        chance.choice(WAYS if letter == "a" else WAYS[1:])(province, body, letter)
    for letter in OTHERS:
        if chance.random() < 0.3:  # Nothing at all is no gap: the law does not say that communes have it.
            chance.choice(WAYS[2:])(province, body, letter)
    if chance.random() < 0.6:
        FocalPoint.objects.create(
            body=body, name="Trần Thị Thử", address="Trụ sở", telephone="0000 000 000", from_on=CREATED, recorded_at=NOW
        )
        if not Item.objects.filter(body=body).exists():
            province.lacks(body, "u", Criterion.PRESENT)
    else:
        province.lacks(body, "u", Criterion.PRESENT)


def stale(province: Province, body: Body, letter: str) -> None:
    """Show nothing younger than a year and a day."""
    province.item(body, letter, created_on=STALE, publish_due_on=None, published_on=date(2026, 10, 1))
    province.lacks(body, letter, Criterion.FRESH)


def missing(province: Province, body: Body, letter: str) -> None:
    """Show nothing."""
    province.lacks(body, letter, Criterion.PRESENT)


def whole(province: Province, body: Body, letter: str) -> None:
    """Show something on the fifth working day, which is in time."""
    province.item(body, letter)


def late(province: Province, body: Body, letter: str) -> None:
    """Show one in time and one a working day late."""
    province.item(body, letter)
    province.item(body, letter, published_on=SIXTH)
    province.lacks(body, letter, Criterion.ON_TIME)


def overdue(province: Province, body: Body, letter: str) -> None:
    """Let the line out, and never publish what it names."""
    province.item(body, letter)
    province.item(body, letter, published_on=None, listed_on=SIXTH)
    province.lacks(body, letter, Criterion.ON_TIME)


def broken(province: Province, body: Body, letter: str) -> None:
    """Lose the bytes of one of two."""
    province.item(body, letter)
    row = province.item(body, letter, content=READABLE + f" {province.items}".encode())
    lose(row, damage=province.random.random() < 0.5)
    province.lacks(body, letter, Criterion.REACHABLE)


def nothing_inside(province: Province, body: Body, letter: str) -> None:
    """Publish a title alone."""
    province.item(body, letter, content=b"")
    province.lacks(body, letter, Criterion.REACHABLE)


def no_address(province: Province, body: Body, letter: str) -> None:
    """Note that it stands on an official page, and not where."""
    row = province.item(body, letter)
    Channel.objects.create(
        item=row, body=body, version_number=1, statute=LAW, form="official_page", planned_on=FIFTH, done_on=FIFTH,
        place="trang cộng đồng của xã",
    )  # fmt: skip
    province.lacks(body, letter, Criterion.REACHABLE)


def with_address(province: Province, body: Body, letter: str) -> None:
    """Note that it stands on an official page, and where: no gap."""
    row = province.item(body, letter)
    Channel.objects.create(
        item=row, body=body, version_number=1, statute=LAW, form="official_page", planned_on=FIFTH, done_on=FIFTH,
        place="https://trang.vidu.vn/45",
    )  # fmt: skip


def archive(province: Province, body: Body, letter: str) -> None:
    """Publish an archive, which nobody can search."""
    province.item(body, letter, content=SEVEN_ZIP + bytes([province.items % 256]), name="ban-do.7z")
    province.lacks(body, letter, Criterion.READABLE)


def empty_page(province: Province, body: Body, letter: str) -> None:
    """Publish a page on which nothing stands."""
    province.item(body, letter, content=EMPTY_PAGE, name="trang.html")
    province.lacks(body, letter, Criterion.READABLE)


def hidden(province: Province, body: Body, letter: str) -> None:
    """Hold something overdue whose line was never let out: the public must not learn that it exists."""
    province.item(body, letter)
    province.item(body, letter, published_on=None)


def lose(row: Item, *, damage: bool) -> None:
    """Damage or remove the bytes under a file that nobody else has."""
    file = StoredFile.objects.get(subject_id=str(row.versions.get().pk), subject_kind=VERSION_FILE)
    path = disk.place(_root(), file.sha256)
    path.write_bytes(b"?") if damage else path.unlink()


def _root() -> Any:
    return settings.FILES_ROOT


WAYS = (
    stale, missing, whole, late, overdue, broken, nothing_inside, no_address, with_address, archive, empty_page, hidden
)  # fmt: skip
