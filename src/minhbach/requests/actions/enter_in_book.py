"""Give a case its line in the follow-up book of its body."""

from minhbach.requests.models import BookLine, BookSeries, Case


def enter_in_book(case: Case) -> None:
    """Give a new case the next number of its body's book of the year; part of the act that opens it."""
    series = series_for_change(case.body_id, case.received_on.year)
    series.last += 1
    series.save(update_fields=["last"])
    BookLine.objects.create(case=case, body_id=case.body_id, year=series.year, number=series.last)


def series_for_change(body_id: int, year: int) -> BookSeries:
    """Return the series of a body and year, locked until the end of the transaction."""
    BookSeries.objects.get_or_create(body_id=body_id, year=year)
    return BookSeries.objects.select_for_update(of=("self",)).get(body_id=body_id, year=year)
