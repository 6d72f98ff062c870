"""A word to those on whom something of one's own waits."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.foundation import clock
from minhbach.planning.actions.nudge import nudge_answerers, nudge_leaders
from minhbach.planning.contracts import AssignmentNotVisible, DifficultyNotVisible, WorkRefused


@officer_only
@require_POST
def nudge_work(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Remind the leaders of a result that waits for their word."""
    actor, now = actor_on(request), clock.now()
    _say(request, lambda: nudge_leaders(assignment_id=assignment_id, actor=actor, now=now))
    return redirect("planning:work", assignment_id)


@officer_only
@require_POST
def nudge_difficulty(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Remind those who may answer a difficulty."""
    actor, now = actor_on(request), clock.now()
    _say(request, lambda: nudge_answerers(difficulty_id=difficulty_id, actor=actor, now=now))
    return redirect("planning:difficulty", difficulty_id)


def _say(request: HttpRequest, nudge: Callable[[], int]) -> None:
    try:
        count = nudge()
    except (AssignmentNotVisible, DifficultyNotVisible):
        raise Http404 from None
    except WorkRefused as refused:
        messages.error(request, refused.reason)
    else:
        words = ngettext("Đã gửi thư nhắc %(count)s người.", "Đã gửi thư nhắc %(count)s người.", count)
        messages.success(request, words % {"count": count})
