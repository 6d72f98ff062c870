"""What lists at the gate give beside their page: the same lines as a file, and the question how they are sorted."""

from collections.abc import Iterable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.register.sending import workbook_sent

PAGE, PRINTED_AT_MOST = 30, 2000
Head = Sequence[tuple[str | Promise, int]]
"""What each column is called, and how wide it is in characters."""


def as_file(
    request: HttpRequest, head: Head, cells: Iterable[Sequence[str]], *, title: str, name: str
) -> HttpResponse | None:
    """Return the lines as the file that was asked for, CSV or XLSX; None where the page was asked for."""
    asked = request.GET.get("dang")
    if asked == "csv":
        return as_csv([str(words) for words, _width in head], cells, file_name=f"{name}.csv")
    if asked == "xlsx":
        columns = [(str(words), width) for words, width in head]
        return workbook_sent(columns, cells, title=title, about=written(clock.today()), name=name)
    return None


def order_asked(request: HttpRequest, orders: Mapping[str, str], first: str) -> tuple[str, str]:
    """Return by what rows are sorted, the latest first where they are alike.

    :param orders: the column for each word of the address; `first`: what stands where nothing sensible was asked.
    """
    asked = request.GET.get("xep", "")
    column = orders.get(asked.removeprefix("-"))
    return ((f"-{column}" if asked.startswith("-") else column) if column else first), "-pk"


def page_length(request: HttpRequest) -> int:
    """Return how many lines a page has; all at once on paper."""
    return PRINTED_AT_MOST if request.GET.get("in") == "1" else PAGE
