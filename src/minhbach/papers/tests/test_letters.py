"""What is done with letters: each act, each refusal, its event, and strangers who see nothing."""

from dataclasses import replace
from datetime import date

import pytest

from minhbach.domain.access import Role, system_actor
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about, file_content, readable_file
from minhbach.papers import registries
from minhbach.papers.actions.attach_signed_scan import attach_signed_scan
from minhbach.papers.actions.change_letter import change_letter
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.actions.drop_letter import drop_letter
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.contracts import LetterNotVisible, LetterRefused, Paragraph
from minhbach.papers.models import Letter
from minhbach.papers.queries import book_of, letters_about, letters_visible_to, paper_of, visible_letter
from minhbach.papers.tests.conftest import NOW, TODAY, World
from minhbach.papers.tests.samples import LETTER, PLAN

SCAN = b"%PDF-1.7 ban ky\x00\xff"


def kinds_of(letter_id: int) -> list[str]:
    return [event.kind for event in events_about(Subject("letter", letter_id))]


def number(letter_id: int, actor: object, *, wanted: int | None = None, on: date = TODAY) -> int:
    return give_number(
        letter_id=letter_id, symbol="UBND-VP", issued_on=on, number=wanted, actor=actor, now=NOW  # type: ignore[arg-type]
    )  # fmt: skip


def test_draft_keeps_the_paper_and_leaves_number_and_date_to_come(world: World) -> None:
    specialist = world.officer(Role.SPECIALIST)
    letter_id = world.draft(specialist)
    row = visible_letter(letter_id, actor=specialist)
    assert (row.state, row.number, row.issued_on) == (LetterState.DRAFT, None, None)
    assert paper_of(row) == replace(LETTER, number=0, day=None, year=2026)
    assert kinds_of(letter_id) == ["letter.drafted"]


def test_symbol_is_proposed_where_the_paper_has_none(world: World) -> None:
    specialist = world.officer(Role.SPECIALIST)
    for paper, symbol in ((LETTER, "UBND-VP"), (PLAN, "KH-UBND")):
        letter_id = world.draft(specialist, replace(paper, symbol=""))
        assert Letter.objects.get(pk=letter_id).symbol == symbol


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_supervisor_and_administrator_neither_draft_nor_see(world: World, role: Role) -> None:
    letter_id = world.draft(world.officer(Role.SPECIALIST))
    actor = world.officer(role)
    with pytest.raises(LetterRefused):
        world.draft(actor)
    with pytest.raises(LetterNotVisible):
        visible_letter(letter_id, actor=actor)


@pytest.mark.parametrize(
    "role", [Role.SPECIALIST, Role.FOCAL_POINT, Role.MODERATOR, Role.LEADER, Role.JUSTICE_COORDINATOR]
)
def test_these_roles_draft_and_change(world: World, role: Role) -> None:
    actor = world.officer(role)
    letter_id = world.draft(actor)
    change_letter(letter_id=letter_id, paper=replace(LETTER, subject="Khác"), version=1, actor=actor, now=NOW)
    assert visible_letter(letter_id, actor=actor).subject == "Khác"
    assert kinds_of(letter_id) == ["letter.drafted", "letter.changed"]


def test_officer_of_another_body_sees_and_does_nothing(world: World) -> None:
    letter_id = world.draft(world.officer(Role.LEADER))
    stranger = world.officer(*Role, body=world.other_ward)
    assert not letters_visible_to(stranger).exists()
    with pytest.raises(LetterNotVisible):
        draft_letter(paper=LETTER, body_id=world.ward.pk, actor=stranger, now=NOW)
    with pytest.raises(LetterNotVisible):
        change_letter(letter_id=letter_id, paper=LETTER, version=1, actor=stranger, now=NOW)
    with pytest.raises(LetterNotVisible):
        number(letter_id, stranger)
    with pytest.raises(LetterNotVisible):
        attach_signed_scan(letter_id=letter_id, content=SCAN, name="a.pdf", actor=stranger, now=NOW)
    with pytest.raises(LetterNotVisible):
        drop_letter(letter_id=letter_id, reason="", actor=stranger, now=NOW)
    assert kinds_of(letter_id) == ["letter.drafted"]


def test_paper_without_subject_is_refused(world: World) -> None:
    with pytest.raises(LetterRefused) as refused:
        world.draft(world.officer(Role.SPECIALIST), replace(LETTER, subject=" "))
    assert refused.value.field == "subject"


