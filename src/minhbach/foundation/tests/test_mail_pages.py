"""What did not arrive comes back to an administrator of its body, who sends it again or gives it up."""

from datetime import timedelta

import pytest
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from minhbach.domain.access import VISITOR, Actor, Post, Role
from minhbach.foundation.actions.give_up_mail import give_up_mail
from minhbach.foundation.actions.send_mail_again import send_mail_again
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail import views
from minhbach.foundation.mail.contracts import MailNotVisible, MailRefused
from minhbach.foundation.mail.queries import mails_to_mend
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.foundation.registries import let_look_after_mail
from minhbach.foundation.tests.test_mail_outbox import NOW, queue

pytestmark = pytest.mark.django_db
ADMINISTRATOR = Actor(person=1, posts=(Post(Role.ADMINISTRATOR, body=1),))
STRANGER = Actor(person=3, posts=(Post(Role.ADMINISTRATOR, body=2),))
LEADER = Actor(person=2, posts=(Post(Role.LEADER, body=1),))


@pytest.fixture(autouse=True)
def _own_bodies_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.foundation.registries._bodies_looked_after", [])


def not_arrived(state: str = "failed", **given: object) -> int:
    pk = queue(**given)  # type: ignore[arg-type]
    OutgoingMail.objects.filter(pk=pk).update(
        state=state, trouble="refused", said="550 5.1.1 unknown", attempts=3, unclear=1
    )
    return pk


def page(actor: Actor = ADMINISTRATOR, **question: str) -> str:
    return listing(actor, **question).content.decode()


def listing(actor: Actor, **question: str) -> HttpResponse:
    request = RequestFactory().get("/lam-viec/thu/", question)
    request.actor = actor  # type: ignore[attr-defined]
    return views.show_mails(request)


def test_administrator_sees_mail_of_own_bodies_and_of_nobodys_and_no_other() -> None:
    queue(to="cua-minh@vidu.vn", body_id=1)
    queue(to="cua-ai-do@vidu.vn", body_id=2)
    queue(to="cua-ca-nha@vidu.vn", body_id=None)
    shown = page()
    assert ("cua-minh@" in shown, "cua-ca-nha@" in shown, "cua-ai-do@" in shown) == (True, True, False)
    let_look_after_mail(lambda _actor: frozenset({1, 2}))
    assert "cua-ai-do@" in page(), "whoever looks after the bodies beneath sees their mail"


@pytest.mark.parametrize("actor", [LEADER, STRANGER, VISITOR])
def test_others_see_no_mail_and_cannot_act_on_it(actor: Actor) -> None:
    pk = not_arrived()
    assert not mails_to_mend(actor).exists()
    with pytest.raises(MailNotVisible):
        send_mail_again(mail_id=pk, to="thu@vidu.vn", actor=actor, now=NOW)
    with pytest.raises(MailNotVisible):
        give_up_mail(mail_id=pk, reason="thôi", actor=actor, now=NOW)


def test_page_of_others_is_not_there_and_visitors_log_in(client: Client) -> None:
    with pytest.raises(Http404):
        page(LEADER)
    assert client.get("/lam-viec/thu/").status_code == 302


def test_list_is_searched_without_marks_filtered_and_sorted() -> None:
    first = queue(to="a@vidu.vn", subject="[1] Cần bổ sung")
    queue(to="b@vidu.vn", subject="[2] Đã nhận yêu cầu")
    not_arrived(to="c@vidu.vn", subject="[3] Đã nhận yêu cầu")
    OutgoingMail.objects.filter(pk=first).update(queued_at=NOW - timedelta(days=1))
    assert "a@vidu.vn" in page(q="can bo SUNG")
    assert "b@vidu.vn" not in page(q="can bo sung")
    shown = page(tinh_trang="can-xu-ly")
    assert ("c@vidu.vn" in shown, "b@vidu.vn" in shown) == (True, False)
    in_order = page(xep="toi")
    assert in_order.index("a@vidu.vn") < in_order.index("b@vidu.vn") < in_order.index("c@vidu.vn")
    assert page(xep="-luc").index("b@vidu.vn") < page(xep="-luc").index("a@vidu.vn")
    assert "Không tìm thấy thư nào." in page(q="khong co")


