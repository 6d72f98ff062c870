"""An e-mail that proved to be feedback is taken over under its number; nothing of it stays among the mails."""

from typing import Any

from django.test import Client

from minhbach.intake.mail.values import Attached
from minhbach.outreach.models import Feedback
from minhbach.requests.tests.conftest import World, own_folders, world
from minhbach.requests.tests.test_mail_pages import LIST, came, focal

__all__ = ["focal", "own_folders", "world"]


def test_denunciation_leaves_nothing_among_the_mails(world: World, focal: Client) -> None:
    mail = came(world, files=(Attached("đơn.txt", b"Don"),))
    assert focal.post(f"{LIST}{mail.pk}/la-gop-y/", {"kind": "denunciation"}).status_code == 302
    feedback = Feedback.objects.get()
    assert (feedback.number, feedback.is_confidential, feedback.way) == ("2026-00001", True, "email")
    page = focal.get(f"{LIST}{mail.pk}/").content.decode()
    for hidden in ("Nguyễn Văn Mẫu", "mau@vidu.vn", "bảng giá đất", "đơn.txt"):
        assert hidden not in page


def test_suggestion_keeps_words_sender_and_day(world: World, focal: Client) -> None:
    mail = came(world)
    assert focal.post(f"{LIST}{mail.pk}/la-gop-y/", {"kind": "suggestion"}).status_code == 302
    feedback = Feedback.objects.get()
    assert (feedback.kind, feedback.received_on) == ("suggestion", mail.arrived_on)
    assert "Xin bảng giá đất năm 2026." in feedback.submission.text
    mail.refresh_from_db()
    assert (mail.state, mail.content) == ("feedback", "")
    again = focal.post(f"{LIST}{mail.pk}/la-gop-y/", {"kind": "suggestion"})
    assert (again["Location"], Feedback.objects.count()) == (f"{LIST}{mail.pk}/", 1), "once is enough"


def test_no_kind_chosen_gives_the_page_back(world: World, focal: Client) -> None:
    mail = came(world)
    response: Any = focal.post(f"{LIST}{mail.pk}/la-gop-y/", {})
    assert response.status_code == 422
    assert "Chọn thư nói về điều gì." in response.content.decode()
    assert not Feedback.objects.exists()
