"""Leads who posts an act that cannot be done any more to the page that tells how things stand, in a sentence.

A double press, a page that stood open while somebody else acted, a process that died after it had written: what was
posted is not there any more, and "not found" tells nobody that it is done. One place answers for the acts of all rooms.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor, Role
from minhbach.foundation.templatetags.shell import vn_moment


@dataclass(frozen=True, slots=True)
class Standing:
    """How a subject stands, for who may read it and has the role for the act.

    :ivar url: the subject's page.
    :ivar what: the act that was posted, where it is done; else what was done last, with its moment and who did it;
        empty where nobody can tell.
    :ivar is_done: it is the act that was posted.
    """

    url: str
    what: str = ""
    moment: datetime | None = None
    who: str = ""
    is_done: bool = False


class WhereItStands(Protocol):
    """Answers for a subject; None where it is not there for who asks, or the act is not for their role."""

    def __call__(self, actor: Actor, subject_id: int, act: str, roles: Collection[Role]) -> Standing | None: ...


_answers: dict[tuple[str, str], WhereItStands] = {}


def tell_where_it_stands(namespace: str, argument: str, answer: WhereItStands) -> None:
    """Say how the subjects stand that the addresses of a room name by an argument, as "requests" does by `case_id`."""
    _answers[namespace, argument] = answer


class LatePosts:
    """Answers a post to an act that is not there, for who reads the page of its subject and has the role for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Lead to where the subject stands; None leaves "not found" as it is, for what may not be seen as well."""
        match, actor = request.resolver_match, getattr(request, "actor", None)
        roles = getattr(match.func, "roles", ()) if match else ()
        is_late = isinstance(exception, Http404) and request.method == "POST"
        if not is_late or actor is None or not roles or not actor.holds(*roles):
            return None
        standing = _told(request, actor, roles)
        if standing is None:
            return None
        messages.warning(request, sentence_of(standing))
        return HttpResponseRedirect(standing.url)


def sentence_of(standing: Standing) -> str:
    """Return what is said to who posted: what was done, when, by whom, and that this press did nothing."""
    if not standing.what:
        return _("Lần bấm này không làm gì thêm: việc đã có người làm, hoặc hồ sơ đã chuyển sang bước khác.")
    facts = {"what": standing.what, "when": vn_moment(standing.moment), "who": standing.who}
    if standing.is_done:
        return _("Việc này đã làm xong lúc %(when)s (%(who)s): “%(what)s”. Lần bấm này không làm gì thêm.") % facts
    words = _("Hồ sơ đã chuyển sang bước khác: “%(what)s” lúc %(when)s (%(who)s). Lần bấm này không làm gì thêm.")
    return words % facts


def _told(request: HttpRequest, actor: Actor, roles: Collection[Role]) -> Standing | None:
    match = request.resolver_match
    assert match is not None
    for argument, value in match.kwargs.items():
        answer = _answers.get((match.namespace, argument))
        if answer is not None:
            return answer(actor, value, match.url_name or "", roles)
    return None
