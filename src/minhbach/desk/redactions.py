"""What waits to be marked, taken out or looked at in files that may not go out whole."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.desk.contracts import Act, Rest
from minhbach.desk.sources import beyond, first_of
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.publication.queries.redactions import redactions_for_today
from minhbach.publication.redaction.labels import STATE_TAGS
from minhbach.publication.rules import MAY_MARK

VERBS: Mapping[str, Promise] = {
    RedactionState.MARKING: _("Đánh dấu chỗ cần che"),
    RedactionState.REFUSED: _("Xem vì sao không che được"),
    RedactionState.HANDED_ON: _("Kiểm tra, che"),
    RedactionState.MADE: _("Xem bản che, duyệt"),
}


def redactions_today(actor: Actor, today: date) -> Iterator[Act | Rest]:  # noqa: ARG001
    """Yield the files that wait for this officer: one question."""
    if not actor.holds(*MAY_MARK):
        return
    rows, count = first_of(redactions_for_today(actor))
    yield from beyond(count, reverse("redaction:redactions"))
    for row in rows:
        yield Act(
            what=gettext("Che thông tin: %(name)s") % {"name": row.file_name},
            verb=str(VERBS[row.state]),
            url=reverse("redaction:redaction", args=[row.pk]),
            state=str(STATE_TAGS[row.state][1]),
        )
