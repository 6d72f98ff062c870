"""A file of an answer is redacted in two steps: the copy goes out, its original never; the letter says what went."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.extraction.redaction.contracts import WHERE, Box, Proof, Redacted
from minhbach.foundation.contracts import Subject
from minhbach.papers.models import Letter
from minhbach.publication.actions import apply_redaction as applying
from minhbach.publication.actions.apply_redaction import apply_redaction, make_copy
from minhbach.publication.actions.approve_redaction import approve_redaction
from minhbach.publication.actions.begin_redaction import begin_redaction
from minhbach.publication.actions.hand_on_redaction import hand_on_redaction
from minhbach.publication.actions.mark_places import take_out
from minhbach.publication.actions.read_redaction import read_redaction
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.requests.actions.answer_files import look_through_file
from minhbach.requests.actions.decide_answer import approve_answer
from minhbach.requests.actions.prepare_answer import prepare_answer
from minhbach.requests.answering.redaction import removed_from
from minhbach.requests.answering.values import AnswerGiven
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import AnswerFile, Case
from minhbach.requests.queries.answers import files_of_answer
from minhbach.requests.queries.cases import CASE
from minhbach.requests.tests.conftest import CALENDAR, NOW, World
from minhbach.requests.tests.test_acts import in_work
from minhbach.requests.tests.test_answers import file_for

MakeCase = Callable[..., Case]
GIVEN = AnswerGiven(
    outcome=RequestEvent.PROVIDE_IN_PART,
    remedy="Xin văn bản đồng ý của người có tên rồi gửi lại.",
    explainer="Lê Thử, 0000 000 000",
)


@pytest.fixture(autouse=True)
def plain_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """How copies are made is held elsewhere."""

    def made(_data: bytes, boxes: list[Box], **_more: Any) -> Redacted:
        proof = Proof((), tuple(boxes), dict.fromkeys(WHERE, "bộ đọc khác"), (), (), True)
        return Redacted("Bảng giá đất, phần còn lại.".encode(), 1, "txt", "c" * 64, "s" * 64, proof)

    monkeypatch.setattr(applying, "redact", made)


def begun(row: Case, file: AnswerFile, actor: Actor) -> Redaction:
    assert file.file_id is not None
    redaction = begin_redaction(subject=Subject(CASE, row.pk), file_id=file.file_id, actor=actor, now=NOW)
    read_redaction(redaction_id=redaction, actor=system_actor("reader"), now=NOW)
    return Redaction.objects.get(pk=redaction)


def redacted(world: World, row: Case, file: AnswerFile) -> AnswerFile:
    """Bring a file all the way to its copy."""
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    redaction = begun(row, file, specialist)
    take_out(
        redaction_id=redaction.pk, mark_ids=list(redaction.marks.values_list("pk", flat=True)), ground="15.2",
        actor=specialist, now=NOW,
    )  # fmt: skip
    hand_on_redaction(redaction_id=redaction.pk, actor=specialist, now=NOW)
    apply_redaction(redaction_id=redaction.pk, actor=focal_point, now=NOW)
    make_copy(redaction_id=redaction.pk, actor=system_actor("redactor"), now=NOW)
    redaction.refresh_from_db()
    assert redaction.state == RedactionState.MADE
    copy = approve_redaction(
        redaction_id=redaction.pk,
        copy_sha256=redaction.copy_sha256,
        seen_with_own_eyes=True,
        actor=focal_point,
        now=NOW,
    )
    look_through_file(file_id=copy, actor=system_actor("screener"), now=NOW)
    return AnswerFile.objects.get(pk=copy)


def test_the_copy_goes_out_and_the_letter_says_what_went(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    original = file_for(world, row)
    copy = redacted(world, row, original)
    original.refresh_from_db()
    assert original.state == "taken_out" and list(files_of_answer(row)) == [copy]
    assert copy.state == "looked" and "-da-che-" in copy.name and "bang-gia" not in copy.name
    (part,) = removed_from(row, [copy])
    assert (part.place, part.ground) == (f"Tệp {copy.name}, trang 1", "27.1")
    keeper: dict[str, Any] = {
        "case_id": row.pk, "calendar": CALENDAR, "actor": world.officer(Role.SPECIALIST), "now": NOW,
    }  # fmt: skip
    with pytest.raises(CaseRefused, match="Cung cấp một phần"):
        prepare_answer(given=replace(GIVEN, outcome=RequestEvent.PROVIDE), **keeper)
    other = replace(part, place="Trang 9 của tệp khác")
    with pytest.raises(CaseRefused, match="Chưa nêu lý do"):
        prepare_answer(given=replace(GIVEN, removed=(other,)), **keeper)
    answer = prepare_answer(given=replace(GIVEN, removed=(part,)), **keeper)
    letter = approve_answer(
        case_id=row.pk, answer_id=answer, seen_with_own_eyes=True, calendar=CALENDAR,
        actor=world.officer(Role.LEADER), now=NOW,
    )  # fmt: skip
    said = str(Letter.objects.filter(pk=letter).values()[0])
    assert f"Tệp {copy.name}, trang 1" in said and "khoản 1 Điều 27" in said
    assert "001085012345" not in said


def test_only_who_reads_the_case_finds_its_redaction(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row)
    for role in (Role.SUPERVISOR, Role.MODERATOR):  # neither reads the requester's words
        with pytest.raises(PublicationNotVisible):
            begun(row, file, world.officer(role))
    with pytest.raises(PublicationNotVisible):
        begun(row, file, world.officer(Role.SPECIALIST, body=world.other_ward))


def test_what_lies_before_the_leader_is_not_redacted(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row, "Bảng giá đất năm 2026.")
    given = replace(GIVEN, outcome=RequestEvent.PROVIDE)
    specialist = world.officer(Role.SPECIALIST)
    prepare_answer(case_id=row.pk, given=given, calendar=CALENDAR, actor=specialist, now=NOW)
    with pytest.raises(PublicationRefused, match="đang được giải quyết"):
        begun(row, file, specialist)


def test_a_leader_looks_into_what_no_machine_read(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row, "Bảng giá đất năm 2026.")
    AnswerFile.objects.filter(pk=file.pk).update(trouble="hình trong tệp")
    given = replace(GIVEN, outcome=RequestEvent.PROVIDE)
    answer = prepare_answer(
        case_id=row.pk, given=given, calendar=CALENDAR, actor=world.officer(Role.SPECIALIST), now=NOW
    )
    approval: dict[str, Any] = {
        "case_id": row.pk, "answer_id": answer, "seen_with_own_eyes": True, "calendar": CALENDAR,
        "actor": world.officer(Role.LEADER), "now": NOW,
    }  # fmt: skip
    with pytest.raises(CaseRefused, match="xem bằng mắt"):
        approve_answer(**approval)
    assert approve_answer(**approval, seen_unread=True)
