"""Let people of the made-up ward ask about their data, and the ward hold some and record a breach."""

import datetime as dt

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.domain.lifecycles.request import RequestState
from minhbach.foundation.calendar import calendar_in_use
from minhbach.privacy.actions.hold import place_hold
from minhbach.privacy.actions.keep_breach import note_breach
from minhbach.privacy.actions.wish import ask_about_own_data, correct_as_wished
from minhbach.privacy.contracts import BreachFacts, DataKind, HoldKind, WishKind
from minhbach.requests.queries import cases_visible_to


def look_after_data(*, today: dt.date) -> int:
    """Bring wishes, a hold and breaches about, and return how many things were done."""
    focal, _leader = officers_of_commune(0)
    morning = at(today - dt.timedelta(days=1), 8)
    actor, body_id = acting(focal, morning), body_by_slug(committee_of(COMMUNES[0])).id
    refused = (
        cases_visible_to(actor).filter(state=RequestState.REFUSED).order_by("-pk").values_list("submission", flat=True)
    )
    held, corrected, wished = list(refused[:3])
    ground = "Quyết định thanh tra số 5/QĐ-TTr (làm mẫu)"
    place_hold(
        submission_id=held, kind=HoldKind.INSPECTION, ground=ground, until=today + dt.timedelta(days=90), actor=actor,
        now=morning,
    )  # fmt: skip
    for submission_id, kind, words in (
        (corrected, WishKind.CORRECT, "Nơi cư trú nay là tổ dân phố Thử."),
        (wished, WishKind.ERASE, "Việc đã xong, xin xóa tên và địa chỉ."),
    ):
        wish_id = ask_about_own_data(
            submission_id=submission_id, kind=kind, words=words, calendar=calendar_in_use(), now=morning
        )
        if kind is WishKind.CORRECT:
            values = {"address": "tổ dân phố Thử"}
            correct_as_wished(wish_id=wish_id, values=values, answer="Đã sửa nơi cư trú.", actor=actor, now=morning)
    for facts in _breaches(morning):
        note_breach(facts=facts, body_id=body_id, actor=actor, now=morning)
    return 5


def _breaches(morning: dt.datetime) -> tuple[BreachFacts, ...]:
    return (
        BreachFacts(
            what="Gửi nhầm một bản sao trả lời sang phòng khác của cơ quan, đã thu lại trong buổi.",
            kinds=(DataKind.NAME, DataKind.CONTACT),
            found_at=morning - dt.timedelta(days=40),
            people=1,
            why_not_grave="Người nhận nhầm là công chức, chưa mở.",
            measures="Thu lại bản sao, nhắc văn thư.",
        ),
        BreachFacts(
            what="Mất một USB có danh sách người gửi yêu cầu của quý trước.",
            kinds=(DataKind.NAME, DataKind.CONTACT, DataKind.IDENTITY),
            found_at=morning - dt.timedelta(hours=3),
            people=12,
            whom="người gửi yêu cầu quý trước",
            is_grave=True,
            measures="Đã báo công an phường, đang tìm.",
        ),
    )
