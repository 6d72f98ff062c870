"""Who sorts which mails: the focal points of the body whose mailbox they came to."""

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.mail import TO_MEND
from minhbach.domain.lifecycles.request import OPEN
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.contracts import MailRecord
from minhbach.foundation.mail.queries import mails_about, not_arrived_about
from minhbach.intake.models import MailboxWatch, MailState, TakenMail
from minhbach.intake.queries.mails import mailboxes_of, mails_of, waiting_mails
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE
from minhbach.requests.rules import MAY_RECEIVE

MOST_UNTOLD = 200


def mails_visible_to(actor: Actor) -> QuerySet[TakenMail]:
    """Return the mails that the actor sorts."""
    return mails_of(bodies_of_holders(actor, MAY_RECEIVE))


def mails_waiting_for(actor: Actor) -> QuerySet[TakenMail]:
    """Return those that nobody has sorted yet, the oldest first."""
    return waiting_mails(bodies_of_holders(actor, MAY_RECEIVE))


def mail_visible_to(mail_id: int, *, actor: Actor) -> TakenMail:
    """Return one mail.

    :raises CaseNotVisible: if it is not there for the actor.
    """
    return _only(mails_visible_to(actor).filter(pk=mail_id))


def mail_for_change(mail_id: int, *, actor: Actor) -> TakenMail:
    """Return one mail, locked until the end of the transaction.

    :raises CaseNotVisible: if it is not there for the actor.
    """
    return _only(mails_visible_to(actor).select_for_update(of=("self",)).filter(pk=mail_id))


def mailboxes_for(actor: Actor) -> tuple[MailboxWatch, ...]:
    """Return how the mailboxes stand whose mails the actor sorts."""
    return mailboxes_of(bodies_of_holders(actor, MAY_RECEIVE))


def requests_untold(actor: Actor) -> tuple[tuple[str, int], ...]:
    """Return number and id of the open cases about which a mail came back or did not go out, for their focal points."""
    bodies = bodies_of_holders(actor, MAY_RECEIVE)
    cases = {int(mail.about_id) for mail in not_arrived_about(CASE, bodies=bodies)[:MOST_UNTOLD]}
    rows = Case.objects.filter(pk__in=cases, state__in=OPEN, body_id__in=bodies).order_by("pk")
    return tuple(rows.values_list("number", "pk"))


def mails_untold(case: Case) -> tuple[MailRecord, ...]:
    """Return the mails about a case that did not reach its requester; the caller has asked who may read of it."""
    return tuple(mail for mail in mails_about(Subject(CASE, case.pk)) if mail.state in TO_MEND)


def is_waiting(mail: TakenMail) -> bool:
    """True while no person has said what a mail is."""
    return mail.state == MailState.WAITING


def _only(rows: QuerySet[TakenMail]) -> TakenMail:
    row = rows.first()
    if row is None:
        raise CaseNotVisible
    return row
