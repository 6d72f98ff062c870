"""What may be done with a difficulty: each act its form, its action, and back to the page of the difficulty."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.planning.actions.answer_difficulty import answer_difficulty, correct_answer
from minhbach.planning.actions.pass_up_difficulties import pass_up_difficulties
from minhbach.planning.actions.raise_difficulty import (
    ask_again,
    change_difficulty,
    raise_difficulty,
    withdraw_difficulty,
)
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.following.forms import DifficultyForm, DifficultyWordsForm, PassUpForm, SayForm
from minhbach.planning.models import Difficulty, Plan, Task
from minhbach.planning.queries import name_of
from minhbach.planning.queries.difficulties import bodies_to_ask
from minhbach.planning.queries.taking_part import bodies_spoken_for, plan_taken_part_in, task_taken_part_in
from minhbach.planning.views.difficulties import address_of, possible, powers, the_difficulty
from minhbach.planning.views.forming import Steps, do, form_page


@officer_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Raise a difficulty: on a task (`?viec=`), on a plan (`?ke-hoach=`), or in general."""
    actor = actor_on(request)
    plan, task = _about(request, actor)
    bodies = body_names(bodies_spoken_for(actor))
    if not bodies:
        raise Http404
    asked: dict[int, str] = {}
    for body in bodies:
        asked |= bodies_to_ask(body, plan=plan, on=clock.today())
    form = DifficultyForm(request.POST or None, bodies=bodies.items(), asked=asked.items())

    def act() -> str:
        fresh = raise_difficulty(
            body_id=form.cleaned_data["body"],
            asked_id=form.cleaned_data["asked"],
            plan_id=plan.pk if plan else None,
            task_id=task.pk if task else None,
            text=form.cleaned_data["text"],
            proposal=form.cleaned_data["proposal"],
            actor=actor,
            now=clock.now(),
        )
        return address_of(fresh)

    return form_page(
        request, form, act, heading=_("Nêu vướng mắc"), verb=_("Gửi vướng mắc"), done=_("Đã gửi vướng mắc."),
        steps=_steps(), about=task.title if task else (plan.title if plan else ""),
        context_line=name_of(plan) if plan else _("Chung, không theo kế hoạch nào"),
        nobody=not asked,
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Mend the words of a difficulty that nobody has dealt with."""
    row = _for(request, difficulty_id, "change")
    form = DifficultyWordsForm(request.POST or None, initial={"text": row.text, "proposal": row.proposal})

    def act() -> None:
        change_difficulty(difficulty_id=row.pk, actor=actor_on(request), now=clock.now(), **form.cleaned_data)

    return _page(request, row, "change", form, act, heading=_("Sửa vướng mắc"), verb=_("Ghi lại"), done=_("Đã sửa."))


@officer_only
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Answer a difficulty."""
    row = _for(request, difficulty_id, "answer")
    hint = _("Nói rõ cách xử lý và căn cứ, ví dụ số và ngày của văn bản hướng dẫn.")
    form = SayForm(request.POST or None, label=_("Trả lời"), hint=hint)

    def act() -> None:
        answer_difficulty(
            difficulty_id=row.pk, answer=form.cleaned_data["text"], actor=actor_on(request), now=clock.now()
        )

    heading, done = _("Trả lời vướng mắc"), _("Đã gửi trả lời.")
    return _page(
        request, row, "answer", form, act, heading=heading, verb=_("Gửi trả lời"), done=done, show_words=True,
        lead=_goes_to(row),
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Mend the words of an answer, here and wherever it went down."""
    row = _for(request, difficulty_id, "correct")
    form = SayForm(request.POST or None, label=_("Trả lời"), initial={"text": row.answer})

    def act() -> None:
        correct_answer(difficulty_id=row.pk, answer=form.cleaned_data["text"], actor=actor_on(request), now=clock.now())

    heading, done = _("Sửa câu trả lời"), _("Đã sửa câu trả lời.")
    return _page(request, row, "correct", form, act, heading=heading, verb=_("Ghi lại"), done=done, show_words=True)


@officer_only
@require_http_methods(["GET", "POST"])
def pass_up(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Ask a body above what was asked here."""
    row = _for(request, difficulty_id, "pass_up")
    asked = bodies_to_ask(row.asked_id, plan=row.plan, on=clock.today())
    choices = [(one, name) for one, name in asked.items() if one != row.body_id]
    initial = {"text": row.text, "proposal": row.proposal}
    form = PassUpForm(request.POST or None, asked=choices, initial=initial)

    def act() -> None:
        pass_up_difficulties(
            difficulty_ids=[row.pk],
            asked_id=form.cleaned_data["asked"],
            text=form.cleaned_data["text"],
            proposal=form.cleaned_data["proposal"],
            actor=actor_on(request),
            now=clock.now(),
        )

    lead = _("Cơ quan cấp trên đọc được cả lời gốc bên dưới. Khi cấp trên trả lời, câu trả lời tự về cơ quan đã nêu.")
    heading, done = _("Chuyển lên cấp trên"), _("Đã chuyển lên cấp trên.")
    return _page(
        request, row, "pass_up", form, act, heading=heading, verb=_("Chuyển lên"), done=done, lead=lead, show_words=True
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Say what the answer did not settle."""
    row = _for(request, difficulty_id, "ask_again")
    form = SayForm(request.POST or None, label=_("Còn vướng gì"))

    def act() -> None:
        ask_again(difficulty_id=row.pk, text=form.cleaned_data["text"], actor=actor_on(request), now=clock.now())

    heading, done = _("Hỏi lại"), _("Đã hỏi lại.")
    return _page(
        request, row, "ask_again", form, act, heading=heading, verb=_("Gửi câu hỏi"), done=done, show_words=True
    )


@officer_only
@require_POST
def withdraw(request: HttpRequest, difficulty_id: int) -> HttpResponse:
    """Take a difficulty back."""
    row = _for(request, difficulty_id, "withdraw")

    def act() -> None:
        withdraw_difficulty(difficulty_id=row.pk, actor=actor_on(request), now=clock.now())

    return do(request, act, done=_("Đã rút vướng mắc."), to=address_of(row.pk))


def _goes_to(row: Difficulty) -> str:
    """Say to which bodies an answer goes by itself; nothing where it goes to who asks alone."""
    bodies = [str(below.body) for below in row.carries.select_related("body").order_by("raised_at", "pk")]
    if not bodies:
        return ""
    return _("Câu trả lời tự về các cơ quan đã nêu: %(bodies)s.") % {"bodies": "; ".join(dict.fromkeys(bodies))}


def _for(request: HttpRequest, difficulty_id: int, act: str) -> Difficulty:
    """Return the difficulty if this act is the asker's; 404 where it is not."""
    row = the_difficulty(request, difficulty_id)
    if not powers(row, actor_on(request))[act]:
        raise Http404
    return row


def _about(request: HttpRequest, actor: Actor) -> tuple[Plan | None, Task | None]:
    plan, task = request.GET.get("ke-hoach", ""), request.GET.get("viec", "")
    try:
        if task.isdecimal():
            row = task_taken_part_in(int(task), actor=actor)
            return row.plan, row
        return (plan_taken_part_in(int(plan), actor=actor) if plan.isdecimal() else None), None
    except PlanNotVisible:
        raise Http404 from None


def _page(
    request: HttpRequest, row: Difficulty, name: str, form: Any, act: Callable[[], None], *, heading: str, verb: str,
    done: str, show_words: bool = False, lead: str = "",
) -> HttpResponse:  # fmt: skip
    def acted() -> str:
        act()
        return address_of(row.pk)

    steps = (*_steps(), (_("Một vướng mắc"), address_of(row.pk)))
    return form_page(
        request, form, acted, heading=heading, verb=verb, done=done, steps=steps, lead=lead,
        difficulty=row if show_words else None, possible=possible(row, actor_on(request))[name],
        about=row.task.title if row.task else "", context_line=name_of(row.plan) if row.plan else "",
    )  # fmt: skip


def _steps() -> Steps:
    return ((_("Vướng mắc"), reverse("planning:difficulties")),)
