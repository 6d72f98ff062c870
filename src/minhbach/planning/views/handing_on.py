"""Saying who goes on with the work that divided bodies left in a plan."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.planning.actions.hand_on_work import choose_successor
from minhbach.planning.cascade.forms import SuccessorForm
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.queries import name_of
from minhbach.planning.queries.handing_on import left_behind
from minhbach.planning.rules import MAY_FOLLOW
from minhbach.planning.views.cascade import the_followed_plan


@role_only(*MAY_FOLLOW)
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the bodies that ended with open work and no clear successor; hand on the work of one of them."""
    plan, actor = the_followed_plan(request, plan_id), actor_on(request)
    if not actor.holds(*MAY_FOLLOW, body=plan.body_id):
        raise Http404
    waiting = left_behind([plan], on=clock.today())
    forms = {one.body_id: SuccessorForm(prefix=str(one.body_id), successors=one.successors) for one in waiting}
    asked = request.POST.get("body", "")
    if request.method == "POST":
        if not asked.isdecimal() or int(asked) not in forms:
            messages.error(request, _("Việc của cơ quan này đã được chuyển hoặc không còn."))
            return redirect("planning:hand_on_work", plan_id)
        body = int(asked)
        successors = next(one.successors for one in waiting if one.body_id == body)
        form = forms[body] = SuccessorForm(request.POST, prefix=asked, successors=successors)
        if form.is_valid():
            try:
                to = form.cleaned_data["to"]
                done = choose_successor(plan_id=plan.pk, body_id=body, to=to, actor=actor, now=clock.now())
                sentence = _("Đã chuyển %(moved)s việc, nhập %(merged)s việc vào việc cơ quan tiếp nhận đang có.")
                messages.success(request, sentence % {"moved": done.moved, "merged": done.merged})
                return redirect("planning:hand_on_work", plan_id)
            except WorkRefused as refused:
                form.add_error("to", refused.reason)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": forms.get(int(asked)) if asked.isdecimal() else None,
        "lines": [{"left": one, "form": forms[one.body_id]} for one in waiting],
    }
    return render(request, "planning/hand_on_work.html", context, status=422 if request.method == "POST" else 200)
