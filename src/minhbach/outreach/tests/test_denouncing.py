"""A request that is a denunciation leaves all but the leader's page; its sender is told a neutral sentence."""

from typing import Any

import pytest
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.intake.contracts import Given, Receipt, Sender, Way
from minhbach.outreach.actions.pass_on import send_on
from minhbach.outreach.actions.take_case_over import take_case_over
from minhbach.outreach.contracts import FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries import FEEDBACK, visible_feedback
from minhbach.outreach.tests.conftest import NOW, World
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.models import Case, Step

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def logged_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def text_of(response: Any) -> str:
    return response.content.decode()


@pytest.fixture
def denounced(world: World) -> tuple[Case, Receipt]:
    """Take in what came as a request by post and denounces somebody."""
    given = Given(
        text="Tôi tố cáo cán bộ nhận tiền", sender=Sender(name="Trần Thị Thử", email="thu@vidu.vn"), way=Way.POST
    )
    receipt = receive_by_officer(given=given, body_id=world.ward.pk, actor=world.officer(Role.FOCAL_POINT), now=NOW)
    return Case.objects.get(submission=receipt.submission_id), receipt


def test_it_leaves_the_requests_with_all_its_steps_and_keeps_number_words_and_sender(
    world: World, denounced: tuple[Case, Receipt]
) -> None:
    case, receipt = denounced
    focal, leader = world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    feedback_id = take_case_over(case_id=case.pk, actor=focal, now=NOW)
    assert not Case.objects.exists() and not Step.objects.exists()
    row = visible_feedback(feedback_id, actor=leader)
    assert (row.number, row.kind, row.way, row.is_confidential) == (receipt.number, "denunciation", "post", True)
    assert row.submission.text == "Tôi tố cáo cán bộ nhận tiền"
    with pytest.raises(FeedbackNotVisible):
        visible_feedback(feedback_id, actor=focal)
    (event,) = events_about(Subject(FEEDBACK, feedback_id))
    assert event.kind == "feedback.hold_confidential" and "Trần" not in str(event) and "tiền" not in str(event)


def test_strangers_and_supervisors_take_nothing_over(world: World, denounced: tuple[Case, Receipt]) -> None:
    case, _receipt = denounced
    with pytest.raises(CaseNotVisible):
        take_case_over(case_id=case.pk, actor=world.officer(*Role, body=world.other_ward), now=NOW)
    with pytest.raises(FeedbackRefused):
        take_case_over(case_id=case.pk, actor=world.officer(Role.SUPERVISOR), now=NOW)
    assert Case.objects.exists() and not Feedback.objects.exists()


def test_the_officer_does_it_from_the_cases_page_and_sees_it_nowhere_any_more(
    world: World, denounced: tuple[Case, Receipt]
) -> None:
    case, _receipt = denounced
    client = logged_in(world.officer(Role.FOCAL_POINT))
    page = text_of(client.get(f"/lam-viec/yeu-cau/{case.pk}/"))
    assert f"/lam-viec/gop-y/tu-yeu-cau/{case.pk}/" in page
    asked = text_of(client.get(f"/lam-viec/gop-y/tu-yeu-cau/{case.pk}/"))
    assert "Không thể hoàn tác." in asked
    done = client.post(f"/lam-viec/gop-y/tu-yeu-cau/{case.pk}/")
    assert done.status_code == 302
    for url in ("yeu-cau/", "yeu-cau/?dang=csv", "yeu-cau/so-theo-doi/?dang=csv", "gop-y/", ""):
        assert "nhận tiền" not in text_of(client.get(f"/lam-viec/{url}", follow=True))
    assert client.get(f"/lam-viec/yeu-cau/{case.pk}/").status_code == 404
    leader = logged_in(world.officer(Role.LEADER))
    page = text_of(leader.get(f"/lam-viec/gop-y/{Feedback.objects.get().pk}/"))
    assert "Tôi tố cáo cán bộ nhận tiền" in page and "không tính ngày" in page


def test_the_sender_reads_a_neutral_sentence_and_follows_it_by_the_same_secret(
    world: World, denounced: tuple[Case, Receipt]
) -> None:
    case, receipt = denounced
    leader, client = world.officer(Role.LEADER), Client()
    secret = {"number": receipt.number, "secret": receipt.secret}
    assert client.post("/yeu-cau/tra-cuu/", secret).status_code == 302
    feedback_id = take_case_over(case_id=case.pk, actor=leader, now=NOW)
    for answer in (client.get("/yeu-cau/tra-cuu/yeu-cau/"), Client().post("/yeu-cau/tra-cuu/", secret)):
        page = text_of(answer)
        assert answer.status_code == 200 and "theo quy định khác" in page
        assert "tố cáo" not in page.lower()
    send_on(feedback_id=feedback_id, to="Công an tỉnh", words="Đã chuyển tới nơi có thẩm quyền.", actor=leader, now=NOW)
    client.post("/gop-y/tra-cuu/", secret)
    assert "Đã chuyển tới nơi có thẩm quyền." in text_of(client.get("/gop-y/tra-cuu/gop-y/"))
