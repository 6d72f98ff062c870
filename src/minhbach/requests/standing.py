"""What is told to who posts an act on a case or a mail that cannot be done any more: how it stands."""

from collections.abc import Collection, Mapping

from django.urls import reverse

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.late_posts import Standing
from minhbach.intake.models import MailState
from minhbach.register.queries.visible import holds_for
from minhbach.requests.acts.buttons import PAGES
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.history import HistoryLine, done_line, history_of
from minhbach.requests.mail.page import history_of_mail
from minhbach.requests.models import Case
from minhbach.requests.queries import case_visible_to
from minhbach.requests.queries.mails import mail_visible_to

ANEW = (RequestEvent.SEND_BACK, RequestEvent.REOPEN)
"""What was done before one of these is to be done again."""
MAIL_ACTS: Mapping[str, MailState] = {
    "mail_request": MailState.REQUEST,
    "mail_into_case": MailState.IN_CASE,
    "mail_feedback": MailState.FEEDBACK,
    "mail_out": MailState.WAITING,
}


def where_a_case_stands(actor: Actor, subject_id: int, act: str, roles: Collection[Role]) -> Standing | None:
    """Return the case's page with the act, if it is done, or with the last one."""
    try:
        case = case_visible_to(subject_id, actor=actor)
    except CaseNotVisible:
        return None
    if not holds_for(actor, roles, case.body_id):
        return None
    done = _done(case, act)
    return _standing(reverse("requests:case", args=[case.pk]), done or history_of(case)[0], is_done=done is not None)


def where_a_mail_stands(actor: Actor, subject_id: int, act: str, roles: Collection[Role]) -> Standing | None:
    """Return the mail's page with what was done to it last."""
    try:
        mail = mail_visible_to(subject_id, actor=actor)
    except CaseNotVisible:
        return None
    lines, url = history_of_mail(mail), reverse("requests:mail", args=[mail.pk])
    if not holds_for(actor, roles, mail.body_id):
        return None
    return _standing(url, lines[0], is_done=MAIL_ACTS.get(act) == mail.state) if lines else Standing(url)


def _done(case: Case, act: str) -> HistoryLine | None:
    """Return when the act of a page was done last, unless the case came back to that step since."""
    events = [event for event, page in PAGES.items() if page == f"requests:{act}"]
    if RequestEvent.HEAR in events:
        events.append(RequestEvent.GO_ON)
    steps = list(case.steps.select_related("by").order_by("-pk"))
    since = next((place for place, step in enumerate(steps) if step.event in ANEW), len(steps))
    step = next((step for step in steps[: since + 1] if step.event in events), None)
    return done_line(step) if step else None


def _standing(url: str, line: HistoryLine, *, is_done: bool) -> Standing:
    return Standing(url, line.what, line.moment, line.who, is_done)