def test_a_job_drafts_for_a_body(world: World) -> None:
    letter_id = draft_letter(
        paper=LETTER, body_id=world.ward.pk, about=Subject("plan", 7), actor=system_actor("reminders"), now=NOW
    )
    event = events_about(Subject("letter", letter_id))[0]
    assert (event.actor, event.facts["about"]) == ("system:reminders", "plan:7")
    found = letters_about(Subject("plan", 7), actor=world.officer(Role.SPECIALIST))
    assert [row.pk for row in found] == [letter_id]


def test_stale_change_is_refused_and_nothing_is_overwritten(world: World) -> None:
    one, two = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    letter_id = world.draft(one)
    change_letter(letter_id=letter_id, paper=replace(LETTER, subject="Bản một"), version=1, actor=one, now=NOW)
    with pytest.raises(LetterRefused, match="Người khác vừa sửa"):
        change_letter(letter_id=letter_id, paper=replace(LETTER, subject="Bản hai"), version=1, actor=two, now=NOW)
    assert visible_letter(letter_id, actor=one).subject == "Bản một"


def test_numbers_run_without_gap_for_each_body_kind_and_year(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    assert [number(world.draft(clerk), clerk) for _ in range(3)] == [1, 2, 3]
    assert number(world.draft(clerk, PLAN), clerk) == 1
    other = world.officer(Role.FOCAL_POINT, body=world.other_ward)
    there = draft_letter(paper=LETTER, body_id=world.other_ward.pk, actor=other, now=NOW)
    assert number(there, other) == 1
    assert number(world.draft(clerk), clerk, on=date(2025, 12, 31)) == 1
    assert number(world.draft(clerk), clerk) == 4


def test_number_comes_with_symbol_and_date_and_an_event(world: World) -> None:
    leader = world.officer(Role.LEADER)
    letter_id = world.draft(leader)
    give_number(letter_id=letter_id, symbol=" UBND-VHXH ", issued_on=TODAY, actor=leader, now=NOW)
    row = visible_letter(letter_id, actor=leader)
    assert (row.state, row.number, row.year, row.symbol, row.issued_on) == ("numbered", 1, 2026, "UBND-VHXH", TODAY)
    event = events_about(Subject("letter", letter_id))[-1]
    assert event.kind == "letter.numbered"
    assert dict(event.facts) == {"number": 1, "symbol": "UBND-VHXH", "issued_on": "2026-10-13", "by_hand": False}


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.MODERATOR, Role.JUSTICE_COORDINATOR])
def test_only_leader_and_focal_point_number_and_keep_scans(world: World, role: Role) -> None:
    actor, clerk = world.officer(role), world.officer(Role.FOCAL_POINT)
    letter_id = world.draft(actor)
    with pytest.raises(LetterRefused):
        number(letter_id, actor)
    number(letter_id, clerk)
    with pytest.raises(LetterRefused):
        attach_signed_scan(letter_id=letter_id, content=SCAN, name="a.pdf", actor=actor, now=NOW)
    with pytest.raises(LetterRefused):
        drop_letter(letter_id=letter_id, reason="nhầm", actor=actor, now=NOW)
    assert kinds_of(letter_id) == ["letter.drafted", "letter.numbered"]


