"""A small plan with one task of each kind of limit, confirmed, for tests of the work on it."""

from datetime import datetime

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.planning.actions.choose_bodies import choose_bodies
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.read_document import read_received_document
from minhbach.planning.actions.receive_document import receive_document
from minhbach.planning.models import Assignment, AssignmentRole, Plan, PlanImport
from minhbach.planning.tests.conftest import NOW, World

TEXT = """ỦY BAN NHÂN DÂN
XÃ MẪU MỘT

Số: 15/KH-UBND

Mẫu Một, ngày 05 tháng 10 năm 2026

KẾ HOẠCH
Triển khai thi hành Luật Tiếp cận thông tin trên địa bàn xã Mẫu Một

I. MỤC ĐÍCH, YÊU CẦU

Phân công rõ người, rõ việc.

II. NỘI DUNG

1. Xây dựng quy chế nội bộ về cung cấp thông tin

- Cơ quan chủ trì: Văn phòng HĐND và UBND xã.
- Cơ quan phối hợp: Phòng Kinh tế.
- Thời gian hoàn thành: Quý IV năm 2026.
- Sản phẩm: Quy chế được ban hành.

2. Vận hành cổng thông tin điện tử

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Thường xuyên.

3. Góp ý dự thảo văn bản hướng dẫn

- Cơ quan chủ trì: Văn phòng HĐND và UBND xã.
- Thời gian thực hiện: Trong 05 ngày làm việc kể từ ngày nhận được đề nghị.

4. Rà soát thông tin phải công khai

- Cơ quan chủ trì: Phòng Kinh tế.
- Thời gian thực hiện: Trước ngày 25 hằng tháng.

5. Tham gia ý kiến khi được mời

- Cơ quan chủ trì: Văn phòng HĐND và UBND xã.
- Thời gian thực hiện: Theo đề nghị của cơ quan cấp trên.

III. TỔ CHỨC THỰC HIỆN

1. Văn phòng HĐND và UBND xã theo dõi, đôn đốc, báo cáo Ủy ban nhân dân xã./.

Nơi nhận:
- Như mục III;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
"""
DATED, ONGOING, WITHIN, MONTHLY, ON_REQUEST = 1, 2, 3, 4, 5
"""Positions of the tasks."""


def confirmed_plan(world: World, *, now: datetime = NOW) -> Plan:
    """Read, settle and confirm the plan for the ward, by a focal point of it."""
    actor = world.officer(Role.FOCAL_POINT)
    import_id = receive_document(content=TEXT.encode(), name="kh-15.txt", body_id=world.ward.pk, actor=actor, now=now)
    read_received_document(import_id=import_id, actor=system_actor("reader"), now=now)
    head = PlanImport.objects.get(pk=import_id).head
    correct_head(import_id=import_id, head=head, issuing_body_id=world.ward.pk, actor=actor, now=now)
    answer_names(world, import_id, actor, now)
    return Plan.objects.get(pk=confirm_plan(import_id=import_id, actor=actor, now=now))


def answer_names(world: World, import_id: int, actor: Actor, now: datetime) -> None:
    """Choose the office and both divisions for the names that the plan writes."""
    names = {
        "Văn phòng HĐND và UBND xã": world.office,
        "Phòng Văn hóa - Xã hội": world.culture,
        "Phòng Kinh tế": world.economy,
    }
    for name, unit in names.items():
        choose_bodies(import_id=import_id, name=name, body_ids=[unit.pk], actor=actor, now=now)


def work_on(plan: Plan, position: int) -> Assignment:
    """Return the leading part of the task at this place, as it is now."""
    return Assignment.objects.select_related("task").get(
        task__plan=plan, task__position=position, role=AssignmentRole.LEAD
    )
