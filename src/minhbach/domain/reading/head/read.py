"""Read the head and the foot of an administrative document, as Decree 30/2020 lays them out."""

from dataclasses import replace

from minhbach.domain.reading.head.assemble import assemble
from minhbach.domain.reading.head.foot import find_foot
from minhbach.domain.reading.head.footer import Footer, read_footer
from minhbach.domain.reading.head.issuer import derive_issuer
from minhbach.domain.reading.head.kinds import LETTER
from minhbach.domain.reading.head.letterhead import Letterhead, find_letterhead
from minhbach.domain.reading.head.number import kind_of_symbol, organ_of_symbol
from minhbach.domain.reading.head.outcome import HeadReading
from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.head.places import official_place
from minhbach.domain.reading.head.subject import Subject, read_subject
from minhbach.domain.reading.head.top import Top, date_at_the_end, scan_top
from minhbach.domain.reading.source import Line, SourceDocument

_DATE_ABOVE = 4  # lines at most between a date at the end and the signature under it


def read_head(source: SourceDocument) -> HeadReading:
    """Return the head of the document and where its body lies. Never raises; what is not found is null."""
    lines = source.lines
    top = scan_top(lines)
    letterhead = find_letterhead(top)
    subject = read_subject(top, letterhead.issuing or _issuer_by_symbol(top))
    foot = find_foot(lines, subject.body_start)
    footer = read_footer(lines, foot)
    if subject.title is None and footer.subject:
        subject = replace(subject, title=footer.subject)
    if top.dating is None:
        above = max(subject.body_start, foot - _DATE_ABOVE)
        foot = date_at_the_end(top, lines, above, foot, max(foot, footer.end))
    parts = _parts(source, top, letterhead, subject, footer)
    return HeadReading(
        head=assemble(parts),
        body_start=_first_words(lines, subject.body_start, foot),
        body_end=foot,
        foot_end=max(foot, footer.end),
        problems=parts.problems(),
    )


def _parts(source: SourceDocument, top: Top, letterhead: Letterhead, subject: Subject, footer: Footer) -> Parts:
    above, body = (_running_text(part) for part in _halves(source.lines, subject.body_start))
    cites = f"{subject.promulgated}\n{body}\n{subject.title or ''}"
    return Parts(source, top, letterhead, subject, footer, text=above + body, body_text=cites)


def _halves(lines: tuple[Line, ...], at: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    return lines[:at], lines[at:]


def _issuer_by_symbol(top: Top) -> str | None:
    """Return what symbol and place say of the issuing body, enough to know its name where the text begins."""
    symbol = top.number.symbol if top.number else None
    place = official_place(top.dating.place) if top.dating and top.dating.place else None
    organ = organ_of_symbol(symbol, kind_of_symbol(symbol) or LETTER)
    return derive_issuer(organ, place, None, (), "")


def _first_words(lines: tuple[Line, ...], start: int, stop: int) -> int:
    """Return the index of the first line that says something, from `start` to `stop`."""
    return next((i for i in range(start, stop) if any(c.isalnum() for c in lines[i].text)), min(start, stop))


def _running_text(lines: tuple[Line, ...]) -> str:
    """Return the words of the document with wrapped lines joined: a line breaks only where a sentence ends."""
    out: list[str] = []
    for line in lines:
        text = line.text.strip()
        if text:
            out += (text, "\n" if text[-1] in ".;:!?" else " ")
    return "".join(out)