def test_typed_number_is_taken_once_and_the_book_goes_on_behind_it(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    assert number(world.draft(clerk), clerk, wanted=120) == 120
    with pytest.raises(LetterRefused, match="Số 120 của năm 2026 đã dùng") as refused:
        number(world.draft(clerk), clerk, wanted=120)
    assert refused.value.field == "number"
    assert number(world.draft(clerk), clerk, wanted=119, on=date(2026, 10, 1)) == 119
    assert number(world.draft(clerk), clerk) == 121


@pytest.mark.parametrize("wanted", [0, -1, 1_000_000])
def test_impossible_numbers_are_refused(world: World, wanted: int) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    with pytest.raises(LetterRefused):
        number(world.draft(clerk), clerk, wanted=wanted)


def test_date_ahead_or_before_the_last_number_is_refused(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    with pytest.raises(LetterRefused, match="chưa tới"):
        number(world.draft(clerk), clerk, on=date(2026, 10, 14))
    number(world.draft(clerk), clerk)
    with pytest.raises(LetterRefused, match="13/10/2026"):
        number(world.draft(clerk), clerk, on=date(2026, 10, 12))


def test_numbered_letter_may_be_mended_but_keeps_its_number(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    letter_id = world.draft(clerk)
    number(letter_id, clerk)
    version = visible_letter(letter_id, actor=clerk).version
    mended = replace(LETTER, number=99, day=date(2026, 1, 1), blocks=(Paragraph("Mới."),))
    change_letter(letter_id=letter_id, paper=mended, version=version, actor=clerk, now=NOW)
    paper = paper_of(visible_letter(letter_id, actor=clerk))
    assert (paper.number, paper.day, paper.blocks) == (1, TODAY, (Paragraph("Mới."),))
    with pytest.raises(MoveNotAllowed):
        number(letter_id, clerk)


def test_scan_is_kept_byte_for_byte_under_its_true_ending(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    letter_id = world.draft(clerk)
    number(letter_id, clerk)
    file_id = attach_signed_scan(letter_id=letter_id, content=SCAN, name="bản ký.exe", actor=clerk, now=NOW)
    row = visible_letter(letter_id, actor=clerk)
    assert (row.state, row.scan_file_id, row.scan_name) == ("signed", file_id, "bản ký.pdf")
    assert file_content(file_id) == SCAN
    assert readable_file(file_id, actor=clerk).media_type == "application/pdf"
    event = events_about(Subject("letter", letter_id))[-1]
    assert event.kind == "letter.signed"
    assert event.facts["bytes"] == len(SCAN)
    again = attach_signed_scan(letter_id=letter_id, content=SCAN + b"2", name="hai.pdf", actor=clerk, now=NOW)
    assert file_content(file_id) == SCAN, "the earlier scan stays"
    assert visible_letter(letter_id, actor=clerk).scan_file_id == again
    with pytest.raises(MoveNotAllowed):
        change_letter(letter_id=letter_id, paper=LETTER, version=row.version + 1, actor=clerk, now=NOW)
    with pytest.raises(MoveNotAllowed):
        drop_letter(letter_id=letter_id, reason="nhầm", actor=clerk, now=NOW)


def test_scan_of_another_kind_or_size_is_refused(world: World, settings: object) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    letter_id = world.draft(clerk)
    with pytest.raises(MoveNotAllowed):
        attach_signed_scan(letter_id=letter_id, content=SCAN, name="a.pdf", actor=clerk, now=NOW)
    number(letter_id, clerk)
    for content in (b"", b"MZ\x90\x00", b"<html>", b"PK\x03\x04"):
        with pytest.raises(LetterRefused, match="không phải bản quét"):
            attach_signed_scan(letter_id=letter_id, content=content, name="a.pdf", actor=clerk, now=NOW)
    settings.UPLOAD_LIMIT = 10  # type: ignore[attr-defined]
    with pytest.raises(LetterRefused, match="nặng hơn"):
        attach_signed_scan(letter_id=letter_id, content=SCAN, name="a.pdf", actor=clerk, now=NOW)


def test_dropped_number_stays_used_and_in_the_book(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    first, second = world.draft(clerk), world.draft(clerk)
    number(first, clerk)
    with pytest.raises(LetterRefused, match="lý do"):
        drop_letter(letter_id=first, reason=" ", actor=clerk, now=NOW)
    drop_letter(letter_id=first, reason="Ghi nhầm nơi nhận", actor=clerk, now=NOW)
    assert number(second, clerk) == 2
    with pytest.raises(LetterRefused):
        number(world.draft(clerk), clerk, wanted=1)
    book = book_of(clerk, year=2026, body_id=world.ward.pk, kind="")
    assert [(row.number, row.state) for row in book] == [(1, "dropped"), (2, "numbered")]
    event = events_about(Subject("letter", first))[-1]
    assert (event.kind, dict(event.facts)) == ("letter.dropped", {"number": 1, "year": 2026})


def test_draft_is_dropped_without_a_reason_and_uses_no_number(world: World) -> None:
    specialist = world.officer(Role.SPECIALIST)
    letter_id = world.draft(specialist)
    drop_letter(letter_id=letter_id, reason="", actor=specialist, now=NOW)
    assert not book_of(specialist, year=2026, body_id=world.ward.pk, kind="").exists()
    with pytest.raises(MoveNotAllowed):
        drop_letter(letter_id=letter_id, reason="", actor=specialist, now=NOW)


def test_a_room_narrows_who_sees_letters_about_its_subjects(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    about = Subject("case", 3)
    hidden = draft_letter(paper=LETTER, body_id=world.ward.pk, about=about, actor=leader, now=NOW)
    plain = world.draft(specialist)
    monkeypatch.setattr(registries, "_answers", {})
    registries.let_see_letters("case", lambda actor: [3] if actor.holds(Role.LEADER) else [])
    assert {row.pk for row in letters_visible_to(leader)} == {hidden, plain}
    assert {row.pk for row in letters_visible_to(specialist)} == {plain}
    assert not letters_about(about, actor=specialist).exists()
    with pytest.raises(LetterNotVisible):
        drop_letter(letter_id=hidden, reason="", actor=specialist, now=NOW)
    with pytest.raises(ValueError, match="case"):
        registries.let_see_letters("case", lambda _actor: [])
