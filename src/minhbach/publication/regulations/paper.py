"""A regulation as documents in the layout of Decree 30/2020: the decision that issues it, and its text behind it."""

import datetime as dt
from collections.abc import Iterable, Iterator

from minhbach.domain.regulations import ArticleText, chapters_of
from minhbach.foundation.dates import written
from minhbach.papers.contracts import Annex, Block, Heading, Paper, Paragraph, Signature
from minhbach.papers.queries import letterhead
from minhbach.papers.rules import symbol_for
from minhbach.publication.models import Announcement
from minhbach.publication.regulations.content import filled_articles, model_used, subject_of, values_in_words

DECISION, TITLE = "Quyết định", "QUY CHẾ"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def decision_paper(row: Announcement, *, on: dt.date) -> Paper:
    """Return the decision with the regulation behind it, as a draft of the body that an officer may still mend.

    Documents are Vietnamese in whatever language their officer reads the pages, so none of their words is translated.
    """
    regulation, head = row.regulation, letterhead(row.body_id)
    subject = subject_of(regulation, on=on)
    return Paper(
        kind=DECISION,
        issuing_body=head.issuing_body,
        body_above=head.body_above,
        symbol=symbol_for(kind=DECISION, abbreviation=head.abbreviation),
        place=head.place,
        year=on.year,
        subject=f"Ban hành Quy chế {_small(subject)}",
        blocks=tuple(_decision_blocks(row, subject, on)),
        signature=Signature(head.authority, head.position),
        recipients=("Như Điều 3", "Cơ quan cấp trên trực tiếp", "Lưu: VT"),
        annex=Annex(TITLE, subject, text_blocks(filled_articles(regulation, on=on))),
    )


def issued_paper(row: Announcement) -> Paper:
    """Return an issued regulation as it may be handed on: its text under number and day of its decision.

    The decision itself, whose words its signer may have mended, is not told again; it is named.
    """
    assert row.decided_on is not None
    head = letterhead(row.body_id)
    return Paper(
        kind="Quy chế",
        issuing_body=head.issuing_body,
        body_above=head.body_above,
        symbol="",
        place=head.place,
        day=row.decided_on,
        subject=subject_of(row.regulation, on=row.decided_on),
        blocks=(
            Paragraph(f"(Ban hành kèm theo Quyết định số {row.number} ngày {written(row.decided_on)})", ground=True),
            *text_blocks(filled_articles(row.regulation, on=row.decided_on)),
        ),
        signature=Signature(),
    )


def _decision_blocks(row: Announcement, subject: str, on: dt.date) -> Iterator[Block]:
    values = values_in_words(row.regulation, model_used(row.regulation), on=on)
    unit = values.get("dau_moi") or "đơn vị đầu mối cung cấp thông tin"
    yield Paragraph(f"Căn cứ Luật Tiếp cận thông tin số {row.regulation.statute};", ground=True)
    yield Paragraph("Căn cứ quy định về chức năng, nhiệm vụ, quyền hạn của cơ quan;", ground=True)
    yield Paragraph(f"Theo đề nghị của {unit}.", ground=True)
    yield Heading("QUYẾT ĐỊNH:", 0)
    yield Paragraph(f"Điều 1. Ban hành kèm theo Quyết định này Quy chế {_small(subject)}.")
    yield Paragraph(
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký; quy chế trước đây về cùng nội dung thôi áp dụng."
    )
    yield Paragraph(f"Điều 3. {unit}, các đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.")


def text_blocks(articles: Iterable[ArticleText]) -> tuple[Block, ...]:
    """Return chapters and articles, numbered through, a paragraph for each clause."""
    return tuple(_text_blocks(articles))


def _text_blocks(articles: Iterable[ArticleText]) -> Iterator[Block]:
    for chapter, title, held in chapters_of(articles):
        if title:
            yield Heading(f"Chương {roman(chapter)}\n{title.upper()}", 0)
        for number, one in held:
            yield Heading(f"Điều {number}. {one.title}", 2)
            yield from (Paragraph(line) for line in one.text.splitlines() if line.strip())


def roman(number: int) -> str:
    """Return the number as chapters bear it; beyond sixteen in figures."""
    return ROMAN[number - 1] if number <= len(ROMAN) else str(number)


def _small(subject: str) -> str:
    return subject[:1].lower() + subject[1:]
