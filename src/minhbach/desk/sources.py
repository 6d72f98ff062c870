"""What hands in for the first page beside the work: documents to check, plans to approve, focal points, mail."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from minhbach.agencies.queries.office import own_bodies_lacking, terms_ending
from minhbach.desk.contracts import Act, Group, Rest
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.foundation.dates import written
from minhbach.foundation.mail.listing import TO_MEND_FILTER
from minhbach.foundation.mail.queries import mails_to_mend
from minhbach.planning.queries import (
    PLAN,
    head_name,
    name_of,
    plans_visible_to,
    waiting_imports,
)
from minhbach.publication.queries import ids_to_approve

Row = TypeVar("Row", bound=Model)

AT_MOST = 20
"""So many lines of a kind are shown singly; the rest is counted, with a way to the list."""


def documents_to_check(actor: Actor, today: date) -> Iterator[Act | Rest]:  # noqa: ARG001
    """Yield the documents that the machine has read and a person must check."""
    rows, count = first_of(waiting_imports(actor))
    yield from beyond(count, f"{reverse('planning:imports')}?tinh_trang={ImportState.IN_REVIEW}")
    for row in rows:
        yield Act(
            what=head_name(row.head) or row.file_name,
            detail=str(row.head.get("title") or ""),
            verb=gettext("Kiểm tra"),
            state=gettext("Chờ kiểm tra"),
            url=reverse("planning:import", args=[row.pk]),
        )


def plans_to_approve(actor: Actor, today: date) -> Iterator[Act | Rest]:  # noqa: ARG001
    """Yield the plans that wait for this leader's word before the public may see them."""
    rows, count = first_of(plans_visible_to(actor).filter(pk__in=ids_to_approve(PLAN, actor=actor)))
    yield from beyond(count, f"{reverse('planning:plans')}?cong_khai={PublicationState.SUBMITTED}")
    for plan in rows:
        yield Act(
            what=name_of(plan),
            detail=plan.title,
            verb=gettext("Duyệt đăng"),
            state=gettext("Chờ duyệt"),
            url=reverse("planning:approve_plan", args=[plan.pk]),
        )


def focal_points_to_settle(actor: Actor, today: date) -> Iterator[Act | Rest]:
    """Yield the own bodies that lack the focal point they must have, and the terms that end with nobody to follow."""
    lacking, without = first_of(own_bodies_lacking(actor, on=today))
    ending, terms = first_of(terms_ending(actor, on=today))
    office = reverse("agencies:office")
    yield from beyond(without, f"{office}?co=thieu")
    yield from beyond(terms, f"{office}?co=saphet")
    for body in lacking:
        yield Act(
            what=gettext("Chưa có đầu mối: %(body)s") % {"body": body.name},
            verb=gettext("Cử đầu mối"),
            state=gettext("Chưa công bố"),
            url=reverse("agencies:new_focal_point", args=[body.pk]),
        )
    for term in ending:
        yield Act(
            what=gettext("Đầu mối sắp hết hạn: %(body)s") % {"body": term.body.name},
            detail=gettext("%(name)s, thôi từ %(day)s") % {"name": term.title, "day": written(term.until_on or today)},
            verb=gettext("Cử đầu mối"),
            state=gettext("Sắp hết hạn"),
            url=reverse("agencies:new_focal_point", args=[term.body_id]),
        )


def mails_not_arrived(actor: Actor, today: date) -> Iterator[Act]:  # noqa: ARG001
    """Yield one line for all the mails that did not arrive and wait for this administrator."""
    count = mails_to_mend(actor).count()
    if count:
        yield Act(
            what=gettext("Thư không tới nơi: %(count)s") % {"count": count},
            verb=gettext("Xem thư"),
            state=gettext("Chờ xử lý"),
            url=f"{reverse('mail:mails')}?tinh_trang={TO_MEND_FILTER}",
        )


def first_of(rows: QuerySet[Row]) -> tuple[list[Row], int]:
    """Return the first rows, and how many there are in all, which is asked only where there are more."""
    found = list(rows[: AT_MOST + 1])
    return found[:AT_MOST], rows.count() if len(found) > AT_MOST else len(found)


def beyond(count: int, url: str) -> Iterator[Rest]:
    """Yield how many of a kind are not shown singly, where there are any."""
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, url)
