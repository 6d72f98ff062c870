"""What is handed in with a report: checked for a mark of secrecy before it is kept, and served to who may see it."""

import base64
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from xlsxwriter import Workbook

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.evidence import EvidenceState
from minhbach.foundation.contracts import FileNotStored, Subject
from minhbach.foundation.files import quarantine
from minhbach.foundation.models import StoredFile
from minhbach.foundation.queries import events_about, file_content, readable_file
from minhbach.planning import jobs
from minhbach.planning.actions.check_evidence import check_evidence
from minhbach.planning.actions.report_work import report_progress
from minhbach.planning.contracts import Evidence, WorkRefused
from minhbach.planning.evidence import place_of
from minhbach.planning.models import HeldEvidence, Plan, WorkReport
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.work_plan import DATED, TEXT, confirmed_plan, work_on

PIXEL = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
READER = system_actor("reader")
MARKED = "MẬT\n" + TEXT


@pytest.fixture
def plan(world: World) -> Plan:
    return confirmed_plan(world)


@pytest.fixture
def specialist(world: World) -> Actor:
    return world.officer(Role.SPECIALIST, body=world.office)


def hand_in(plan: Plan, actor: Actor, *files: tuple[str, bytes]) -> int:
    evidence = [Evidence(name, content) for name, content in files]
    return report_progress(
        assignment_id=work_on(plan, DATED).pk, percent=10, text="Kèm tệp", evidence=evidence, actor=actor, now=NOW
    )


def docx(*lines: str) -> bytes:
    document, out = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def xlsx(*cells: str) -> bytes:
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, cell in enumerate(cells):
            sheet.write_string(row, 0, cell)
    return out.getvalue()


def stored(report: int) -> list[StoredFile]:
    return list(StoredFile.objects.filter(subject_kind="work_report", subject_id=str(report)))


def lies_anywhere(folder: Path, content: bytes) -> bool:
    return any(path.read_bytes() == content for path in folder.rglob("*") if path.is_file())


def test_a_short_text_is_kept_at_once(plan: Plan, specialist: Actor) -> None:
    report = hand_in(plan, specialist, ("bien-ban.txt", "Biên bản họp ngày 12/10".encode()))
    file = stored(report)[0]
    assert file_content(file.pk).decode() == "Biên bản họp ngày 12/10"
    assert file.stored_by == specialist.reference
    assert not HeldEvidence.objects.exists()


def test_a_text_with_a_mark_is_refused_with_the_whole_report(plan: Plan, specialist: Actor, tmp_path: Path) -> None:
    with pytest.raises(WorkRefused, match="dấu “Mật”"):
        hand_in(plan, specialist, ("a.txt", b"khong mat"), ("ke-hoach.txt", MARKED.encode()))
    assert not WorkReport.objects.exists()
    assert not StoredFile.objects.filter(subject_kind="work_report").exists()
    assert not lies_anywhere(tmp_path, MARKED.encode())


def test_a_document_waits_unserved_and_is_kept_once_it_is_read(plan: Plan, specialist: Actor, world: World) -> None:
    content = docx("Quy chế nội bộ về cung cấp thông tin")
    report = hand_in(plan, specialist, ("quy-che.docx", content))
    held = HeldEvidence.objects.get()
    assert (held.state, held.name, held.size, stored(report)) == (
        EvidenceState.WAITING,
        "quy-che.docx",
        len(content),
        [],
    )
    assert check_evidence(held_id=held.pk, actor=READER, now=NOW) == EvidenceState.KEPT
    file = stored(report)[0]
    assert (file.name, file.stored_by, file_content(file.pk)) == ("quy-che.docx", specialist.reference, content)
    assert not HeldEvidence.objects.exists()
    assert check_evidence(held_id=held.pk, actor=READER, now=NOW) == EvidenceState.KEPT, "again, and nothing more"
    assert len(stored(report)) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ke-hoach.docx", docx(*MARKED.split("\n"))),
        ("danh-sach.xlsx", xlsx("TỐI MẬT", "DANH SÁCH", "1")),
        ("anh.png", docx(*MARKED.split("\n"))),
    ],
    ids=["document", "sheet", "document called a picture"],
)
def test_a_marked_file_is_removed_with_its_name(
    plan: Plan, specialist: Actor, tmp_path: Path, django_capture_on_commit_callbacks: Any, name: str, content: bytes
) -> None:
    report = hand_in(plan, specialist, (name, content))
    held = HeldEvidence.objects.get()
    assert lies_anywhere(tmp_path, content)
    with django_capture_on_commit_callbacks(execute=True):
        assert check_evidence(held_id=held.pk, actor=READER, now=NOW) == EvidenceState.REFUSED
    held.refresh_from_db()
    assert (held.name, held.code) == ("", "secrecy_mark")
    assert stored(report) == []
    assert not lies_anywhere(tmp_path, content)
    event = list(events_about(Subject("assignment", work_on(plan, DATED).pk)))[-1]
    assert (event.kind, event.facts) == ("assignment.evidence_refused", {"report": report})
    assert check_evidence(held_id=held.pk, actor=READER, now=NOW) == EvidenceState.REFUSED


