"""Work on the tasks of the first ward at every step, with words that only who has a part in it may read."""

from io import BytesIO

from docx import Document

from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import files_about
from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.actions.answer_result import accept_result, send_back_result
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.report_work import report_progress, report_result
from minhbach.planning.contracts import Evidence
from minhbach.planning.evidence import REPORT
from tests.world.values import NOW, ROLES, World

WARD = ROLES
"""Every post of the ward sees its work; the public sees of a public plan only dates and how they stand."""


def plant(world: World) -> None:
    """Bring work to each step."""
    specialist, leader = world.actors[Role.SPECIALIST.value], world.actors[Role.LEADER.value]
    reported, done = _work(world, "first_work_public"), _work(world, "second_work_public")
    dropped, sent_back = _work(world, "first_work_withdrawn"), _work(world, "second_work_withdrawn")
    _progress(world, reported)
    _hold(world, reported)
    report_id = report_result(
        assignment_id=reported,
        text=world.hides("kết quả chờ duyệt", seen_by=WARD),
        evidence=[Evidence(world.hides("tên tệp minh chứng", seen_by=WARD) + ".txt", _words(world))],
        actor=specialist,
        now=NOW,
    )
    file = files_about([Subject(REPORT, report_id)])[str(report_id)][0]
    world.knows("file_id", evidence=file.id)
    world.knows("name", evidence_name=file.name)
    report_result(assignment_id=done, text=world.hides("kết quả đã duyệt", seen_by=WARD), actor=specialist, now=NOW)
    accept_result(assignment_id=done, answer=world.hides("lời duyệt", seen_by=WARD), actor=leader, now=NOW)
    report_result(assignment_id=sent_back, text="Đã làm xong", actor=specialist, now=NOW)
    answer = world.hides("lời trả lại kết quả", seen_by=WARD)
    send_back_result(assignment_id=sent_back, answer=answer, actor=leader, now=NOW)
    ground = world.hides("căn cứ đổi hạn", seen_by=WARD)
    change_limit(assignment_id=sent_back, due_on=NOW.date().replace(month=12), ground=ground, actor=leader, now=NOW)
    drop_work(assignment_id=dropped, ground="Văn bản đã bãi bỏ", actor=leader, now=NOW)
    record_happening(
        task_id=int(str(world.samples["awaited_withdrawn"])),
        happened_on=NOW.date(),
        what=world.hides("sự việc của nhiệm vụ", seen_by=WARD),
        due_on=NOW.date().replace(month=12),
        calendar=load_calendar(),
        actor=leader,
        now=NOW,
    )


def _work(world: World, name: str) -> int:
    return int(str(world.samples[name]))


def _progress(world: World, assignment_id: int) -> None:
    report_progress(
        assignment_id=assignment_id,
        percent=40,
        text=world.hides("báo cáo tiến độ", seen_by=WARD),
        actor=world.actors[Role.SPECIALIST.value],
        now=NOW,
    )


def _hold(world: World, assignment_id: int) -> None:
    """Hand in a document that nothing has read yet: its words are for nobody, its name for who handed it in."""
    specialist, document, content = Role.SPECIALIST.value, Document(), BytesIO()
    document.add_paragraph(world.hides("nội dung minh chứng chờ kiểm tra", seen_by=()))
    document.save(content)
    name = world.hides("tên minh chứng chờ kiểm tra", seen_by=(specialist,))
    report_progress(
        assignment_id=assignment_id,
        percent=10,
        text="Kèm dự thảo",
        evidence=[Evidence(f"{name}.docx", content.getvalue())],
        actor=world.actors[specialist],
        now=NOW,
    )


def _words(world: World) -> bytes:
    return world.hides("nội dung tệp minh chứng", seen_by=WARD).encode()
