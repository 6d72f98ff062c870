"""Forms half filled in, and files that a process left behind when it died."""

import os
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from minhbach.foundation.files import quarantine
from minhbach.intake import drafts
from minhbach.intake.contracts import FileRole, WaitingFile
from minhbach.intake.holding import put_aside
from minhbach.intake.models import Draft
from minhbach.intake.tests.conftest import NOW

pytestmark = pytest.mark.django_db


def aside(text: str = "đơn") -> WaitingFile:
    return put_aside(name="don.txt", content=text.encode(), role=FileRole.ATTACHMENT)


def aged(file: WaitingFile, by: timedelta) -> None:
    moment = (NOW - by).timestamp()
    os.utime(os.path.join(settings.DATA, "quarantine", file.place), (moment, moment))  # noqa: PTH118


def test_a_draft_is_found_for_a_day_by_its_own_secret_alone() -> None:
    secret = drafts.keep(None, {"text": "Xin bảng giá đất"}, now=NOW)
    found = drafts.find(secret, now=NOW + timedelta(hours=23))
    assert found is not None
    assert found.content == {"text": "Xin bảng giá đất"}
    assert drafts.find("khác", now=NOW) is None
    assert drafts.find("", now=NOW) is None
    assert drafts.find(secret, now=NOW + timedelta(hours=24)) is None


def test_a_draft_that_nobody_finished_goes_with_its_files() -> None:
    kept = drafts.find(drafts.keep(None, {}, now=NOW), now=NOW)
    assert kept is not None
    file = aside()
    drafts.add_file(kept.id, file)
    assert drafts.forget_expired(now=NOW + timedelta(hours=23)) == 0
    assert drafts.forget_expired(now=NOW + timedelta(hours=24)) == 1
    assert not Draft.objects.exists()
    with pytest.raises(FileNotFoundError):
        quarantine.waiting(file.place)


def test_too_much_or_too_many_are_not_kept(monkeypatch: Any) -> None:
    with pytest.raises(drafts.TooManyDrafts):
        drafts.keep(None, {"text": "x" * drafts.LARGEST}, now=NOW)
    monkeypatch.setattr(drafts, "MOST", 1)
    secret = drafts.keep(None, {}, now=NOW)
    with pytest.raises(drafts.TooManyDrafts):
        drafts.keep(None, {}, now=NOW)
    assert drafts.keep(secret, {"text": "thêm"}, now=NOW) == secret


def test_files_that_nothing_names_go_after_two_days_and_others_stay() -> None:
    kept = drafts.find(drafts.keep(None, {}, now=NOW), now=NOW)
    assert kept is not None
    left, fresh, drafted = aside("bỏ lại"), aside("mới"), aside("nháp")
    drafts.add_file(kept.id, drafted)
    for file in (left, drafted):
        aged(file, timedelta(days=3))
    aged(fresh, timedelta(days=1))
    assert drafts.drop_left_behind(now=NOW) == 1
    with pytest.raises(FileNotFoundError):
        quarantine.waiting(left.place)
    assert quarantine.waiting(fresh.place) == "mới".encode()
    assert quarantine.waiting(drafted.place) == "nháp".encode()
