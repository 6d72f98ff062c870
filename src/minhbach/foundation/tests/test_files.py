"""Files lie under their hash, are checked when read, and reach only whom their room lets."""

import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import reverse

from minhbach.domain.access import VISITOR, Actor
from minhbach.foundation import registries
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.clock import now
from minhbach.foundation.contracts import CorruptFile, FileNotStored, StoredFileRecord, Subject
from minhbach.foundation.files import disk
from minhbach.foundation.files.sweeping import sweep
from minhbach.foundation.models import StoredFile
from minhbach.foundation.queries import file_content
from minhbach.foundation.tests.rows import AT, OFFICER
from minhbach.foundation.views import serve_file

pytestmark = pytest.mark.django_db
# The SHA-256 of "abc" as FIPS 180-2 prints it (appendix B.1).
ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.fixture(autouse=True)
def root(settings, tmp_path: Path) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture(autouse=True)
def _letters_are_read_by_officer_7() -> Iterator[None]:
    registries.let_read_files("sample_letter", only_officer_7)
    yield
    registries._file_answers.pop("sample_letter")


def only_officer_7(actor: Actor, subject: Subject) -> bool:
    return actor == OFFICER and subject.id == "5"


def stored(content: bytes = b"abc", name: str = "Công văn số 5.pdf", subject: int = 5) -> StoredFileRecord:
    return store_file(content=content, name=name, subject=Subject("sample_letter", subject), actor=OFFICER, now=AT)


def asked(record: StoredFileRecord, actor: Actor = OFFICER, name: str = "", **headers: str):
    request = RequestFactory().get("/tep/", headers=headers)
    request.actor = actor
    return serve_file(request, record.id, name or record.name)


def test_bytes_lie_under_their_hash_readable_by_nobody_else_and_never_executable(root: Path) -> None:
    record = stored()
    path = root / "ba" / "78" / ABC
    assert record.sha256 == ABC
    assert path.read_bytes() == b"abc"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert file_content(record.id) == b"abc"


def test_equal_bytes_lie_on_the_disk_once(root: Path) -> None:
    first, second = stored(name="a.txt"), stored(name="b.txt")
    assert first.id != second.id
    assert [p for p in root.rglob("*") if p.is_file()] == [root / "ba" / "78" / ABC]


