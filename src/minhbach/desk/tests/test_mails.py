"""The first page tells a focal point of mails to look at, and of news that did not reach a requester."""

import pytest

from minhbach.desk.mails import mails_today
from minhbach.domain.access import Role, system_actor
from minhbach.foundation.models import OutgoingMail
from minhbach.intake.actions.take_mail import take_new_mail
from minhbach.intake.mail.values import ReadMail
from minhbach.requests.tests.conftest import NOW, TODAY, World, case_of, online, own_folders, world

__all__ = ["own_folders", "world"]
pytestmark = pytest.mark.django_db


def test_focal_point_is_told_of_waiting_mails_in_one_line_and_nobody_else(world: World) -> None:
    for place in range(2):
        mail = ReadMail(
            message_id=str(place), sender_name="", sender_address="thu@vidu.vn", subject=f"Thư {place}", text="x"
        )
        take_new_mail(mail=mail, body_id=world.ward.pk, actor=system_actor("mail-reader"), now=NOW)
    (act,) = mails_today(world.officer(Role.FOCAL_POINT), TODAY)
    assert (act.what, act.url) == ("Thư gửi tới chờ xem: 2", "/lam-viec/yeu-cau/thu/?tinh_trang=waiting")
    assert list(mails_today(world.officer(Role.LEADER), TODAY)) == []
    assert list(mails_today(world.officer(Role.FOCAL_POINT, body=world.other_ward), TODAY)) == []


def test_news_that_came_back_stands_at_its_case_once(world: World) -> None:
    case, focal = case_of(online(world)), world.officer(Role.FOCAL_POINT)
    assert list(mails_today(focal, TODAY)) == []
    OutgoingMail.objects.update(state="bounced", said="550 no such user")
    (act,) = mails_today(focal, TODAY)
    assert (act.what, act.url) == (f"Thư báo về {case.number} không tới người gửi", f"/lam-viec/yeu-cau/{case.pk}/")
    case.state = "withdrawn"
    case.save()
    assert list(mails_today(focal, TODAY)) == [], "a case that has ended needs no news"
