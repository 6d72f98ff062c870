"""Mails to the first ward's mailbox: one that waits, one put aside; what they say is the focal point's alone."""

from minhbach.domain.access import Role, system_actor
from minhbach.intake.actions.take_mail import take_new_mail
from minhbach.intake.mail.values import Attached, ReadMail
from minhbach.intake.models import TakenMail
from minhbach.requests.actions.sort_mail import put_mail_aside
from tests.world.values import NOW, World

READERS = (Role.FOCAL_POINT.value,)


def plant(world: World) -> None:
    """Let two mails come, and put one aside."""
    waiting, aside = _came(world, "chờ xem"), _came(world, "để riêng")
    put_mail_aside(mail_id=aside, actor=world.actors[Role.FOCAL_POINT.value], now=NOW)
    world.knows("mail_id", mail_waiting=waiting, mail_aside=aside)


def _came(world: World, which: str) -> int:
    said = {
        what: world.hides(f"{what} của thư {which}", seen_by=READERS)
        for what in ("lời", "tên", "địa chỉ", "tiêu đề", "tệp")
    }
    mail = ReadMail(
        message_id=f"{said['lời']}@vidu.vn",
        sender_name=f"Trần {said['tên']}",
        sender_address=f"{said['địa chỉ']}@vidu.vn",
        subject=f"Xin thông tin {said['tiêu đề']}",
        text=f"Tôi xin bảng giá đất {said['lời']}",
        files=(Attached(f"{said['tệp']}.txt", b"giay to"),),
    )
    submission_id = take_new_mail(mail=mail, body_id=world.bodies["ubnd_a"], actor=system_actor("mail-reader"), now=NOW)
    return TakenMail.objects.values_list("pk", flat=True).get(submission=submission_id)
