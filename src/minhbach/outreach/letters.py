"""The letter that answers feedback (công văn trả lời), as a value that papers lay out."""

from minhbach.foundation.dates import written
from minhbach.intake.covering import covered
from minhbach.outreach.models import Feedback
from minhbach.papers.contracts import LETTER_KIND, Letterhead, Paper, Paragraph, Signature

NAMELESS = "Người góp ý"


def answer_paper(row: Feedback, *, name: str, head: Letterhead, year: int) -> Paper:
    """Return the letter to a sender; letters are Vietnamese, whatever the page's language.

    :param name: of the sender or the residents' group; empty where nobody said one.
    """
    about = covered(row.subject)
    opening = f"{row.body.name} đã nhận góp ý số {row.number} ngày {written(row.received_on)} của Ông/Bà về: {about}"
    lines = [line.strip() for line in row.answer.splitlines() if line.strip()] or ["…"]
    closing = "Còn điều chưa rõ, xin liên hệ đầu mối của cơ quan và đọc số góp ý."
    return Paper(
        kind=LETTER_KIND,
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=year,
        subject=f"trả lời góp ý số {row.number}",
        addressees=(name or NAMELESS,),
        blocks=tuple(
            Paragraph(text)
            for text in (f"{opening.rstrip('.')}.", "Về việc này, cơ quan trả lời như sau:", *lines, closing)
        ),
        signature=Signature(head.authority, head.position),
        recipients=("Như trên", "Lưu: VT"),
    )