def test_file_and_every_new_folder_are_flushed_before_the_row_is_written(root: Path, monkeypatch) -> None:
    flushed: list[str] = []
    really = os.fsync

    def note(descriptor: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{descriptor}").resolve().name)
        assert not StoredFile.objects.exists()
        really(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    stored()
    # The order matters: the name in its folder is flushed after the file has come to it.
    assert [name for name in flushed if not name.startswith("being-written-")][-1] == "78"
    assert {"ba", "78", root.name, root.parent.name} <= set(flushed)
    assert any(name.startswith("being-written-") for name in flushed)


def test_damaged_file_is_never_handed_out(root: Path) -> None:
    record = stored()
    (root / "ba" / "78" / ABC).write_bytes(b"abd")
    with pytest.raises(CorruptFile):
        file_content(record.id)
    with pytest.raises(CorruptFile):
        asked(record)


def test_missing_file_is_corrupt_and_unknown_id_is_not_stored(root: Path) -> None:
    record = stored()
    (root / "ba" / "78" / ABC).unlink()
    with pytest.raises(CorruptFile):
        file_content(record.id)
    with pytest.raises(FileNotStored):
        file_content(record.id + 1)


def test_storing_again_mends_a_damaged_file(root: Path) -> None:
    record = stored()
    (root / "ba" / "78" / ABC).write_bytes(b"abd")
    stored()
    assert file_content(record.id) == b"abc"


def test_nothing_is_left_of_a_file_that_could_not_be_written(root: Path, monkeypatch) -> None:
    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        stored()
    assert not [p for p in root.rglob("*") if p.is_file()]
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\an\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp.exe"),
        ("...", "tep"),
        ("", "tep"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("Ke\u0302\u0301 hoa\u0323ch.pdf", "K\u1ebf ho\u1ea1ch.pdf"),
    ],
)
def test_name_keeps_nothing_that_could_harm(given: str, kept: str) -> None:
    assert stored(name=given).name == kept


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7\n...", "a.pdf", "application/pdf"),
        (b"<html><script>", "a.pdf", "application/octet-stream"),
        (b"<html><script>", "a.html", "text/html"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "image/png"),
        ("Kế hoạch".encode(), "a.txt", "text/plain"),
        (b"\xff\xfe\x00", "a.txt", "application/octet-stream"),
        (b"PK", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_media_type_of_what_a_browser_shows_comes_from_the_bytes(content: bytes, name: str, expected: str) -> None:
    assert stored(content, name).media_type == expected


def test_officer_whom_the_room_lets_gets_the_file_with_its_vietnamese_name() -> None:
    answer = asked(stored(b"%PDF-1.7"))
    assert answer.content == b"%PDF-1.7"
    # RFC 5987: the UTF-8 name, percent-encoded.
    assert answer["Content-Disposition"] == "inline; filename*=utf-8''C%C3%B4ng%20v%C4%83n%20s%E1%BB%91%205.pdf"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize(("name", "content"), [("a.html", b"<script>alert(1)</script>"), ("a.svg", b"<svg/>")])
def test_what_could_run_in_a_browser_is_only_downloaded(name: str, content: bytes) -> None:
    answer = asked(stored(content, name))
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_unchanged_file_is_not_sent_again_but_the_right_is_asked_again(client: Client) -> None:
    record = stored()
    tag = asked(record)["ETag"]
    assert asked(record, **{"If-None-Match": tag}).status_code == 304
    url = reverse("foundation:file", args=[record.id, record.name])
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 404


@pytest.mark.parametrize("actor", [VISITOR, Actor(person=8)])
def test_file_that_may_not_be_read_cannot_be_told_from_one_that_is_not_there(actor: Actor, client: Client) -> None:
    record = stored()
    hidden = client.get(reverse("foundation:file", args=[record.id, record.name]))
    absent = client.get(reverse("foundation:file", args=[record.id + 99, record.name]))
    assert hidden.status_code == absent.status_code == 404
    with pytest.raises(Http404):
        asked(record, actor)


def test_file_of_another_subject_or_of_a_kind_nobody_answers_for_is_not_read() -> None:
    with pytest.raises(Http404):
        asked(stored(subject=6))
    lonely = store_file(content=b"x", name="x", subject=Subject("nobody", 5), actor=OFFICER, now=AT)
    with pytest.raises(Http404):
        asked(lonely)


def test_file_is_not_served_under_a_made_up_name() -> None:
    with pytest.raises(Http404):
        asked(stored(), name="Quyết định bãi nhiệm.pdf")


def test_second_answer_for_a_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="sample_letter"):
        registries.let_read_files("sample_letter", lambda actor, subject: True)


def test_sweep_reports_missing_damaged_and_unnamed_files_and_deletes_nothing(root: Path) -> None:
    whole, missing, damaged = stored(b"whole"), stored(b"missing"), stored(b"damaged")
    disk.place(root, missing.sha256).unlink()
    disk.place(root, damaged.sha256).write_bytes(b"other")
    unnamed = disk.write(root, b"rolled back")
    young = disk.write(root, b"under way")
    old = (now() - timedelta(days=2)).timestamp()
    os.utime(disk.place(root, unnamed), (old, old))
    found = sweep(root, now=now())
    assert (found.rows, found.missing, found.damaged, found.unnamed) == (3, (missing.id,), (damaged.id,), (unnamed,))
    assert disk.place(root, young).exists()
    assert disk.place(root, unnamed).exists()
    assert file_content(whole.id) == b"whole"
