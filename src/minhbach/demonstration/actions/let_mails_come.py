"""Let made-up mails come to a made-up ward: a request, one that says too little, a newsletter, one put aside."""

import datetime as dt

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.domain.access import system_actor
from minhbach.intake.actions.take_mail import take_new_mail
from minhbach.intake.mail.values import Attached, Machine, ReadMail
from minhbach.intake.queries.mails import mails_of
from minhbach.requests.actions.sort_mail import put_mail_aside

WHOLE = """Kính gửi Ủy ban nhân dân phường,

Tôi tên là Phạm Văn Mẫu, số căn cước 001085000012, cư trú tại tổ 3, phường Mẫu Một.
Đề nghị cung cấp cho tôi bảng giá đất năm nay của các tuyến phố trong phường, gửi lại qua thư điện tử này.

Trân trọng cảm ơn."""
LITTLE = "Cho tôi hỏi kế hoạch sử dụng đất năm nay có ở đâu, tôi cần xem thửa đất nhà tôi."
NEWS = "Tuần này: mười mẹo giữ bàn làm việc gọn gàng. Không muốn nhận nữa, bấm vào liên kết cuối thư."
MAILS = (
    ("Xin bảng giá đất", "Phạm Văn Mẫu", WHOLE, None),
    ("Hỏi kế hoạch sử dụng đất", "Thử", LITTLE, None),
    ("Bản tin văn phòng", "Bản tin Thí Dụ", NEWS, Machine.LIST),
    ("Bản tin văn phòng", "Bản tin Thí Dụ", NEWS, Machine.LIST),
)
"""Subject, sender, words, and which machine wrote it. The last one is put aside."""


def let_mails_come(*, today: dt.date) -> int:
    """Let each mail come on its day, put the last one aside, and return how many there are."""
    body_id, focal = body_by_slug(committee_of(COMMUNES[0])).id, officers_of_commune(0)[0]
    for place, (subject, name, text, machine) in enumerate(MAILS):
        moment = at(today - dt.timedelta(days=place + 1), 9, place)
        mail = ReadMail(
            message_id=f"demo-{place}@thidu.vidu.vn",
            sender_name=name,
            sender_address=f"nguoi-gui-{place}@thidu.vidu.vn",
            subject=subject,
            text=text,
            sent_at=moment,
            machine=machine,
            files=() if place else (Attached("don.txt", WHOLE.encode()),),
        )
        take_new_mail(mail=mail, body_id=body_id, actor=system_actor("mail-reader"), now=moment)
    last = mails_of([body_id]).latest("pk")
    moment = at(today - dt.timedelta(days=len(MAILS)), 10)
    put_mail_aside(mail_id=last.pk, actor=acting(focal, moment), now=moment)
    return len(MAILS)
