"""Papers made while people train say so across every page."""

from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from docx import Document

from minhbach.foundation.training import WATERMARK
from minhbach.papers.contracts import Paper, Paragraph, Signature
from minhbach.papers.rendering import as_docx, as_pdf

PAPER = Paper(
    kind="Công văn", issuing_body="ỦY BAN NHÂN DÂN\nXÃ MẪU MỘT", symbol="UBND-VP", place="Mẫu Một", subject="thử",
    blocks=tuple(Paragraph(f"Đoạn {number} của một văn bản thử.") for number in range(80)), signature=Signature(),
)  # fmt: skip


def pages_of(content: bytes) -> list[str]:
    """Return the words of each page of a PDF, on one line."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(content)]


def heads_of(content: bytes) -> str:
    """Return what stands at the head of pages of a DOCX, the first one and the others."""
    section = Document(BytesIO(content)).sections[0]
    return "\n".join(one.text for head in (section.first_page_header, section.header) for one in head.paragraphs)


@pytest.mark.parametrize("is_training", [True, False])
def test_each_page_bears_the_mark_while_people_train_and_none_else(settings: Any, is_training: bool) -> None:
    settings.IS_TRAINING = is_training
    pages = pages_of(as_pdf(PAPER))
    assert len(pages) > 1 and [WATERMARK in page for page in pages] == [is_training] * len(pages)
    assert heads_of(as_docx(PAPER)).count(WATERMARK) == (2 if is_training else 0)
