"""Reads a whole document: its head and foot, then its body and what is attached to it."""

from minhbach.domain.reading.body.content import read_content
from minhbach.domain.reading.head import read_head
from minhbach.domain.reading.results import Reading
from minhbach.domain.reading.source import SourceDocument


def read_document(source: SourceDocument) -> Reading:
    """Return all that can be read from the document. What is unsure is left out or `unclear`, with a problem."""
    head = read_head(source)
    content = read_content(source, head.head, head.body_start, head.body_end)
    return Reading(
        head=head.head,
        tasks=content.tasks,
        duties=content.duties,
        responsibilities=content.responsibilities,
        budget=content.budget,
        statistic_fields=content.statistic_fields,
        problems=tuple(
            sorted((*head.problems, *content.problems), key=lambda problem: (problem.page or 0, problem.line or 0))
        ),
    )
