"""Lists as workbooks to be saved."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from minhbach.papers.sending import file_sent
from minhbach.register.list_files import list_workbook


def workbook_sent(
    head: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], *, title: str, about: str, name: str
) -> HttpResponse:
    """Return lines as a workbook; `head` has the words of each column and its width in characters."""
    with list_workbook(head, rows, title=title, about=about) as book:
        return file_sent(book.read(), "xlsx", name)
