"""Lists as CSV files that spreadsheets here open with their Vietnamese letters right."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(head: Iterable[object], rows: Iterable[Iterable[object]], *, file_name: str) -> HttpResponse:
    """Return the rows as a file to be saved; each cell stands there as it is shown."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return response


def harmless(cell: object) -> str:
    """Return a cell that a spreadsheet shows as text and never runs as a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
