"""Write an answer for the public, without the person, and hand it to the leader at the gate (công khai trả lời)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import fold
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.moving import said
from minhbach.outreach.publishing import may_write_public, screening_of
from minhbach.outreach.queries.feedback import FEEDBACK, feedback_for_change
from minhbach.outreach.rules import MAY_PUBLISH
from minhbach.publication.actions.submit import submit_for_publication
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.queries import publication_of
from minhbach.register.queries.visible import holds_for


@transaction.atomic
def submit_answer(
    *, feedback_id: int, question: str, answer: str, kept_on_purpose: bool, actor: Actor, now: datetime
) -> None:
    """Keep the words for the public and ask the leader to let them out.

    :param question: what was said, in words from which nobody is known. `answer`: likewise.
    :param kept_on_purpose: the writer looked at each place that looks like personal data, and it is none that counts.
    :raises FeedbackNotVisible: if it is not there for the actor.
    :raises FeedbackRefused: if the actor may not, it is not answered or confidential, its sender does
        not agree, words lack, bear a mark of
        secrecy, or hold what looks like personal data that nobody looked at.
    """
    row = feedback_for_change(feedback_id, actor=actor)
    if not holds_for(actor, MAY_PUBLISH, row.body_id):
        raise FeedbackRefused(_("Vai trò của người này không trình công khai được."))
    if not may_write_public(row, publication_of(FEEDBACK, row.pk)):
        raise FeedbackRefused(_("Chỉ trình công khai câu trả lời đã gửi, chưa chờ duyệt và chưa công khai."))
    if not row.agrees_public:
        raise FeedbackRefused(_("Người góp ý chưa cho công khai. Họ cho được ở trang tra cứu góp ý."))
    row.public_question = said(question, _("Ghi nội dung góp ý, bỏ mọi chi tiết về người."), field="question")
    row.public_answer = said(answer, _("Ghi câu trả lời cho người dân đọc."), field="answer")
    found = screening_of(row.public_question, row.public_answer)
    if found.secrecy:
        raise FeedbackRefused(_("Có dấu chỉ mức mật trong phần chữ: không công khai được."))
    if found.findings and not kept_on_purpose:
        named = "; ".join(dict.fromkeys(one.text for one in found.findings))
        sentence = _("Có chỗ giống dữ liệu cá nhân: %(places)s. Sửa, hoặc xác nhận đã xem từng chỗ.") % {
            "places": named
        }
        raise FeedbackRefused(sentence, field="kept_on_purpose")
    row.public_search_text = fold(f"{row.public_question} {row.public_answer}")
    row.save(update_fields=["public_question", "public_answer", "public_search_text"])
    try:
        submit_for_publication(subject_kind=FEEDBACK, subject_id=row.pk, body_id=row.body_id, actor=actor, now=now)
    except PublicationRefused as refused:
        raise FeedbackRefused(refused.reason) from refused
    except PublicationNotVisible as error:
        raise FeedbackRefused(_("Vai trò của người này không trình công khai được.")) from error
