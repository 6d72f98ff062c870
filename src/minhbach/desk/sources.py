"""What planning and publication hand in for the first page: documents to check, plans to approve, near limits."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext

from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.agencies.queries.office import own_bodies_lacking, terms_ending
from minhbach.desk.contracts import Act
from minhbach.desk.queries import SOON
from minhbach.domain.access import Actor, Role
from minhbach.foundation.dates import written
from minhbach.foundation.mail.listing import TO_MEND_FILTER
from minhbach.foundation.mail.queries import mails_to_mend
from minhbach.planning.queries import (
    PLAN,
    TaskFilters,
    assignments_of,
    head_name,
    name_of,
    plans_visible_to,
    waiting_imports,
)
from minhbach.publication.queries import waiting_for_approval

AT_MOST = 200
TITLE_LENGTH = 140
WORKING = frozenset({Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER, Role.JUSTICE_COORDINATOR})
"""Who works on tasks. A supervisor only looks, an administrator looks after accounts."""


def documents_to_check(actor: Actor, today: date) -> Iterator[Act]:  # noqa: ARG001
    """Yield the documents that the machine has read and a person must check."""
    for row in waiting_imports(actor)[:AT_MOST]:
        yield Act(
            what=head_name(row.head) or row.file_name,
            detail=str(row.head.get("title") or ""),
            verb=gettext("Kiểm tra"),
            state=gettext("Chờ kiểm tra"),
            url=reverse("planning:import", args=[row.pk]),
        )


def plans_to_approve(actor: Actor, today: date) -> Iterator[Act]:  # noqa: ARG001
    """Yield the plans that wait for this leader's word before the public may see them."""
    ids = [one.subject_id for one in waiting_for_approval(actor=actor) if one.subject_kind == PLAN]
    for plan in plans_visible_to(actor).filter(pk__in=ids[:AT_MOST]):
        yield Act(
            what=name_of(plan),
            detail=plan.title,
            verb=gettext("Duyệt đăng"),
            state=gettext("Chờ duyệt"),
            url=reverse("planning:approve_plan", args=[plan.pk]),
        )


def tasks_with_a_near_limit(actor: Actor, today: date) -> Iterator[Act]:
    """Yield the tasks that the actor works on and whose limit is past or near."""
    near = TaskFilters(role="lead", due_until=today + SOON)
    rows = assignments_of(bodies_worked_in(actor), near).filter(task__plan__in=plans_visible_to(actor))
    # Latest limits first, so that a heap of old plans does not hide what is due now.
    for row in rows.order_by("-task__due_on", "task__position")[:AT_MOST]:
        title = Truncator(row.task.title).chars(TITLE_LENGTH)
        yield Act(
            what=f"{row.task.number} {title}".strip(),
            detail=name_of(row.task.plan),
            verb=gettext("Xem việc"),
            url=reverse("planning:task", args=[row.task.plan_id, row.task_id]),
            due_on=row.task.due_on,
        )


def focal_points_to_settle(actor: Actor, today: date) -> Iterator[Act]:
    """Yield the own bodies that lack the focal point they must have, and the terms that end with nobody to follow."""
    for body in own_bodies_lacking(actor, on=today)[:AT_MOST]:
        yield Act(
            what=gettext("Chưa có đầu mối: %(body)s") % {"body": body.name},
            verb=gettext("Cử đầu mối"),
            state=gettext("Chưa công bố"),
            url=reverse("agencies:new_focal_point", args=[body.pk]),
        )
    for term in terms_ending(actor, on=today)[:AT_MOST]:
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


def bodies_worked_in(actor: Actor) -> frozenset[int]:
    """Return whose tasks are the actor's: of a post in a unit that unit, otherwise the body with its units."""
    posts = [post for post in actor.posts if post.role in WORKING]
    whole = with_bodies_beneath({post.body for post in posts if post.unit is None})
    return whole | {post.unit for post in posts if post.unit is not None}
