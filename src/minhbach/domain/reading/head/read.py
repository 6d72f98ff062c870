"""Read the head and the foot of an administrative document, as Decree 30/2020 lays them out."""

from minhbach.domain.reading.head.assemble import Parts, assemble
from minhbach.domain.reading.head.foot import find_foot
from minhbach.domain.reading.head.footer import read_footer
from minhbach.domain.reading.head.letterhead import find_letterhead
from minhbach.domain.reading.head.outcome import HeadReading
from minhbach.domain.reading.head.subject import read_subject
from minhbach.domain.reading.head.top import scan_top
from minhbach.domain.reading.source import Line, SourceDocument


def read_head(source: SourceDocument) -> HeadReading:
    """Return the head of the document and where its body lies. Never raises; what is not found is null."""
    lines = source.lines
    top = scan_top(lines)
    letterhead = find_letterhead(top)
    subject = read_subject(top, letterhead.issuing)
    foot = find_foot(lines, subject.body_start)
    footer = read_footer(lines, foot)
    found = assemble(Parts(source, top, letterhead, subject, footer, _running_text(lines)))
    return HeadReading(
        head=found.head,
        body_start=min(subject.body_start, foot),
        body_end=foot,
        foot_end=max(foot, footer.end),
        problems=found.problems,
    )


def _running_text(lines: tuple[Line, ...]) -> str:
    """Return the words of the document with wrapped lines joined: a line breaks only where a sentence ends."""
    out: list[str] = []
    for line in lines:
        text = line.text.strip()
        if text:
            out += (text, "\n" if text[-1] in ".;:!?" else " ")
    return "".join(out)
