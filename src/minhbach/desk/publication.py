"""What the gate hands in for the first page: to approve, to publish, to mend, petitions due, postings."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from minhbach.desk.contracts import Act, Awaited, Group, Rest
from minhbach.desk.sources import AT_MOST, first_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.channelling import POSTING
from minhbach.publication.labels import form_words, state_tag, translation_tag
from minhbach.publication.queries.channels import channels_for_today
from minhbach.publication.queries.listing import for_today
from minhbach.publication.queries.petitions import petitions_for_today
from minhbach.publication.queries.publishers import requests_for_today
from minhbach.publication.queries.secrets import findings_for_today
from minhbach.publication.queries.terms import ending_for_today
from minhbach.publication.queries.translations import translations_for_today
from minhbach.publication.rules import MAY_APPROVE, MAY_TEND
from minhbach.register.labels import called
from minhbach.register.queries.visible import holds_for

AHEAD = timedelta(days=3)
"""So many days before its limit something that must be public is named on the first page."""


def items_at_the_gate_today(actor: Actor, today: date) -> Iterator[Act | Awaited | Rest]:
    """Yield what waits for this officer at the gate: one question each for items, petitions and channels."""
    if not actor.holds(*MAY_TEND):
        return
    yield from _secrets(actor)
    yield from _items(actor, today)
    yield from _ending(actor, today)
    yield from _petitions(actor)
    yield from _channels(actor, today)
    yield from _translations(actor)
    yield from _asked_of_others(actor)


def _secrets(actor: Actor) -> Iterator[Act | Rest]:
    rows, count = first_of(findings_for_today(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, reverse("publication:secrets"))
    for row in rows:
        yield Act(
            what=gettext("Tệp có dấu mật: %(name)s") % {"name": called(row.item)},
            detail=row.item.title,
            verb=gettext("Xem tệp, quyết định"),
            url=reverse("publication:secret", args=[row.pk]),
            state=gettext("Đã rút khỏi công khai") if row.was_public else "",
        )


def _items(actor: Actor, today: date) -> Iterator[Act | Rest]:
    rows, count = first_of(for_today(actor, until=today + AHEAD))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('publication:items')}?tinh_trang=cho")
    for row in rows:
        yield _act(row)


def _act(row: Any) -> Act:
    name, due_on = called(row), None if row.public_version_id else row.publish_due_on
    page = reverse("publication:item", args=[row.pk])
    match row.gate_state:
        case PublicationState.SUBMITTED:
            page = reverse("publication:approve", args=[row.pk])
            return Act(name, gettext("Duyệt đăng"), page, due_on, row.title, gettext("Chờ duyệt"))
        case None:
            name = gettext("Phải công khai: %(name)s") % {"name": name}
            return Act(name, gettext("Đưa ra công khai"), page, due_on, row.title)
        case PublicationState.SENT_BACK:
            verb = gettext("Sửa, trình lại")
        case _:
            verb = gettext("Xem kết quả kiểm tra")
    return Act(name, verb, page, due_on, row.title, state_tag(row.gate_state)[1])


def _ending(actor: Actor, today: date) -> Iterator[Act | Rest]:
    rows, count = first_of(ending_for_today(actor, on=today))
    if count > AT_MOST:
        yield Rest(Group.SOON, count - AT_MOST, f"{reverse('publication:items')}?tinh_trang=sap-het")
    for row in rows:
        leads = holds_for(actor, MAY_APPROVE, row.body_id)
        yield Act(
            what=gettext("Hết thời hạn công khai: %(name)s") % {"name": called(row)},
            detail=row.title,
            verb=gettext("Rút hoặc để lại") if leads else gettext("Xem, báo lãnh đạo"),
            due_on=row.ends_on,
            url=reverse("publication:term", args=[row.pk]),
        )


def _petitions(actor: Actor) -> Iterator[Act | Rest]:
    rows, count = first_of(petitions_for_today(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('publication:petitions')}?tinh_trang=open")
    for row in rows:
        answered = row.answered_on is not None
        yield Act(
            what=gettext("Kiến nghị %(number)s") % {"number": row.number},
            detail=row.item.title,
            verb=gettext("Đính chính") if answered else gettext("Trả lời"),
            state=gettext("Chờ đính chính") if answered else "",
            due_on=None if answered else row.due_on,
            url=reverse("publication:petition", args=[row.pk]),
        )


def _channels(actor: Actor, today: date) -> Iterator[Act | Rest]:
    rows, count = first_of(channels_for_today(actor, on=today))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, f"{reverse('publication:items')}?tinh_trang=da")
    for row in rows:
        noted = gettext("Ghi đã niêm yết") if row.form == POSTING else gettext("Ghi đã đăng")
        page = reverse("publication:channel", args=[row.pk])
        if row.done_on is None:
            yield Act(form_words(row), noted, page, row.planned_on, row.item.title)
        else:
            down = gettext("Gỡ niêm yết: %(name)s") if row.form == POSTING else gettext("Gỡ khỏi nơi đăng: %(name)s")
            state = gettext("Đã rút, cần gỡ") if row.comes_down else gettext("Được gỡ")
            yield Act(down % {"name": called(row.item)}, gettext("Ghi đã gỡ"), page, None, row.item.title, state)


def _translations(actor: Actor) -> Iterator[Act | Rest]:
    rows, count = first_of(translations_for_today(actor))
    if count > AT_MOST:
        yield Rest(Group.WAITING, count - AT_MOST, reverse("publication:translations"))
    for row in rows:
        waits = row.gate_state == PublicationState.SUBMITTED
        page = "publication:approve_translation" if waits else "publication:translation"
        yield Act(
            what=gettext("Bản dịch: %(name)s") % {"name": called(row.item) if row.item_id else row.body.name},
            detail=row.title,
            verb=gettext("Duyệt đăng") if waits else gettext("Sửa, trình lại"),
            url=reverse(page, args=[row.pk]),
            state=translation_tag(row.gate_state)[1],
        )


def _asked_of_others(actor: Actor) -> Iterator[Awaited]:
    for row in requests_for_today(actor)[:AT_MOST]:
        yield Awaited(
            who=row.publisher,
            what=gettext("Đính chính: %(name)s") % {"name": called(row.item)},
            since=row.asked_on,
            url=reverse("publication:publisher_request", args=[row.pk]),
        )
