"""Training: seen on every page and file, nothing goes out, apart from real data, ended by emptying it."""

from contextlib import nullcontext
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory

from minhbach.domain.access import system_actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import INSTALLATION, Subject
from minhbach.foundation.mail.jobs import send_waiting_mail
from minhbach.foundation.mail.sending import send_due_mails
from minhbach.foundation.management.commands import end_training
from minhbach.foundation.models import OutgoingMail, TrainingMark
from minhbach.foundation.training import TrainingMiddleware, WrongMode, hold_to_mode

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)


@pytest.fixture
def training(settings: Any) -> None:
    settings.IS_TRAINING = True


@pytest.mark.usefixtures("training", "db")
def test_every_page_says_that_nothing_here_counts() -> None:
    for url in ("/", "/en/", "/dang-nhap/", "/yeu-cau/moi/", "/khong-co-trang-nay/"):
        response = Client().get(url)
        said = response.content.decode()
        assert 'class="training"' in said, url
        assert (
            "Bản tập huấn: việc làm ở đây không có giá trị" in said or "Training: nothing done here counts" in said
        ), url
        assert "noindex" in response["X-Robots-Tag"], url


@pytest.mark.usefixtures("db")
def test_real_pages_say_nothing_of_training() -> None:
    response = Client().get("/")
    assert "training" not in response.content.decode() and not response.has_header("X-Robots-Tag")


@pytest.mark.usefixtures("training", "db")
def test_machines_find_nothing_to_fetch() -> None:
    assert Client().get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    for url in ("/thong-tin/moi.atom", "/sitemap.xml", "/sitemap-items-1.xml"):
        assert Client().get(url).status_code == 404, url


@pytest.mark.usefixtures("training")
@pytest.mark.parametrize(
    ("named", "becomes"),
    [
        ('attachment; filename="so.csv"', 'attachment; filename="TAP-HUAN-so.csv"'),
        ("inline; filename*=utf-8''s%E1%BB%95.pdf", "inline; filename*=utf-8''TAP-HUAN-s%E1%BB%95.pdf"),
        ("attachment", "attachment"),
    ],
)
def test_files_that_are_taken_out_are_named_so(named: str, becomes: str) -> None:
    answer = TrainingMiddleware(lambda _request: HttpResponse(headers={"Content-Disposition": named}))
    assert answer(RequestFactory().get("/x/"))["Content-Disposition"] == becomes


@pytest.mark.usefixtures("training", "db")
def test_no_mail_leaves_even_where_a_server_is_set(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.EMAIL_HOST = "thu.vidu.vn"
    monkeypatch.setattr("minhbach.foundation.mail.sending.Connection", lambda: pytest.fail("a server was asked"))
    with transaction.atomic():
        queue_mail(
            to="thu@vidu.vn", subject="Thử", body="Thử", about=Subject("x", 1), actor=system_actor("thu"), now=NOW
        )
    assert send_due_mails(clock=lambda: NOW).sent == 0
    assert OutgoingMail.objects.get().state == "queued"
    assert "tập huấn" in str(send_waiting_mail()["words"])


@pytest.mark.usefixtures("db")
def test_training_begins_on_nothing_and_its_data_are_never_served_as_real(settings: Any) -> None:
    hold_to_mode(now=NOW)
    assert not TrainingMark.objects.exists()
    settings.IS_TRAINING = True
    hold_to_mode(now=NOW)
    hold_to_mode(now=NOW)
    assert TrainingMark.objects.count() == 1
    settings.IS_TRAINING = False
    with pytest.raises(WrongMode, match="tập huấn"):
        hold_to_mode(now=NOW)


@pytest.mark.usefixtures("training", "db")
def test_training_does_not_begin_on_real_data() -> None:
    with transaction.atomic():
        record_event(chain=INSTALLATION, kind="test.done", subject=Subject("x", 1), actor=system_actor("thu"), now=NOW)
    with pytest.raises(WrongMode, match="dữ liệu thật"):
        hold_to_mode(now=NOW)


@pytest.mark.usefixtures("db")
def test_real_data_are_never_emptied(settings: Any) -> None:
    with pytest.raises(CommandError, match="không phải bản tập huấn"):
        call_command("end_training", "--erase-everything")
    settings.IS_TRAINING = True
    with pytest.raises(CommandError, match="không phải bản tập huấn"):
        call_command("end_training", "--erase-everything")
    hold_to_mode(now=NOW)
    with pytest.raises(CommandError, match="xác nhận"):
        call_command("end_training")
    assert TrainingMark.objects.exists()


@pytest.mark.usefixtures("training", "db")
def test_it_ends_by_emptying_database_and_files(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = tmp_path
    settings.FILES_ROOT, settings.CHECKPOINTS_ROOT = tmp_path / "files", tmp_path / "checkpoints"
    hold_to_mode(now=NOW)
    kept = [tmp_path / name for name in ("files/ab/than-nhan", "quarantine/tep", "checkpoints/1.jsonl", "db", "db-wal")]
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("lời")
    # The test's own database stays: what is emptied is a file that stands for it.
    own = SimpleNamespace(vendor="sqlite", close=lambda: None, settings_dict={"NAME": tmp_path / "db"})
    monkeypatch.setattr(end_training, "connection", own)
    call_command("end_training", "--erase-everything", stdout=StringIO())
    assert [path for path in kept if path.exists()] == []


def test_on_postgresql_the_whole_schema_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    cursor = nullcontext(SimpleNamespace(execute=said.append))
    own = SimpleNamespace(vendor="postgresql", cursor=lambda: cursor)
    monkeypatch.setattr(end_training, "connection", own)
    end_training.empty_database()
    assert said == ['DROP SCHEMA "public" CASCADE', 'CREATE SCHEMA "public"']
