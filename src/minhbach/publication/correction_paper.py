"""The letter that asks another body to correct what it published of ours (Article 22(3)), as papers lay it out."""

from dataclasses import dataclass
from datetime import date

from minhbach.domain.statutes import Statute
from minhbach.foundation.dates import written
from minhbach.papers.contracts import LETTER_KIND, Letterhead, Paper, Paragraph, Signature

ASKING, SAME_FORM = "published_by_another", "same_form"
"""Keys of the statute's rules on correcting."""


@dataclass(frozen=True, slots=True)
class WrongElsewhere:
    """What another body published wrongly.

    :param maker: the body that made the information and asks. `named`: the information with its number and day.
    :param place: where it stands, `what` is wrong there and right here; `petition`: what showed it, "" where none did.
    :param address: where the public reads it as it is right; "" while it is not public here.
    """

    maker: str
    publisher: str
    named: str
    place: str
    what: str
    petition: str = ""
    address: str = ""


def correction_paper(wrong: WrongElsewhere, *, law: Statute, on: date, head: Letterhead) -> Paper:
    """Return the letter; letters are Vietnamese, whatever the page's language. It names no petitioner."""
    return Paper(
        kind=LETTER_KIND,
        body_above=head.body_above,
        issuing_body=head.issuing_body,
        symbol="",
        place=head.place,
        year=on.year,
        subject="yêu cầu đính chính thông tin công khai không chính xác",
        addressees=(wrong.publisher,),
        blocks=tuple(Paragraph(words) for words in _sentences(wrong, law)),
        signature=Signature(head.authority, head.position),
        recipients=("Như trên", "Lưu: VT, hồ sơ công khai"),
    )


def _sentences(wrong: WrongElsewhere, law: Statute) -> list[str]:
    rules = {rule.key: rule for rule in law.corrections}
    seen = f"Qua kiểm tra {wrong.petition}" if wrong.petition else "Qua kiểm tra"
    sentences = [
        f"{wrong.maker} tạo ra thông tin: {wrong.named}.",
        f"{seen}, thông tin này do {wrong.publisher} công khai tại {wrong.place} không chính xác: {wrong.what}",
        f"Căn cứ {law.cite(rules[ASKING])}, {wrong.maker} yêu cầu {wrong.publisher} kịp thời đính chính, công khai "
        f"thông tin đã được đính chính; {rules[SAME_FORM].words} ({law.cite(rules[SAME_FORM])}).",
    ]
    if wrong.address:
        sentences.append(f"Thông tin chính xác đang được công khai tại địa chỉ: {wrong.address}")
    sentences.append(
        f"Đề nghị {wrong.publisher} thông báo kết quả cho {wrong.maker} để trả lời người kiến nghị, nếu có."
    )
    return sentences


def named(title: str, called: str, issued_on: date | None) -> str:
    """Return how the letter names the information: its title, its number and its day."""
    parts = [f"“{title}”"]
    if called and called != title:
        parts.append(f"số {called}")
    if issued_on:
        parts.append(f"ngày {written(issued_on)}")
    return ", ".join(parts)
