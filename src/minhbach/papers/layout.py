"""The measures of Decree 30/2020, Annex I, that DOCX and PDF share: millimetres and points, each within its range."""

from dataclasses import dataclass

from minhbach.papers.contracts import Block, Heading, Paper
from minhbach.papers.writing import about_line, listed, number_line, place_and_day

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TOP, RIGHT, BOTTOM, LEFT = 20, 15, 20, 30
"""Annex I, part I: top and bottom 20–25, left 30–35, right 15–20 mm."""
PAGE_NUMBER_FROM_TOP = 10
HEAD_LEFT, HEAD_RIGHT = 71, 94
"""The two columns of the head; together the width between the margins."""
FIRST_LINE = 12.7
"""The first line of a paragraph is indented by 10 or 12.7 mm."""
BETWEEN_PARAGRAPHS = 6
NATION_SIZE, MOTTO_SIZE, BODY_NAME_SIZE, NUMBER_SIZE, DATE_SIZE, ABOUT_SIZE = 12, 13, 12, 13, 13, 12
TITLE_SIZE = TEXT_SIZE = SIGNATURE_SIZE = PAGE_NUMBER_SIZE = 14
RECIPIENTS_WORD_SIZE, RECIPIENTS_SIZE, TABLE_SIZE = 12, 11, 12
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ADDRESSED, RECIPIENTS = "Kính gửi:", "Nơi nhận:"
FONT = "Times New Roman"


def measures() -> dict[str, float]:
    """Return every measure by its name in small letters, as the PDF's template knows them."""
    return {
        name.lower(): value for name, value in globals().items() if name.isupper() and isinstance(value, int | float)
    }


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a paper outside its text, as they are printed."""

    body_above: tuple[str, ...]
    issuing_body: tuple[str, ...]
    number: str
    about: str
    place_and_day: str
    title: str
    subject: str
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]


def lines_of(paper: Paper) -> Lines:
    """Return the lines; a single addressee stands bare beside "Kính gửi:", several stand in a list."""
    several = len(paper.addressees) > 1
    return Lines(
        body_above=_split(paper.body_above),
        issuing_body=_split(paper.issuing_body),
        number=number_line(paper),
        about=about_line(paper) if paper.is_letter else "",
        place_and_day=place_and_day(paper),
        title="" if paper.is_letter else paper.kind.upper(),
        subject="" if paper.is_letter else paper.subject,
        addressees=listed(paper.addressees) if several else paper.addressees,
        recipients=listed(paper.recipients),
        signature=(*paper.signature.authority, paper.signature.position),
    )


def document_title(paper: Paper) -> str:
    """Return what programs show as the file's title."""
    return ": ".join(filter(None, (paper.kind, paper.subject))) or paper.issuing_body or MOTTO


def heading_depths(blocks: tuple[Block, ...], *, under_title: bool) -> tuple[int, ...]:
    """Return the depth of each block among the document's headings, 0 for what is none.

    The title, where there is one, is the first heading. No depth is skipped, which screen readers would stumble over.
    """
    deepest, depths = int(under_title), []
    for block in blocks:
        if not isinstance(block, Heading):
            depths.append(0)
            continue
        deepest = min(max(block.level, 1) + under_title, deepest + 1)
        depths.append(deepest)
    return tuple(depths)


def _split(name: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in name.splitlines() if line.strip())
