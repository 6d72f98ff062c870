"""Which cases need an act of somebody today: two questions, whatever there is."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import UNDECIDED, RequestEvent, RequestState
from minhbach.domain.lifecycles.review import OPEN_REVIEWS
from minhbach.register.queries.visible import bodies_of_holders
from minhbach.requests.models import Case, CostNotice, Review, Step
from minhbach.requests.rules import MAY_DECIDE, MAY_RECEIVE

_S = RequestState


def cases_for_today(actor: Actor, *, today: date, until: date) -> QuerySet[Case]:
    """Return the open cases that wait for this officer, nearest limit first, each with `term_was_told`.

    Of the body: for who receives, what is to be checked, given, told, sent or was not paid; for leaders, what lies
    before them. For anybody, what they have themselves, once its limit is near.
    """
    receives, decides = bodies_of_holders(actor, MAY_RECEIVE), bodies_of_holders(actor, MAY_DECIDE)
    near = Q(state__in=UNDECIDED, due_on__lte=until)
    unpaid = Exists(CostNotice.objects.filter(case=OuterRef("pk"), paid_on__isnull=True, pay_by__lt=today))
    told = Exists(Step.objects.filter(case=OuterRef("pk"), event=RequestEvent.NOTIFY_TERM))
    notice = Q(state__in=UNDECIDED, notice_due_on__lte=until, term_was_told=False)
    at_the_door = Q(state__in=(_S.RECEIVED, _S.APPROVED)) | Q(state__in=UNDECIDED, handler__isnull=True)
    of_focal = at_the_door | near | notice | Q(state=_S.PAYMENT, is_unpaid=True)
    mine = Q(handler=actor.person) & near if actor.person is not None else Q(pk__in=[])
    wanted = Q(body__in=receives) & of_focal | Q(body__in=decides, state=_S.PREPARED) | mine
    rows = Case.objects.annotate(term_was_told=told, is_unpaid=unpaid).filter(wanted, state__in=_OPEN)
    return rows.select_related("body").order_by(F("due_on").asc(nulls_last=True), "pk")


_OPEN = (_S.RECEIVED, *UNDECIDED, _S.PREPARED, _S.APPROVED, _S.PAYMENT)


def reviews_for_today(actor: Actor) -> QuerySet[Review]:
    """Return what is said against answers and waits for a leader, nearest limit first."""
    decides = bodies_of_holders(actor, MAY_DECIDE)
    rows = Review.objects.filter(case__body__in=decides, decided_on__isnull=True, state__in=OPEN_REVIEWS)
    return rows.exclude(kind="lawsuit").select_related("case__body").order_by("due_on", "pk")


def cases_with_others(actor: Actor) -> QuerySet[Case]:
    """Return the cases that this officer's body gave to somebody else and that are in work, the oldest first."""
    rows = Case.objects.filter(body__in=bodies_of_holders(actor, MAY_RECEIVE), state__in=UNDECIDED)
    rows = rows.filter(handler__isnull=False).exclude(handler=actor.person)
    return rows.select_related("handler").order_by("due_on", "pk")
