"""From a draft to an answer that goes out: two people, every finding answered, a refusal that lacks nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from minhbach.domain.access import Role, system_actor
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.intake.contracts import FileRole
from minhbach.intake.holding import put_aside
from minhbach.intake.models import Message
from minhbach.papers.models import Letter
from minhbach.publication.contracts import KeepGround
from minhbach.requests.actions.answer_files import (
    add_answer_file,
    answer_file_findings,
    look_through_file,
    take_file_out,
)
from minhbach.requests.actions.decide_answer import approve_answer, send_answer_back
from minhbach.requests.actions.prepare_answer import prepare_answer
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.answering.values import AnswerGiven, Removed
from minhbach.requests.contracts import CaseRefused, DeliveryWay
from minhbach.requests.models import Answer, AnswerFile, Case, DeliverySent
from minhbach.requests.queries.cases import CASE
from minhbach.requests.tests.conftest import CALENDAR, NOW, World
from minhbach.requests.tests.test_acts import again, in_work

MakeCase = Callable[..., Case]
REFUSAL = AnswerGiven(
    outcome=RequestEvent.REFUSE,
    ground="27.1",
    reason="Danh sách có tên và địa chỉ của từng hộ.",
    kept="Bảng giá theo tuyến đường, đã có trên trang.",
    remedy="Xin văn bản đồng ý của từng hộ rồi gửi lại.",
    explainer="Trần Thử, Văn phòng, 0000 000 000",
)
PROVIDED = AnswerGiven(outcome=RequestEvent.PROVIDE, given="Bảng giá đất năm 2026", explainer="Trần Thử")
IN_PART = replace(
    REFUSAL,
    outcome=RequestEvent.PROVIDE_IN_PART,
    ground="",
    given="Bảng giá đất",
    removed=(Removed("Phụ lục 2", "27.1", "Có tên từng hộ."),),
)
PERSONAL = "Ông Nguyễn Văn Thử, số căn cước công dân 001085012345, điện thoại 0912 345 678."


def prepared(world: World, row: Case, given: AnswerGiven = PROVIDED) -> int:
    """Draft the answer of a case in work."""
    specialist = world.officer(Role.SPECIALIST)
    return prepare_answer(case_id=row.pk, given=given, calendar=CALENDAR, actor=specialist, now=NOW)


def approved(world: World, row: Case, given: AnswerGiven = PROVIDED) -> int:
    """Have a leader approve the answer of a case in work, and return it."""
    answer = prepared(world, row, given)
    approve_answer(
        case_id=row.pk, answer_id=answer, seen_with_own_eyes=True, calendar=CALENDAR,
        actor=world.officer(Role.LEADER), now=NOW,
    )  # fmt: skip
    return answer


def sent(world: World, row: Case, given: AnswerGiven = PROVIDED, way: DeliveryWay = DeliveryWay.EMAIL) -> Case:
    """Send an answer out."""
    approved(world, row, given)
    focal = world.officer(Role.FOCAL_POINT)
    send_answer(case_id=row.pk, way=way, words="", calendar=CALENDAR, actor=focal, now=NOW)
    return again(row)


def file_for(world: World, row: Case, text: str = PERSONAL, name: str = "bang-gia.txt") -> AnswerFile:
    """Add a file and have it looked through."""
    waiting = put_aside(name=name, content=text.encode(), role=FileRole.ATTACHMENT)
    file_id = add_answer_file(case_id=row.pk, file=waiting, actor=world.officer(Role.SPECIALIST), now=NOW)
    look_through_file(file_id=file_id, actor=system_actor("screener"), now=NOW)
    return AnswerFile.objects.get(pk=file_id)


@pytest.mark.parametrize(
    ("given", "state", "mail"),
    [
        (PROVIDED, "provided", "Đã có thông tin, mời xem"),
        (IN_PART, "provided_in_part", "Đã có thông tin, mời xem"),
        (AnswerGiven(outcome=RequestEvent.POINT, where="/thong-tin/abc/", explainer="x"), "pointed", "Đã có thông tin"),
        (REFUSAL, "refused", "Thông báo từ chối, có lý do"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_answer_goes_out_by_two_people(
    world: World, case: MakeCase, given: AnswerGiven, state: str, mail: str
) -> None:
    row = sent(world, in_work(world, case()), given)
    assert (row.state, row.ended_on is not None) == (state, True)
    answer = Answer.objects.get(case=row)
    assert answer.drafted_by_id != answer.approved_by_id
    assert OutgoingMail.objects.filter(subject__startswith=f"[{row.number}] {mail}").exists()
    assert Letter.objects.filter(pk=answer.letter_id, about_id=row.pk).exists()


def test_a_refusal_prints_all_its_parts(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    said = Message.objects.get(submission=row.submission_id, kind="refuse").text
    for part in (REFUSAL.reason, REFUSAL.kept, REFUSAL.remedy, REFUSAL.explainer):
        assert part in said
    assert "khoản 1 Điều 27 Luật 01/2026/QH16" in said
    assert "trong 90 ngày kể từ ngày nhận văn bản này" in said
    assert "khởi kiện tại Tòa án" in said and "1 năm" in said
    event = events_about(Subject(CASE, row.pk))[-1]
    assert (event.kind, event.ground) == ("case.refuse", "khoản 1 Điều 27 Luật 01/2026/QH16")
    assert "Trần Thử" not in str(event.facts)


@pytest.mark.parametrize("lacking", ["ground", "reason", "kept", "remedy"])
def test_a_refusal_that_lacks_a_part_is_not_drafted(world: World, case: MakeCase, lacking: str) -> None:
    row = in_work(world, case())
    with pytest.raises(CaseRefused) as refused:
        prepared(world, row, replace(REFUSAL, **{lacking: " " if lacking != "ground" else ""}))
    assert refused.value.field == lacking
    assert not Answer.objects.exists()


def test_a_ground_of_the_other_law_is_refused(world: World, case: MakeCase) -> None:
    with pytest.raises(CaseRefused, match="luật áp dụng"):
        prepared(world, in_work(world, case()), replace(REFUSAL, ground="28.1.a"))


@pytest.mark.parametrize("removed", [(), (Removed("Phụ lục 2", "", "x"),), (Removed("Phụ lục 2", "27.1", " "),)])
def test_each_part_that_is_removed_has_ground_and_reason(
    world: World, case: MakeCase, removed: tuple[Removed, ...]
) -> None:
    with pytest.raises(CaseRefused) as refused:
        prepared(world, in_work(world, case()), replace(IN_PART, removed=removed))
    assert refused.value.field == "removed"


def test_who_drafted_does_not_approve_while_another_leads(world: World, case: MakeCase) -> None:
    row, both = in_work(world, case()), world.officer(Role.SPECIALIST, Role.LEADER)
    world.officer(Role.LEADER)
    answer = prepare_answer(case_id=row.pk, given=PROVIDED, calendar=CALENDAR, actor=both, now=NOW)
    act = {"case_id": row.pk, "answer_id": answer, "calendar": CALENDAR, "actor": both, "now": NOW}
    with pytest.raises(CaseRefused, match="người khác"):
        approve_answer(**act, seen_with_own_eyes=True, approves_own=True)


def test_where_nobody_else_leads_approving_ones_own_is_a_step_of_its_own(world: World, case: MakeCase) -> None:
    row, both = in_work(world, case()), world.officer(Role.SPECIALIST, Role.LEADER)
    answer = prepare_answer(case_id=row.pk, given=PROVIDED, calendar=CALENDAR, actor=both, now=NOW)
    act = {"case_id": row.pk, "answer_id": answer, "calendar": CALENDAR, "actor": both, "now": NOW}
    with pytest.raises(CaseRefused, match="bước riêng"):
        approve_answer(**act, seen_with_own_eyes=True)
    approve_answer(**act, seen_with_own_eyes=True, approves_own=True)
    assert Answer.objects.get(pk=answer).approved_by_drafter
    assert events_about(Subject(CASE, row.pk))[-1].facts["own"] is True


def test_a_leader_who_has_not_looked_or_looks_at_an_older_draft_approves_nothing(world: World, case: MakeCase) -> None:
    row, leader = in_work(world, case()), world.officer(Role.LEADER)
    answer = prepared(world, row)
    act: dict[str, Any] = {"case_id": row.pk, "calendar": CALENDAR, "actor": leader, "now": NOW}
    with pytest.raises(CaseRefused, match="Đánh dấu"):
        approve_answer(**act, answer_id=answer, seen_with_own_eyes=False)
    send_answer_back(case_id=row.pk, remark="Nêu rõ năm.", actor=leader, now=NOW)
    newer = prepared(world, row, replace(PROVIDED, given="Bảng giá đất năm 2026, bản chính"))
    with pytest.raises(CaseRefused, match="mới hơn"):
        approve_answer(**act, answer_id=answer, seen_with_own_eyes=True)
    approve_answer(**act, answer_id=newer, seen_with_own_eyes=True)
    assert again(row).state == "approved"


def test_nothing_goes_out_that_no_leader_approved(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    prepared(world, row)
    with pytest.raises((CaseRefused, MoveNotAllowed)):
        send_answer(
            case_id=row.pk, way=DeliveryWay.POST, words="", calendar=CALENDAR,
            actor=world.officer(Role.FOCAL_POINT), now=NOW,
        )  # fmt: skip
    assert not DeliverySent.objects.exists()


def test_what_was_changed_after_approval_does_not_go_out(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    answer = approved(world, row)
    Answer.objects.filter(pk=answer).update(given="Một điều khác")
    with pytest.raises(CaseRefused, match="khác bản được duyệt"):
        send_answer(
            case_id=row.pk, way=DeliveryWay.POST, words="", calendar=CALENDAR,
            actor=world.officer(Role.FOCAL_POINT), now=NOW,
        )  # fmt: skip


# Files


def test_personal_data_in_a_file_is_answered_for_or_nothing_goes_out(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row)
    assert file.state == "looked" and file.findings.count() >= 2
    with pytest.raises(CaseRefused, match="chưa xử lý") as refused:
        prepared(world, row)
    assert refused.value.field == "files"
    specialist = world.officer(Role.SPECIALIST)
    found = list(file.findings.values_list("pk", flat=True))
    act = {"case_id": row.pk, "finding_ids": found, "actor": specialist, "now": NOW}
    with pytest.raises(CaseRefused, match="Ghi rõ"):
        answer_file_findings(**act, ground=KeepGround.CONSENT, words="")
    answer_file_findings(**act, ground=KeepGround.CONSENT, words="Ông Thử đồng ý ngày 12/10/2026")
    row = sent(world, row)
    assert row.state == "provided"
    assert "Tệp bang-gia.txt" in Message.objects.get(submission=row.submission_id, kind="provide").text


def test_a_file_that_nobody_has_looked_through_stays_here(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    waiting = put_aside(name="a.txt", content=b"x", role=FileRole.ATTACHMENT)
    add_answer_file(case_id=row.pk, file=waiting, actor=world.officer(Role.SPECIALIST), now=NOW)
    with pytest.raises(CaseRefused, match="chưa được kiểm tra xong"):
        prepared(world, row)


def test_a_secret_file_is_not_kept_and_not_named(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row, "UBND TỈNH THÍ DỤ\nMẬT\nSố: 12/BC-UBND\nBÁO CÁO\nvề việc mẫu", "bao-cao-kin.txt")
    assert (file.state, file.name, file.file_id, file.place) == ("refused", "", None, "")
    assert prepared(world, row)


def test_a_file_that_was_taken_out_does_not_go_out(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row)
    take_file_out(case_id=row.pk, file_id=file.pk, actor=world.officer(Role.SPECIALIST), now=NOW)
    sent(world, row)
    assert "bang-gia" not in Message.objects.get(submission=row.submission_id, kind="provide").text


def test_files_stay_as_they_are_while_the_leader_looks(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row, "Giá đất thôn Mẫu: 100.")
    prepared(world, row)
    with pytest.raises(CaseRefused, match="chưa trình duyệt"):
        take_file_out(case_id=row.pk, file_id=file.pk, actor=world.officer(Role.SPECIALIST), now=NOW)
