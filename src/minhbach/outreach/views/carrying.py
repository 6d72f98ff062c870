"""What people say becomes a difficulty that another body is asked about, in words without them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.outreach.act_forms import words_field
from minhbach.outreach.actions.make_difficulty import make_difficulty
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.page import shown_of
from minhbach.outreach.rules import READS_SENDERS
from minhbach.outreach.views.showing import add_refusal, the_feedback
from minhbach.planning.queries.difficulties import bodies_to_ask
from minhbach.publication.forms import Choices


class DifficultyForm(forms.Form):
    """Whom to ask, and what. The view hands in the bodies above."""

    asked = forms.TypedChoiceField(
        label=gettext_lazy("Hỏi cơ quan"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn cơ quan được hỏi.")},
    )
    text = words_field(
        gettext_lazy("Vướng mắc"),
        required=gettext_lazy("Viết vướng mắc, không ghi tên người góp ý."),
        help_text=gettext_lazy("Cơ quan được hỏi đọc câu này. Không ghi tên, địa chỉ người góp ý."),
    )
    proposal = forms.CharField(
        label=gettext_lazy("Cơ quan đề xuất"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "vi"}),
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["asked"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(bodies)


@role_only(*READS_SENDERS)
@require_http_methods(["GET", "POST"])
def carry_up(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Ask a body above about what people say; the feedback itself stays here."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    if not shown_of(row, actor=actor).get("may_carry_up"):
        raise Http404
    bodies = bodies_to_ask(row.body_id, plan=None, on=clock.today())
    form = DifficultyForm(request.POST if request.method == "POST" else None, bodies=bodies.items())
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            make_difficulty(
                feedback_id=row.pk,
                asked_id=told["asked"],
                task_id=None,
                text=told["text"],
                proposal=told["proposal"],
                actor=actor,
                now=clock.now(),
            )
            messages.success(request, _("Đã chuyển thành vướng mắc."))
            return redirect("outreach:feedback", row.pk)
        except FeedbackRefused as refused:
            add_refusal(form, refused)
    context = {"row": row, "form": form, "bodies": bodies}
    return render(request, "outreach/carry_up.html", context, status=422 if form.errors else 200)
