"""The list of mails: what it is narrowed to, its order, and as a file."""

from django.db.models import QuerySet

from minhbach.foundation.dates import written
from minhbach.intake.models import TakenMail
from minhbach.requests.mail.forms import MailFilterForm
from minhbach.requests.mail.page import TAGS

ORDERS = {"so": "submission__number", "toi": "arrived_on"}


def found_mails(rows: QuerySet[TakenMail], form: MailFilterForm, order: str) -> QuerySet[TakenMail]:
    """Return the mails that fit, in order: those first that came last where none is asked for."""
    if number := form.asked("tim"):
        rows = rows.filter(submission__number__contains=number.strip())
    if state := form.asked("tinh_trang"):
        rows = rows.filter(state=state)
    if by := form.asked("may"):
        rows = rows.filter(machine="") if by == "nguoi" else rows.exclude(machine="")
    column = ORDERS.get(order.removeprefix("-"))
    if column is None:
        return rows.order_by("-pk")
    return rows.order_by(f"-{column}" if order.startswith("-") else column, "-pk")


def cells_of(row: TakenMail) -> tuple[str, ...]:
    """Return a mail's cells in the file: neither sender nor words."""
    return (row.submission.number, row.body.name, written(row.arrived_on), str(TAGS[row.state][1]))