def test_a_mark_where_nobody_looks_is_found_all_the_same(plan: Plan, specialist: Actor) -> None:
    """On a hidden sheet, and in the head of each page: both go out with the file."""
    hidden, out = io.BytesIO(), io.BytesIO()
    with Workbook(hidden, {"in_memory": True}) as book:
        book.add_worksheet("Kết quả").write_string(0, 0, "Đã rà soát 12 hồ sơ")
        other = book.add_worksheet("Nguồn")
        other.write_string(0, 0, "TỐI MẬT")
        other.hide()
    document = Document()
    document.add_paragraph("Biên bản làm việc")
    document.sections[0].header.paragraphs[0].text = "MẬT"
    document.save(out)
    report = hand_in(plan, specialist, ("ket-qua.xlsx", hidden.getvalue()), ("bien-ban.docx", out.getvalue()))
    jobs.check_waiting_evidence()
    assert stored(report) == []
    assert list(HeldEvidence.objects.values_list("state", "name")) == [(EvidenceState.REFUSED, "")] * 2


def test_an_old_word_document_is_named_as_what_it_is(plan: Plan, specialist: Actor) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)
    hand_in(plan, specialist, ("cu.doc", old))
    jobs.check_waiting_evidence()
    held = HeldEvidence.objects.get()
    assert (held.state, held.code) == (EvidenceState.UNREADABLE, "old_format")
    assert "lưu thành .docx" in held.sentence


def test_a_picture_without_text_is_kept(plan: Plan, specialist: Actor) -> None:
    report = hand_in(plan, specialist, ("hoi-nghi.png", PIXEL))
    jobs.check_waiting_evidence()
    assert [file.name for file in stored(report)] == ["hoi-nghi.png"]


def test_a_sheet_without_a_mark_is_kept(plan: Plan, specialist: Actor) -> None:
    report = hand_in(plan, specialist, ("so-lieu.xlsx", xlsx("Cơ quan", "Sở Tư pháp")))
    jobs.check_waiting_evidence()
    assert [file.name for file in stored(report)] == ["so-lieu.xlsx"]


def test_what_no_machine_reads_is_not_kept_and_says_so(plan: Plan, specialist: Actor) -> None:
    report = hand_in(plan, specialist, ("hong.docx", b"PK\x03\x04" + b"hong" * 100))
    jobs.check_waiting_evidence()
    held = HeldEvidence.objects.get()
    assert (held.state, held.name, stored(report)) == (EvidenceState.UNREADABLE, "hong.docx", [])
    assert held.sentence


def test_archives_and_programs_are_refused_at_the_door(plan: Plan, specialist: Actor) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", MARKED)
    with pytest.raises(WorkRefused, match="“x.pdf”"):
        hand_in(plan, specialist, ("x.pdf", b"MZ\x90\x00" * 20))
    report = hand_in(plan, specialist, ("x.docx", archive.getvalue()))
    jobs.check_waiting_evidence()
    assert stored(report) == []


def test_the_sweep_is_safe_late_and_twice_and_when_the_file_is_lost(plan: Plan, specialist: Actor) -> None:
    report = hand_in(plan, specialist, ("a.png", PIXEL), ("b.png", PIXEL))
    first = HeldEvidence.objects.order_by("pk").first()
    assert first is not None
    quarantine.remove(place_of(first))
    jobs.check_waiting_evidence()
    jobs.check_waiting_evidence()
    assert [file.name for file in stored(report)] == ["b.png"]
    first.refresh_from_db()
    assert (first.state, first.code) == (EvidenceState.UNREADABLE, "no_file")


def test_evidence_opens_for_who_may_see_the_work_and_for_nobody_else(
    world: World, plan: Plan, specialist: Actor
) -> None:
    report = hand_in(plan, specialist, ("bien-ban.txt", "Biên bản".encode()))
    file = stored(report)[0]
    together = world.officer(Role.SPECIALIST, body=world.economy)
    for reader in (specialist, together, world.officer(Role.LEADER), world.officer(Role.SUPERVISOR)):
        assert readable_file(file.pk, actor=reader).name == "bien-ban.txt"
    strangers = [world.officer(role, body=world.other_ward) for role in Role]
    for stranger in (*strangers, world.officer(Role.SPECIALIST, body=world.culture), Actor(), READER):
        with pytest.raises(FileNotStored):
            readable_file(file.pk, actor=stranger)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\a\u202etxt.exe.txt", "a txt.exe.txt"),
        ("con\x00tro\r\nl.txt", "con tro l.txt"),
        ("", "tep"),
        ("x" * 400 + ".txt", "x" * 116 + ".txt"),
        ("<script>alert(1)</script>.txt", "script.txt"),
    ],
)
def test_hostile_names_are_made_harmless(plan: Plan, specialist: Actor, name: str, kept: str) -> None:
    text = hand_in(plan, specialist, (name, b"mot hai ba"))
    assert [file.name for file in stored(text)] == [kept]
    hand_in(plan, specialist, (name, PIXEL))
    assert HeldEvidence.objects.get().name == kept
