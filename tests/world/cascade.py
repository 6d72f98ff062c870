"""A plan of the second ward that gives the first one a task, and the plan that the first ward draws from it."""

from minhbach.domain.access import Role
from minhbach.planning.actions.choose_bodies import choose_bodies
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.draw_plan import draw_plan
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.models import DraftTask, Plan, PlanImport
from minhbach.planning.rules import MAY_IMPORT
from tests.world.values import NOW, ROLES, STRANGER, World

TEXT = """ỦY BAN NHÂN DÂN
PHƯỜNG MẪU HAI

Số: 31/KH-UBND

Mẫu Hai, ngày 05 tháng 10 năm 2026

KẾ HOẠCH
Phối hợp cung cấp thông tin {title}

I. NỘI DUNG

1. Chia sẻ danh mục thông tin {task}

- Cơ quan chủ trì: Cơ quan bạn.
- Thời gian hoàn thành: Quý IV năm 2026.

II. TỔ CHỨC THỰC HIỆN

Cơ quan bạn báo cáo kết quả./.

Nơi nhận:
- Như mục II;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""
GIVEN = (*ROLES, STRANGER)
"""Who sees a plan that is not public: the ward that keeps it and the one that it gives a task."""
IMPORTERS = tuple(role.value for role in MAY_IMPORT)


def plant(world: World) -> None:
    """Give the first ward a task from outside, and let it draw its own plan."""
    plan = Plan.objects.get(pk=_given(world))
    world.knows("plan_id", plan_above=plan.pk)
    world.knows("slug", plan_above_slug=plan.slug)
    task = plan.tasks.get()
    world.knows("task_id", task_above=task.pk)
    world.knows("assignment_id", work_above=task.assignments.get(role="lead").pk)
    drawn = draw_plan(
        plan_id=plan.pk, body_id=world.bodies["ubnd_a"], actor=world.actors[Role.SPECIALIST.value], now=NOW
    )
    DraftTask.objects.filter(plan_import=drawn).update(product=world.hides("sản phẩm của dự thảo", seen_by=IMPORTERS))
    world.knows("import_id", import_drawn=drawn)


def _given(world: World) -> int:
    actor, body = world.actors[STRANGER], world.bodies["ubnd_b"]
    words = {part: world.hides(f"{part} của kế hoạch giao việc", seen_by=GIVEN) for part in ("title", "task")}
    import_id = receive_document(
        content=TEXT.format(**words).encode(), name="ke-hoach-cap-tren.txt", body_id=body, actor=actor, now=NOW
    )
    read_received_document(import_id=import_id, actor=actor, now=NOW)
    head = PlanImport.objects.get(pk=import_id).head
    correct_head(import_id=import_id, head=head, issuing_body_id=body, actor=actor, now=NOW)
    choose_bodies(import_id=import_id, name="Cơ quan bạn", body_ids=[world.bodies["ubnd_a"]], actor=actor, now=NOW)
    return confirm_plan(import_id=import_id, actor=actor, now=NOW)