def test_csv_holds_every_line_and_runs_no_formula() -> None:
    queue(subject="=1+1")
    not_arrived()
    sheet = listing(ADMINISTRATOR, dang="csv").content.decode("utf-8-sig").splitlines()
    assert len(sheet) == 3
    assert any("'=1+1" in line for line in sheet)
    assert any("Không gửi được" in line and "550 5.1.1 unknown" in line for line in sheet)


def test_list_says_how_the_servers_stand(settings: Settings) -> None:
    assert "MINHBACH_SMTP" in page()
    settings.EMAIL_HOST = "127.0.0.1"
    assert ("MINHBACH_SMTP" in page(), "MINHBACH_IMAP" in page()) == (False, True)
    OutgoingMail.objects.filter(pk=queue()).update(trouble="unreachable")
    assert "Máy chủ thư không trả lời" in page()


@pytest.mark.parametrize("state", ["failed", "bounced"])
def test_mail_goes_again_to_the_corrected_address_with_all_its_tries(state: str) -> None:
    pk = not_arrived(state)
    before = OutgoingMail.objects.get(pk=pk)
    send_mail_again(mail_id=pk, to=" moi@vidu.vn ", actor=ADMINISTRATOR, now=NOW)
    after = OutgoingMail.objects.get(pk=pk)
    assert (after.state, after.to, after.attempts, after.unclear, after.trouble) == ("queued", "moi@vidu.vn", 0, 0, "")
    assert (after.key, after.round) == (before.key, before.round + 1)
    assert after.message_id != before.message_id
    assert "moi@vidu.vn" in page(q="moi")
    (event,) = events_about(Subject("mail", pk))
    assert (event.kind, event.actor) == ("mail.queued_again", "person:1")
    assert event.facts == {"about": "case:412", "address_corrected": True}


def test_mail_is_given_up_with_a_reason_that_stays_out_of_the_log() -> None:
    pk = not_arrived()
    give_up_mail(mail_id=pk, reason=" đã báo qua  điện thoại ", actor=ADMINISTRATOR, now=NOW)
    mail = OutgoingMail.objects.get(pk=pk)
    assert (mail.state, mail.given_up_because) == ("given_up", "đã báo qua điện thoại")
    (event,) = events_about(Subject("mail", pk))
    assert (event.kind, event.facts, event.ground) == ("mail.given_up", {"about": "case:412"}, "")


def test_no_reason_no_giving_up() -> None:
    with pytest.raises(MailRefused, match="lý do"):
        give_up_mail(mail_id=not_arrived(), reason="  ", actor=ADMINISTRATOR, now=NOW)


@pytest.mark.parametrize("state", ["queued", "sent", "given_up"])
def test_what_did_not_fail_is_neither_sent_again_nor_given_up(state: str) -> None:
    pk = not_arrived(state)
    with pytest.raises(MailRefused):
        send_mail_again(mail_id=pk, to="thu@vidu.vn", actor=ADMINISTRATOR, now=NOW)
    with pytest.raises(MailRefused):
        give_up_mail(mail_id=pk, reason="thôi", actor=ADMINISTRATOR, now=NOW)
    assert OutgoingMail.objects.get(pk=pk).state == state


def test_wrong_address_changes_nothing() -> None:
    pk = not_arrived()
    with pytest.raises(MailRefused):
        send_mail_again(mail_id=pk, to="khong phai thu", actor=ADMINISTRATOR, now=NOW)
    assert OutgoingMail.objects.get(pk=pk).state == "failed"


def test_a_citizens_address_shows_its_beginning_alone_and_nobody_finds_it() -> None:
    pk = not_arrived(to="nguoi-hoi@vidu.vn", body_id=1, is_private=True)
    OutgoingMail.objects.filter(pk=pk).update(said="550 <nguoi-hoi@vidu.vn> unknown")
    shown = page()
    assert "n•••@vidu.vn" in shown
    assert "nguoi-hoi" not in shown
    assert "nguoi-hoi" not in page(dang="csv")
    assert "n•••" not in page(q="nguoi-hoi")
    for one in (views.show_mail, views.send_again, views.give_up):
        request = RequestFactory().get("/")
        request.actor = ADMINISTRATOR  # type: ignore[attr-defined]
        assert "nguoi-hoi" not in one(request, pk).content.decode()
    send_mail_again(mail_id=pk, to="dung-dia-chi@vidu.vn", actor=ADMINISTRATOR, now=NOW)
    assert "dung-dia-chi" not in page(q="vidu")
