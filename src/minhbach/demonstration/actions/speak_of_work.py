"""What the made-up officers wrote around their work: difficulties and answers, an inspection, money, commendations."""

import datetime as dt
from collections.abc import Mapping, Sequence

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import (
    COMMUNES,
    FINANCE,
    PROVINCE_COMMITTEE,
    SCIENCE,
    WARD_CULTURE,
    WARD_ECONOMY,
    committee_of,
)
from minhbach.planning.actions.answer_difficulty import answer_difficulty
from minhbach.planning.actions.decide_commendation import agree_commendation
from minhbach.planning.actions.propose_commendation import propose_commendation
from minhbach.planning.actions.raise_difficulty import raise_difficulty
from minhbach.planning.actions.write_budget import Amounts, add_budget_line
from minhbach.planning.actions.write_remark import write_inspection, write_remark
from minhbach.planning.queries import tasks_of, visible_plan

MILLION = 1_000_000
DIFFICULTIES = (
    (
        1,
        "8",
        "Máy quét của xã hỏng, chưa có kinh phí mua máy mới.",
        "Đề nghị tỉnh hỗ trợ một máy quét dùng chung.",
        True,
    ),
    (
        4,
        "3",
        "Chưa rõ bản đồ quy hoạch cũ của xã trước sáp nhập thuộc nhóm nào.",
        "Đề nghị Sở Tư pháp hướng dẫn.",
        True,
    ),
    (6, "10", "Báo cáo quý trùng thời gian với báo cáo cải cách hành chính.", "Đề nghị gộp hai báo cáo.", False),
    (8, "8", "Hồ sơ đất đai đang để ở kho huyện cũ, chưa bàn giao.", "Đề nghị tỉnh chỉ đạo bàn giao kho.", False),
)
"""Commune, number of the task in the province's plan, what is hard, what is proposed, and whether it was answered."""
WITHIN_THE_WARD = (
    (WARD_CULTURE, "mau.chuyenvien", 12, "Chưa có phần mềm quản lý danh mục thông tin, đang theo dõi bằng bảng tính."),
    (
        WARD_ECONOMY,
        "nhap.chuyenvien",
        6,
        "Danh mục đất đai trùng danh mục chung, chưa có phần mềm đối chiếu.",
    ),
)
"""Division, its officer, how many days ago, and what is hard: the ward may take both up as one question."""
ANSWER = "Đã ghi nhận. Sở Tư pháp phối hợp Sở Tài chính xử lý trong tháng; xã thực hiện trước các phần việc khác."
MONEY = (
    (SCIENCE, "mau.khoahoc", "8", Amounts(estimate=900 * MILLION, allotted=820 * MILLION, spent=410 * MILLION)),
    (FINANCE, "phong.taichinh", "7", Amounts(estimate=120 * MILLION, allotted=100 * MILLION, supplement=20 * MILLION)),
)


def speak_of_work(*, plan_id: int, today: dt.date) -> None:
    """Write all of it about the province's plan, in the order of time."""
    tasks = _task_ids(plan_id, today)
    _inspect(tasks, today)
    _spend(plan_id, tasks, today)
    _ask(plan_id, tasks, today)
    _ask_the_ward(today)
    _commend(plan_id, today)


def _task_ids(plan_id: int, today: dt.date) -> Mapping[str, int]:
    plan = visible_plan(plan_id, actor=acting("phong.tuphap", at(today, 8)))
    return {task.number: task.pk for task in tasks_of(plan)}


def _inspect(tasks: Mapping[str, int], today: dt.date) -> None:
    moment = at(today - dt.timedelta(days=70), 15)
    write_inspection(
        task_id=tasks["3"],
        about_id=_commune(2),
        inspected_on=moment.date(),
        text="Danh mục đã có nhưng chưa tách phần có điều kiện; xã bổ sung trong mười ngày.",
        actor=acting("phong.tuphap", moment),
        now=moment,
    )
    officer, _leader = officers_of_commune(2)
    later = at(today - dt.timedelta(days=58), 10)
    words = "Đã tách phần có điều kiện thành danh mục riêng và công khai lại."
    write_remark(task_id=tasks["3"], body_id=_commune(2), text=words, actor=acting(officer, later), now=later)


def _spend(plan_id: int, tasks: Mapping[str, int], today: dt.date) -> None:
    for body, officer, number, amounts in MONEY:
        moment = at(today - dt.timedelta(days=45), 14)
        add_budget_line(
            plan_id=plan_id,
            task_id=tasks[number],
            body_id=body_by_slug(body).id,
            year=today.year,
            amounts=amounts,
            source="Ngân sách tỉnh",
            actor=acting(officer, moment),
            now=moment,
        )


def _ask(plan_id: int, tasks: Mapping[str, int], today: dt.date) -> None:
    asked = body_by_slug(PROVINCE_COMMITTEE).id
    for order, (commune, number, text, proposal, answered) in enumerate(DIFFICULTIES):
        officer, _leader = officers_of_commune(commune)
        moment = at(today - dt.timedelta(days=40 - 9 * order), 9)
        difficulty_id = raise_difficulty(
            body_id=_commune(commune),
            asked_id=asked,
            plan_id=plan_id,
            task_id=tasks[number],
            text=text,
            proposal=proposal,
            actor=acting(officer, moment),
            now=moment,
        )
        if answered:
            later = moment + dt.timedelta(days=5)
            actor = acting("phong.tuphap", later)
            answer_difficulty(difficulty_id=difficulty_id, answer=ANSWER, actor=actor, now=later)


def _ask_the_ward(today: dt.date) -> None:
    for division, officer, ago, text in WITHIN_THE_WARD:
        moment = at(today - dt.timedelta(days=ago), 10)
        raise_difficulty(
            body_id=body_by_slug(division).id,
            asked_id=_commune(0),
            text=text,
            proposal="Đề nghị dùng một phần mềm chung toàn tỉnh.",
            actor=acting(officer, moment),
            now=moment,
        )


def _commend(plan_id: int, today: dt.date) -> None:
    reasons: Sequence[tuple[int, str, bool]] = (
        (0, "Hoàn thành sớm danh mục, hướng dẫn lại cho ba xã lân cận.", True),
        (3, "Số hóa xong toàn bộ tài liệu quy hoạch trước hạn.", False),
    )
    for commune, reason, agreed in reasons:
        moment = at(today - dt.timedelta(days=9), 10)
        coordinator = acting("phong.tuphap", moment)
        made = propose_commendation(
            plan_id=plan_id, body_id=_commune(commune), person_id=None, reason=reason, actor=coordinator, now=moment
        )
        if agreed:
            later = moment + dt.timedelta(days=2)
            agree_commendation(commendation_id=made, plan_id=plan_id, actor=acting("thi.tinh", later), now=later)


def _commune(index: int) -> int:
    return body_by_slug(committee_of(COMMUNES[index])).id
