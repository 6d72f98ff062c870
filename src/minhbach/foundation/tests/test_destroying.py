"""Files and mails that are destroyed for good, and what must not go with them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from minhbach.domain.access import VISITOR, system_actor
from minhbach.foundation.actions.destroy_files import destroy_files_about, remove_doomed_bytes
from minhbach.foundation.actions.erase_mails import erase_mails_about
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import CorruptFile, Subject
from minhbach.foundation.files import disk
from minhbach.foundation.models import DoomedBytes, OutgoingMail, StoredFile

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
ONE, OTHER = Subject("submission", 1), Subject("submission", 2)


@pytest.fixture
def root(tmp_path: Path, settings: Any, db: Any) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return tmp_path / "files"


def kept(subject: Subject, content: bytes = b"than nhan") -> str:
    """Store bytes for a subject and return their hash."""
    return store_file(content=content, name="a.txt", subject=subject, actor=VISITOR, now=NOW).sha256


def test_bytes_of_a_destroyed_file_leave_the_disk_an_hour_later(root: Path) -> None:
    sha256 = kept(ONE)
    with transaction.atomic():
        assert destroy_files_about([ONE], now=NOW) == 1
    assert not StoredFile.objects.exists()
    assert remove_doomed_bytes(root, now=LATER - timedelta(seconds=1)) == 0
    assert disk.read(root, sha256) == b"than nhan"
    assert remove_doomed_bytes(root, now=LATER) == 1
    with pytest.raises(CorruptFile):
        disk.read(root, sha256)
    assert remove_doomed_bytes(root, now=LATER) == 0


def test_bytes_that_another_file_has_too_stay(root: Path) -> None:
    sha256 = kept(ONE)
    kept(OTHER)
    with transaction.atomic():
        destroy_files_about([ONE], now=NOW)
    assert not DoomedBytes.objects.exists()
    assert remove_doomed_bytes(root, now=LATER) == 0 and disk.read(root, sha256) == b"than nhan"


def test_bytes_that_are_stored_again_before_they_leave_stay(root: Path) -> None:
    sha256 = kept(ONE)
    with transaction.atomic():
        destroy_files_about([ONE], now=NOW)
    kept(OTHER)
    assert remove_doomed_bytes(root, now=LATER) == 0 and disk.read(root, sha256) == b"than nhan"


def test_an_erased_mail_says_nothing_and_goes_nowhere(db: Any) -> None:
    for to, about in (("thu@vidu.vn", ONE), ("khac@vidu.vn", OTHER)):
        queue_mail(to=to, subject="[1] Có tin", body="lời", about=about, actor=system_actor("thu"), now=NOW)
    assert erase_mails_about([ONE]) == 1
    gone, other = OutgoingMail.objects.order_by("pk")
    assert (gone.to, gone.text, gone.searchable, gone.state) == ("", "", "", "given_up")
    assert gone.subject == "[1] Có tin" and gone.queued_at == NOW
    assert (other.to, other.state) == ("khac@vidu.vn", "queued")
    assert erase_mails_about([ONE]) == 0
