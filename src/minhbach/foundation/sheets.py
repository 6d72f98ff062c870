"""Lists as CSV files that spreadsheets here open with their Vietnamese letters right."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]], *, file_name: str) -> HttpResponse:
    """Return the rows as a file to be saved."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return response


def harmless(cell: str) -> str:
    """Return a cell that a spreadsheet shows as text and never runs as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
