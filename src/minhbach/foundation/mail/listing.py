"""The list of mails that an administrator sees: search, filter, order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.mail import TO_MEND, MailState
from minhbach.domain.text import fold
from minhbach.foundation.mail.contracts import Trouble
from minhbach.foundation.mail.queries import mails_visible_to
from minhbach.foundation.mail.words import STATES, TROUBLES
from minhbach.foundation.models import OutgoingMail

ORDERS = {"luc": "queued_at", "toi": "to", "tieu-de": "subject"}
_OPENS = re.compile(r"(https?://\S+\?)\S+")
TO_MEND_FILTER = "can-xu-ly"


@dataclass(frozen=True, slots=True)
class MailLine:
    """One line of the list: the row, its status tag, and what is wrong with it in a sentence.

    :ivar to: the address as pages show it, and `said` what a server answered: of a private one, "t•••@vidu.vn".
    :ivar text: without what a link of a private mail opens.
    """

    mail: OutgoingMail
    kind: str
    word: str
    trouble: str
    to: str
    said: str
    text: str


def found_mails(actor: Actor, filters: Mapping[str, Any], order: str) -> QuerySet[OutgoingMail]:
    """Return the mails that the actor may see, narrowed and in order: the latest first where none is asked for."""
    rows = mails_visible_to(actor)
    for word in fold(filters.get("q") or "").split():
        rows = rows.filter(searchable__contains=word)
    state = filters.get("tinh_trang") or ""
    if state == TO_MEND_FILTER:
        rows = rows.filter(state__in=TO_MEND)
    elif state:
        rows = rows.filter(state=state)
    column = F(ORDERS.get(order.removeprefix("-"), "queued_at"))
    ascending = order.removeprefix("-") in ORDERS and not order.startswith("-")
    return rows.order_by(column.asc() if ascending else column.desc(), "-pk")


def lines(rows: QuerySet[OutgoingMail] | list[OutgoingMail]) -> Iterator[MailLine]:
    """Yield the rows as the list shows them."""
    for mail in rows:
        kind, word = STATES[MailState(mail.state)]
        trouble = TROUBLES[Trouble(mail.trouble)] if mail.trouble else ""
        to = _hidden(mail.to) if mail.is_private else mail.to
        text = _OPENS.sub(r"\1•••", mail.text) if mail.is_private else mail.text
        yield MailLine(mail, kind, str(word), str(trouble), to, mail.said.replace(mail.to, to), text)


def _hidden(address: str) -> str:
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}•••@{domain}"
