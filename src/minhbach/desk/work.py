"""What work on tasks hands in for the first page: own limits, results to accept, and what waits for others."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext

from minhbach.desk.contracts import Act, Awaited, Group, Rest
from minhbach.desk.queries import group_of, soon_until
from minhbach.desk.sources import AT_MOST, beyond, first_of
from minhbach.domain.access import Actor
from minhbach.planning.queries import Reach, name_of, reach_of
from minhbach.planning.queries.difficulties import waiting_for_answer
from minhbach.planning.queries.due import (
    Answerless,
    Due,
    LateBelow,
    Part,
    late_below,
    own_difficulties_unanswered,
    parts_named,
    work_day,
)
from minhbach.planning.rules import WORKING

TITLE_LENGTH = 140


def work_of_the_day(actor: Actor, today: date) -> Iterator[Act | Awaited | Rest]:
    """Yield all that work on tasks has for the officer; nothing for who only looks, or looks after accounts."""
    if not actor.holds(*WORKING):
        return
    reach = reach_of(actor)
    day = work_day(actor, reach, on=today, until=soon_until(today), limit=AT_MOST)
    groups: dict[Group, list[Due]] = {}
    for due in day.due:
        groups.setdefault(group_of(due.due_on, today), []).append(due)
    shown = [due.assignment_id for dues in groups.values() for due in dues[:AT_MOST]]
    parts = parts_named([*shown, *day.waiting[:AT_MOST]])
    yield from _limits(groups, parts, today)
    yield from _results(day.waiting, parts)
    yield from _difficulties(actor)
    yield from map(_answerless, day.unanswered)
    yield from _awaited(actor, reach, today)


def _limits(groups: Mapping[Group, list[Due]], parts: Mapping[int, Part], today: date) -> Iterator[Act | Rest]:
    for dues in groups.values():
        for due in dues[:AT_MOST]:
            yield _limit(due, parts[due.assignment_id])
    for group, dues in groups.items():
        if len(dues) > AT_MOST:
            yield Rest(group, len(dues) - AT_MOST, f"{reverse('planning:my_tasks')}?{_asked(group, today)}")


def _asked(group: Group, today: date) -> str:
    if group == Group.LATE:
        return "tinh_trang=qua-han"
    first, last = (today, today) if group == Group.TODAY else (today + timedelta(days=1), soon_until(today))
    return f"tinh_trang=trong-han&tu={first:%d/%m/%Y}&den={last:%d/%m/%Y}"


def _limit(due: Due, part: Part) -> Act:
    verb, page = gettext("Báo kết quả"), "planning:report_result"
    if due.to_give:
        verb, page = gettext("Nhận việc, giao việc"), "planning:give_work"
    url = reverse(page, args=[part.assignment_id])
    return Act(what=_short(part.title), detail=_where(part), verb=verb, url=url, due_on=due.due_on)


def _results(ids: Sequence[int], parts: Mapping[int, Part]) -> Iterator[Act | Rest]:
    for pk in ids[:AT_MOST]:
        yield Act(
            what=_short(parts[pk].title),
            detail=_where(parts[pk]),
            verb=gettext("Duyệt kết quả"),
            state=gettext("Kết quả chờ duyệt"),
            url=reverse("planning:answer_work", args=[pk]),
        )
    yield from beyond(len(ids), f"{reverse('planning:my_tasks')}?buoc=cho-duyet")


def _difficulties(actor: Actor) -> Iterator[Act | Rest]:
    rows, count = first_of(waiting_for_answer(actor))
    yield from beyond(count, f"{reverse('planning:difficulties')}?chieu=den&tinh_trang=chua-tra-loi")
    for row in rows:
        yield Act(
            what=_short(row.text),
            detail=row.body.name + (f" · {name_of(row.plan)}" if row.plan else ""),
            verb=gettext("Trả lời"),
            state=gettext("Vướng mắc chờ trả lời"),
            url=reverse("planning:answer_difficulty", args=[row.pk]),
        )


def _awaited(actor: Actor, reach: Reach, today: date) -> Iterator[Awaited]:
    for late in late_below(reach, on=today, limit=AT_MOST):
        yield _late(late)
    for row in own_difficulties_unanswered(actor, reach, limit=AT_MOST):
        yield Awaited(
            who=row.asked.name,
            what=_short(row.text),
            since=row.raised_at.date(),
            url=reverse("planning:difficulty", args=[row.pk]),
            remind_url=reverse("planning:nudge_difficulty", args=[row.pk]),
        )


def _answerless(result: Answerless) -> Awaited:
    return Awaited(
        who=", ".join(result.who) or gettext("Chưa có lãnh đạo duyệt"),
        what=gettext("Duyệt kết quả: %(task)s") % {"task": _short(result.part.title)},
        since=result.since,
        url=reverse("planning:work", args=[result.part.assignment_id]),
        remind_url=reverse("planning:nudge_work", args=[result.part.assignment_id]) if result.who else "",
    )


def _late(late: LateBelow) -> Awaited:
    bodies = ngettext("%(count)s cơ quan", "%(count)s cơ quan", late.bodies) % {"count": late.bodies}
    works = ngettext("%(count)s việc quá hạn, %(plan)s", "%(count)s việc quá hạn, %(plan)s", late.works)
    return Awaited(
        who=late.body or bodies,
        what=works % {"count": late.works, "plan": late.plan},
        since=late.since,
        url=f"{reverse('planning:plan_work', args=[late.plan_id])}?tinh_trang=qua-han",
        urge_url=reverse("planning:urge", args=[late.plan_id]),
    )


def _short(words: str) -> str:
    return Truncator(words).chars(TITLE_LENGTH)


def _where(part: Part) -> str:
    return f"{part.plan} · {part.body}"
