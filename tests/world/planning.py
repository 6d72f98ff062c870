"""Documents of the first ward at every step, from under review to public and withdrawn."""

from datetime import datetime

from minhbach.domain.access import Actor, Role
from minhbach.planning.actions.choose_bodies import choose_bodies
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.discard_import import discard_import
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.models import Plan, PlanImport
from minhbach.planning.rules import MAY_IMPORT
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import send_back, withdraw_publication
from minhbach.publication.actions.submit import submit_for_publication
from tests.world.values import ACTORS, NOW, ROLES, World

TEXT = """ỦY BAN NHÂN DÂN
PHƯỜNG MẪU MỘT

Số: {number}/KH-UBND

Mẫu Một, ngày 05 tháng 10 năm 2026

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin {title}

I. MỤC ĐÍCH, YÊU CẦU

Phân công rõ người, rõ việc.

II. NỘI DUNG

1. Xây dựng quy chế nội bộ về cung cấp thông tin {task}

- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.
- Cơ quan phối hợp: Phòng Văn hóa - Xã hội.
- Thời gian hoàn thành: Quý IV năm 2026.
- Sản phẩm: Quy chế {product} được ban hành.

2. Vận hành cổng thông tin điện tử

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Thường xuyên.

3. Góp ý dự thảo văn bản hướng dẫn

- Cơ quan chủ trì: Văn phòng HĐND và UBND phường.
- Thời gian thực hiện: Theo đề nghị của cơ quan cấp trên.

III. TỔ CHỨC THỰC HIỆN

Văn phòng HĐND và UBND phường theo dõi, đôn đốc, báo cáo Ủy ban nhân dân phường./.

Nơi nhận:
- Như mục III;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""
IMPORTERS = tuple(role.value for role in MAY_IMPORT)
WARD = ROLES
OFFICE, CULTURE = "Văn phòng HĐND và UBND phường", "Phòng Văn hóa - Xã hội"


def plant(world: World) -> None:
    """Bring one document to each step."""
    _import(world, "under_review", number=11, seen_by=IMPORTERS)
    discarded = _import(world, "discarded", number=12, seen_by=IMPORTERS)
    discard_import(import_id=discarded, actor=_actor(world, Role.FOCAL_POINT), now=NOW)
    _plan(world, "confirmed", number=13, seen_by=WARD)
    submitted = _plan(world, "submitted", number=14, seen_by=WARD)
    _submit(world, submitted)
    returned = _plan(world, "sent_back", number=15, seen_by=WARD)
    _submit(world, returned)
    remark = world.hides("lời trả lại bản trình", seen_by=WARD)
    send_back(subject_kind="plan", subject_id=returned, remark=remark, actor=_actor(world, Role.LEADER), now=NOW)
    _publish(world, _plan(world, "public", number=16, seen_by=ACTORS))
    withdrawn = _plan(world, "withdrawn", number=17, seen_by=WARD)
    _publish(world, withdrawn)
    reason = world.hides("lý do rút bản đã đăng", seen_by=WARD)
    withdraw_publication(
        subject_kind="plan", subject_id=withdrawn, remark=reason, actor=_actor(world, Role.LEADER), now=NOW
    )


def _actor(world: World, role: Role) -> Actor:
    return world.actors[role.value]


def _import(world: World, step: str, *, number: int, seen_by: tuple[str, ...]) -> int:
    words = {part: world.hides(f"{part} của văn bản {step}", seen_by=seen_by) for part in ("title", "task", "product")}
    file_name = world.hides(f"tên tệp của văn bản {step}", seen_by=IMPORTERS)
    actor = _actor(world, Role.SPECIALIST)
    import_id = receive_document(
        content=TEXT.format(number=number, **words).encode(),
        name=f"{file_name}.txt",
        body_id=world.bodies["ubnd_a"],
        actor=actor,
        now=NOW,
    )
    read_received_document(import_id=import_id, actor=actor, now=NOW)
    _settle(world, import_id, actor, NOW)
    row = PlanImport.objects.get(pk=import_id)
    world.knows("import_id", **{f"import_{step}": import_id})
    world.knows("file_id", **{f"file_{step}": row.stored_file_id})
    world.knows("name", **{f"file_name_{step}": row.file_name})
    world.knows("position", first_task=1, no_such_task=99)
    return import_id


def _settle(world: World, import_id: int, actor: Actor, now: datetime) -> None:
    row = PlanImport.objects.get(pk=import_id)
    correct_head(import_id=import_id, head=row.head, issuing_body_id=world.bodies["ubnd_a"], actor=actor, now=now)
    for name, unit in ((OFFICE, "van-phong-hdnd-va-ubnd_a"), (CULTURE, "phong-van-hoa-xa-hoi_a")):
        choose_bodies(import_id=import_id, name=name, body_ids=[world.bodies[unit]], actor=actor, now=now)


def _plan(world: World, step: str, *, number: int, seen_by: tuple[str, ...]) -> int:
    import_id = _import(world, step, number=number, seen_by=seen_by)
    plan_id = confirm_plan(import_id=import_id, actor=_actor(world, Role.FOCAL_POINT), now=NOW)
    plan = Plan.objects.get(pk=plan_id)
    world.knows("plan_id", **{f"plan_{step}": plan_id})
    world.knows("slug", **{f"plan_{step}_slug": plan.slug})
    first, second, awaited = plan.tasks.order_by("position")
    world.knows("task_id", **{f"task_{step}": first.pk, f"awaited_{step}": awaited.pk})
    for name, task in (("first", first), ("second", second)):
        lead = task.assignments.get(role="lead")
        world.knows("assignment_id", **{f"{name}_work_{step}": lead.pk})
    return plan_id


def _submit(world: World, plan_id: int) -> None:
    submit_for_publication(
        subject_kind="plan",
        subject_id=plan_id,
        body_id=world.bodies["ubnd_a"],
        actor=_actor(world, Role.SPECIALIST),
        now=NOW,
    )


def _publish(world: World, plan_id: int) -> None:
    _submit(world, plan_id)
    approve_publication(
        subject_kind="plan", subject_id=plan_id, seen_with_own_eyes=True, actor=_actor(world, Role.LEADER), now=NOW
    )
