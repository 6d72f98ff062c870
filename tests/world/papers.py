"""Letters of the first ward at every step, their words hidden from all who do not draft there."""

from datetime import date

from minhbach.domain.access import Actor, Role
from minhbach.papers.actions.attach_signed_scan import attach_signed_scan
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.actions.drop_letter import drop_letter
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.contracts import Heading, Item, Paper, Paragraph, Signature, Table
from minhbach.papers.models import Letter
from minhbach.papers.rules import MAY_DRAFT
from tests.world.values import NOW, World

DRAFTERS = tuple(role.value for role in MAY_DRAFT)
ISSUED_ON = date(2026, 10, 12)


def plant(world: World) -> None:
    """Bring one letter to each step."""
    _draft(world, "draft")
    _number(world, _draft(world, "numbered"))
    signed = _draft(world, "signed", kind="Kế hoạch", symbol="KH-UBND")
    _number(world, signed)
    scan = world.hides("tên tệp bản ký", seen_by=DRAFTERS)
    attach_signed_scan(
        letter_id=signed, content=b"%PDF-1.7 thu", name=f"{scan}.exe", actor=_actor(world, Role.FOCAL_POINT), now=NOW
    )
    row = Letter.objects.get(pk=signed)
    world.knows("file_id", file_letter_signed=row.scan_file_id)
    world.knows("name", file_name_letter_signed=row.scan_name)
    dropped = _draft(world, "dropped")
    _number(world, dropped)
    reason = world.hides("lý do bỏ công văn", seen_by=DRAFTERS)
    drop_letter(letter_id=dropped, reason=reason, actor=_actor(world, Role.LEADER), now=NOW)


def _actor(world: World, role: Role) -> Actor:
    return world.actors[role.value]


def _draft(world: World, step: str, *, kind: str = "Công văn", symbol: str = "UBND-VP") -> int:
    parts = ("subject", "text", "cell", "addressee", "recipient", "signer")
    words = {part: world.hides(f"{part} của công văn {step}", seen_by=DRAFTERS) for part in parts}
    paper = Paper(
        kind=kind,
        issuing_body="ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU MỘT",
        symbol=symbol,
        place="Mẫu Một",
        subject=f"Đôn đốc thực hiện kế hoạch {words['subject']}",
        addressees=("Văn phòng HĐND và UBND phường", f"Phòng Văn hóa - Xã hội {words['addressee']}"),
        blocks=(
            Paragraph("Căn cứ Luật Tiếp cận thông tin số 01/2026/QH16;", ground=True),
            Paragraph(f"Ủy ban nhân dân phường yêu cầu các đơn vị báo cáo {words['text']}."),
            Heading("I. VIỆC CẦN LÀM"),
            Item("a)", "Báo cáo kết quả;"),
            Table(("STT", "Nhiệm vụ", "Hạn"), (("1", f"Xây dựng quy chế {words['cell']}", "Quý IV"),), (1, 6, 2), (0,)),
            Paragraph("Yêu cầu các đơn vị thực hiện."),
        ),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", f"Trần Văn Thử {words['signer']}"),
        recipients=("Như trên", f"Ban chỉ đạo {words['recipient']}", "Lưu: VT"),
    )
    letter_id = draft_letter(paper=paper, body_id=world.bodies["ubnd_a"], actor=_actor(world, Role.SPECIALIST), now=NOW)
    world.knows("letter_id", **{f"letter_{step}": letter_id})
    return letter_id


def _number(world: World, letter_id: int) -> None:
    symbol = Letter.objects.get(pk=letter_id).symbol
    give_number(letter_id=letter_id, symbol=symbol, issued_on=ISSUED_ON, actor=_actor(world, Role.FOCAL_POINT), now=NOW)
