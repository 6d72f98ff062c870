"""What a requester with an e-mail address is told by mail: that there is news, never which (ui.md, subjects)."""

from dataclasses import dataclass
from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.intake.queries import sender_of
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE


@dataclass(frozen=True, slots=True)
class News:
    """A kind of news: the end of the mail's subject, and its sentence. Vietnamese, as all that goes out."""

    subject: str
    sentence: str


RECEIVED = News("Đã nhận yêu cầu", "{body} đã nhận yêu cầu của Ông/Bà. Số biên nhận {number}.")
SUPPLEMENT = News("Cần bổ sung", "{body} cần Ông/Bà bổ sung cho yêu cầu số {number}.")
ACCEPTED = News("Yêu cầu đã đủ", "Yêu cầu số {number} đã đủ nội dung. {body} đang giải quyết.")
TERM_TOLD = News("Đã báo thời hạn giải quyết", "{body} đã báo thời hạn giải quyết yêu cầu số {number}.")
EXTENDED = News("Gia hạn trả lời", "{body} gia hạn trả lời yêu cầu số {number}.")
CLOSED = News("Đã đóng vì chưa bổ sung", "{body} đã đóng yêu cầu số {number} vì chưa nhận được phần bổ sung.")
ELSEWHERE = News(
    "Thuộc cơ quan khác", "Yêu cầu số {number} thuộc trách nhiệm của cơ quan khác. {body} hướng dẫn nơi gửi."
)
PASSED_ON = News("Thuộc cơ quan khác", "Yêu cầu số {number} đã được {body} chuyển tới cơ quan có trách nhiệm.")
COST = News(
    "Chi phí cần thanh toán", "Yêu cầu số {number} có chi phí cần thanh toán trước khi {body} cung cấp thông tin."
)
READY = News("Đã có thông tin, mời xem", "{body} đã trả lời yêu cầu số {number}.")
REFUSED = News("Thông báo từ chối, có lý do", "{body} đã có thông báo về yêu cầu số {number}, nêu rõ lý do.")
REVIEWED = News(
    "Đã trả lời ý kiến của Ông/Bà", "{body} đã trả lời ý kiến về thông tin cung cấp theo yêu cầu số {number}."
)
REPLY = News("Có thư trả lời", "{body} đã viết cho Ông/Bà về yêu cầu số {number}.")
HOW = "Xem chi tiết: mở trang Tra cứu yêu cầu, nhập số biên nhận và mã tra cứu."
LINK = "Lấy mã tra cứu, một lần, trong 30 ngày:\n{link}"
LOST = "Mất mã: mang giấy tờ tới đầu mối của cơ quan."


def tell(case: Case, news: News, *, actor: Actor, now: datetime, more: str = "") -> int | None:
    """Put a mail in the outbox and return its id; None where there is no address, or it is none.

    Neither the words of the request nor the requester's name stand in it.

    :param more: a paragraph at its end.
    """
    sender = sender_of(case.submission_id)
    if sender is None or not sender.email:
        return None
    sentence = news.sentence.format(body=case.body.name, number=case.number)
    try:
        return queue_mail(
            to=sender.email,
            subject=f"[{case.number}] {news.subject}",
            body="\n\n".join(part for part in (sentence, f"{HOW}\n{LOST}", more) if part) + "\n",
            about=Subject(CASE, case.pk),
            actor=actor,
            now=now,
            body_id=case.body_id,
            is_private=True,
        )
    except MailRefused:  # What was typed is no address: the page says the news all the same.
        return None
