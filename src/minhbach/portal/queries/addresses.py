"""What a map of the site lists: only what everybody may see, in parts that a crawler takes one at a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from minhbach.agencies.queries.directory import bodies_ended, bodies_on
from minhbach.outreach.queries.public import public_answers
from minhbach.planning.queries import public_plans
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.queries.announcements import announcements_in_force
from minhbach.publication.queries.procedures import procedures_in_force
from minhbach.publication.queries.regulations import regulations_in_force
from minhbach.publication.queries.translations import public_translations
from minhbach.register.queries import public_items

A_PART = 10_000
PAGES = (
    "portal:home",
    "agencies:bodies",
    "agencies:focal_points",
    "agencies:service_units",
    "announcements:public_service_lists",
    "procedures:procedures",
    "regulations:regulations",
    "portal:list_public",
    "portal:list_conditional",
    "portal:monitor",
    "portal:monitor_letters",
    "planning:public_plans",
    "requests:ask",
    "requests:disclosed",
    "outreach:home",
    "outreach:figures",
    "portal:help",
)
SERVICE_UNITS = AnnouncementKind.SERVICE_UNITS
Listed = tuple[str, date | None]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the map: how many addresses it has on a day, and those between two places."""

    count: Callable[[date], int]
    addresses: Callable[[date, int, int], Iterable[Listed]]


def _pages(_on: date, start: int, end: int) -> Iterable[Listed]:
    plans = public_plans().order_by("pk").values_list("slug", flat=True)
    addresses = [reverse(name) for name in PAGES] + [reverse("planning:public_plan", args=[slug]) for slug in plans]
    return ((address, None) for address in addresses[start:end])


def _items(_on: date, start: int, end: int) -> Iterable[Listed]:
    rows = public_items().order_by("pk").values_list("public_id", "public_version__published_on")[start:end]
    return ((reverse("portal:item", args=[public_id]), day) for public_id, day in rows)


def _bodies(on: date, start: int, end: int) -> Iterable[Listed]:
    return ((reverse("agencies:body", args=[slug]), None) for slug in _slugs(on)[start:end])


def _slugs(on: date) -> QuerySet[Any, str]:
    return bodies_on(on).order_by("pk").values_list("slug", flat=True)


def _ended_bodies(on: date, start: int, end: int) -> Iterable[Listed]:
    rows = bodies_ended(on).order_by("pk").values_list("slug", "exists_until")[start:end]
    return ((reverse("agencies:body", args=[slug]), day) for slug, day in rows)


def _service_lists(_on: date, start: int, end: int) -> Iterable[Listed]:
    rows = announcements_in_force(SERVICE_UNITS).order_by("pk").values_list("pk", "public_from")[start:end]
    return ((reverse("announcements:public_service_list", args=[pk]), day) for pk, day in rows)


def _translations(_on: date, start: int, end: int) -> Iterable[Listed]:
    """Texts in other languages: of items, and those that agencies have of themselves."""
    rows = public_translations().select_related("item", "body").order_by("pk")[start:end]
    return ((_address(row), row.public_from) for row in rows)


def _address(row: Any) -> str:
    if row.item is None:
        return reverse("publication:body_translation", args=[row.body.slug, row.language])
    return reverse("publication:item_translation", args=[row.item.public_id, row.version_number, row.language])


def _procedures(_on: date, start: int, end: int) -> Iterable[Listed]:
    rows = procedures_in_force().order_by("pk").values_list("body__slug", "public_from")[start:end]
    return ((reverse("procedures:of_body", args=[slug]), day) for slug, day in rows)


def _regulations(_on: date, start: int, end: int) -> Iterable[Listed]:
    rows = regulations_in_force().order_by("pk").values_list("pk", "public_from")[start:end]
    return ((reverse("regulations:regulation", args=[pk]), day) for pk, day in rows)


def _feedback(_on: date, start: int, end: int) -> Iterable[Listed]:
    rows = public_answers().order_by("pk").values_list("pk", "answered_on")[start:end]
    return ((reverse("outreach:answer", args=[pk]), day) for pk, day in rows)


SECTIONS = {
    "trang": Section(lambda _on: len(PAGES) + public_plans().count(), _pages),
    "co-quan": Section(lambda on: bodies_on(on).count(), _bodies),
    # What their successors hold of theirs stands on these pages too: people look for the name that they know.
    "co-quan-cu": Section(lambda on: bodies_ended(on).count(), _ended_bodies),
    "don-vi-su-nghiep": Section(lambda _on: announcements_in_force(SERVICE_UNITS).count(), _service_lists),
    "thu-tuc": Section(lambda _on: procedures_in_force().count(), _procedures),
    "quy-che": Section(lambda _on: regulations_in_force().count(), _regulations),
    "ban-dich": Section(lambda _on: public_translations().count(), _translations),
    "gop-y": Section(lambda _on: public_answers().count(), _feedback),
    "thong-tin": Section(lambda _on: public_items().count(), _items),
}
