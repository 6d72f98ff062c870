"""Mails to the first ward's mailbox: two that wait, one aside, one in a case; what waits is the focal point's alone."""

from minhbach.domain.access import Role, system_actor
from minhbach.intake.actions.take_mail import take_new_mail
from minhbach.intake.mail.values import Attached, ReadMail
from minhbach.intake.models import TakenMail
from minhbach.requests.actions.sort_mail import put_mail_aside, write_mail_into_case
from minhbach.requests.models import Case
from minhbach.requests.rules import READS_SENDERS
from tests.world.values import NOW, Hidden, World

READERS = (Role.FOCAL_POINT.value,)
READERS_OF_CASES = tuple(role.value for role in READS_SENDERS)
"""Who reads the thread of a case that a mail was written into: its words and files, not who sent it."""
NUMBER = "001099900777"


def plant(world: World) -> None:
    """Let four mails come, put one aside, and write one into a case."""
    waiting, aside = _came(world, "chờ xem"), _came(world, "để riêng")
    put_mail_aside(mail_id=aside, actor=world.actors[Role.FOCAL_POINT.value], now=NOW)
    with_number = _came(world, "có số giấy tờ", more=f", số căn cước {NUMBER}")
    # No page tells it to anybody who only asks for the page: it is opened by saying why.
    world.hidden.append(Hidden(NUMBER, "số giấy tờ trong lời thư", frozenset()))
    in_case = _came(world, "đã ghi vào yêu cầu", seen_by=READERS_OF_CASES)
    number = Case.objects.values_list("number", flat=True).get(pk=world.samples["case_consulting"])
    write_mail_into_case(mail_id=in_case, number=number, actor=world.actors[Role.FOCAL_POINT.value], now=NOW)
    world.knows("mail_id", mail_waiting=waiting, mail_aside=aside, mail_with_number=with_number, mail_in_case=in_case)


def _came(world: World, which: str, more: str = "", seen_by: tuple[str, ...] = READERS) -> int:
    said = {
        what: world.hides(f"{what} của thư {which}", seen_by=seen_by if what in ("lời", "tệp") else READERS)
        for what in ("lời", "tên", "địa chỉ", "tiêu đề", "tệp")
    }
    mail = ReadMail(
        message_id=f"{said['lời']}@vidu.vn",
        sender_name=f"Trần {said['tên']}",
        sender_address=f"{said['địa chỉ']}@vidu.vn",
        subject=f"Xin thông tin {said['tiêu đề']}",
        text=f"Tôi xin bảng giá đất {said['lời']}{more}",
        files=(Attached(f"{said['tệp']}.txt", b"giay to"),),
    )
    submission_id = take_new_mail(mail=mail, body_id=world.bodies["ubnd_a"], actor=system_actor("mail-reader"), now=NOW)
    return TakenMail.objects.values_list("pk", flat=True).get(submission=submission_id)
