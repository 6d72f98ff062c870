"""A task that both wards lead, each for itself: what the second reports of its part is not for the first."""

from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.report_work import report_progress
from minhbach.planning.actions.write_remark import write_inspection
from minhbach.planning.contracts import Evidence
from minhbach.planning.models import DraftTask, Plan, PlanImport
from tests.world.values import NOW, STRANGER, World

HEAD = {
    "doc_type": "Kế hoạch", "number": "32", "symbol": "KH-UBND", "date": "2026-10-01", "title": "Việc chung hai phường"
}  # fmt: skip


def plant(world: World) -> None:
    """Let the second ward report on its part, and inspect itself."""
    actor, body = world.actors[STRANGER], world.bodies["ubnd_b"]
    plan = _shared(world)
    part = plan.tasks.get().assignments.get(body=body)
    file = world.hides("tên minh chứng của phường bên cạnh", seen_by=(STRANGER,))
    words = world.hides("nội dung minh chứng của phường bên cạnh", seen_by=(STRANGER,))
    report_progress(
        assignment_id=part.pk,
        percent=40,
        text=world.hides("báo cáo của phường bên cạnh", seen_by=(STRANGER,)),
        evidence=[Evidence(f"{file}.txt", words.encode())],
        actor=actor,
        now=NOW,
    )
    write_inspection(
        task_id=part.task_id,
        about_id=body,
        inspected_on=NOW.date(),
        text=world.hides("kết quả kiểm tra phường bên cạnh", seen_by=(STRANGER,)),
        actor=actor,
        now=NOW,
    )
    world.knows("plan_id", plan_shared=plan.pk)
    world.knows("slug", plan_shared_slug=plan.slug)
    world.knows("task_id", task_shared=part.task_id)
    world.knows("assignment_id", work_beside=part.pk)


def _shared(world: World) -> Plan:
    body = world.bodies["ubnd_b"]
    row = PlanImport.objects.create(
        body_id=body, issuing_body_id=body, state=ImportState.IN_REVIEW, uploaded_at=NOW, file_sha256="32" * 32,
        head=HEAD,
    )  # fmt: skip
    name = {"text": "UBND các phường", "bodies": [world.bodies["ubnd_a"], body], "how": "chosen", "note": ""}
    DraftTask.objects.create(
        plan_import=row, position=1, number="1", title="Rà soát danh mục thông tin", lead=[name], coordinating=[],
        deadline_kind="date", deadline_end=NOW.date().replace(month=12), deadline_text="tháng 12 năm 2026",
    )  # fmt: skip
    return Plan.objects.get(pk=confirm_plan(import_id=row.pk, actor=world.actors[STRANGER], now=NOW))
