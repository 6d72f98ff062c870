"""How documents write numbers, dates and ends, by Decree 30/2020, Annex I."""

from datetime import date

from minhbach.domain.text import fold
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Table

GAP = "\u00a0" * 6
"""Room for what is filled in by hand."""
END = "./."


def number_written(number: int) -> str:
    """Return the number with a leading 0 below ten; room for it where there is none."""
    return f"{number:02}" if number else GAP


def number_line(paper: Paper) -> str:
    """Return "Số: 05/KH-UBND", or "Số:      /KH-UBND" before a number is given."""
    symbol = f"/{paper.symbol}" if paper.symbol else ""
    return f"Số: {number_written(paper.number)}{symbol}"


def name_of(paper: Paper) -> str:
    """Return how the document is called for short: "Công văn 05/UBND-VP"; its kind alone while it has no number."""
    return f"{paper.kind} {number_written(paper.number)}/{paper.symbol}" if paper.number else paper.kind


def day_written(day: date) -> str:
    """Return "ngày 05 tháng 3 năm 2026": 0 before days under ten and before months 1 and 2."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def place_and_day(paper: Paper) -> str:
    """Return "Mẫu Một, ngày 05 tháng 3 năm 2026", with room for day and month where they are still open."""
    year = str(paper.year) if paper.year else GAP
    written = day_written(paper.day) if paper.day else f"ngày {GAP} tháng {GAP} năm {year}"
    return f"{paper.place}, {written}" if paper.place else written


def about_line(paper: Paper) -> str:
    """Return the line under a letter's number: "V/v triển khai thi hành …"."""
    subject = paper.subject.strip()
    if not subject or subject[:3].lower() == "v/v":
        return subject
    return f"V/v {subject}"


def issued_with(paper: Paper) -> str:
    """Return the line under an annex's title: "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của …)"."""
    day = f" {day_written(paper.day)}" if paper.day else f" ngày {GAP} tháng {GAP} năm {paper.year or GAP}"
    number = number_line(paper).replace("Số:", "số")
    return f"(Kèm theo {paper.kind} {number}{day} của {paper.issuing_body.replace(chr(10), ' ').strip()})"


def listed(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a list as they are printed: dashes before, semicolons after, a full stop at the end."""
    bare = [line.strip().lstrip("-– ").rstrip(" ;.") for line in lines]
    kept = [line for line in bare if line]
    return tuple(f"- {line}{'.' if line is kept[-1] else ';'}" for line in kept)


def ended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the text with "./." behind its last sentence; text that ends with a table or heading stays as it is."""
    if not blocks:
        return blocks
    last = blocks[-1]
    match last:
        case Paragraph(text, ground):
            return (*blocks[:-1], Paragraph(_ended(text), ground))
        case Item(label, text):
            return (*blocks[:-1], Item(label, _ended(text)))
        case Heading() | Table():
            return blocks


def _ended(text: str) -> str:
    bare = text.rstrip()
    return bare if bare.endswith(END) or not bare else bare.rstrip(".;, ") + END


def file_name_of(paper: Paper) -> str:
    """Return a file name without ending: "cong-van-05-UBND-VP"; it tells number and kind, never the subject."""
    stem = "-".join(fold(paper.kind).split())
    number = f"{number_written(paper.number)}-{paper.symbol}" if paper.number else "chua-co-so"
    return f"{stem}-{number}"
