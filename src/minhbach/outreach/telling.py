"""What a sender with an e-mail address is told by mail: that there is news, never which."""

from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.foundation.actions.send_mail import queue_mail
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.intake.queries import sender_of
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries.feedback import FEEDBACK

# Mails are Vietnamese, as all that goes out.
RECEIVED = "Đã nhận góp ý"
NEWS = "Có tin về góp ý"
ANSWERED = "Đã có trả lời"
HOW = "Xem chi tiết: mở trang Góp ý, chọn Tra cứu, nhập số biên nhận và mã tra cứu."
LOST = "Mất mã: gọi đầu mối của cơ quan."


def tell(row: Feedback, subject: str, *, actor: Actor, now: datetime) -> int | None:
    """Put a mail in the outbox and return its id; None where there is no address, or it is none.

    Neither the words of the feedback nor the sender's name stand in it.
    """
    sender = sender_of(row.submission_id)
    if sender is None or not sender.email:
        return None
    try:
        return queue_mail(
            to=sender.email,
            subject=f"[{row.number}] {subject}",
            body=f"{row.body.name}: {subject[:1].lower()}{subject[1:]}, số {row.number}.\n\n{HOW}\n{LOST}\n",
            about=Subject(FEEDBACK, row.pk),
            actor=actor,
            now=now,
            body_id=row.body_id,
            is_private=True,
        )
    except MailRefused:  # What was typed is no address: the page says the news all the same.
        return None
