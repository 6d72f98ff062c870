"""Parse and normalise what people type around the work: remarks, difficulties, commendations. Decide nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.form_fields import VnDateField
from minhbach.planning.filter_forms import fill

Choices = Iterable[tuple[int, str]]
SAY_SOMETHING = {"required": _("Viết nội dung trước khi gửi.")}


def _long(label: Any, *, rows: int = 4, required: bool = True, hint: Any = "", missing: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=5000,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": missing} if missing else SAY_SOMETHING,
    )


def _offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Fill a box; where there is only one answer, it is chosen already."""
    offered = [(str(pk), words) for pk, words in choices]
    fill(form.fields[name], offered)
    if len(offered) == 1:
        form.fields[name].initial = offered[0][0]


class RemarkForm(forms.Form):
    """What a body has to say about a task."""

    body = forms.TypedChoiceField(
        label=_("Nói thay cơ quan"), coerce=int, error_messages={"required": _("Chọn cơ quan mình đang làm việc.")}
    )
    text = _long(_("Ý kiến"), hint=_("Các cơ quan có phần trong nhiệm vụ và cơ quan theo dõi kế hoạch đọc được."))

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "body", bodies)


class InspectionForm(forms.Form):
    """What an inspection found, where and when."""

    about = forms.TypedChoiceField(
        label=_("Cơ quan được kiểm tra"), coerce=int, error_messages={"required": _("Chọn cơ quan được kiểm tra.")}
    )
    inspected_on = VnDateField(label=_("Ngày kiểm tra"), error_messages={"required": _("Nhập ngày kiểm tra.")})
    text = _long(_("Kết quả kiểm tra"), rows=6, hint=_("Thấy gì, còn thiếu gì, yêu cầu làm gì tiếp."))

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "about", bodies)


class DifficultyWordsForm(forms.Form):
    """What keeps a body from its work, and what it proposes."""

    text = _long(
        _("Khó khăn, vướng mắc"),
        hint=_("Việc gì không làm được, vì sao, đã thử cách nào."),
        missing=_("Ghi khó khăn, vướng mắc cần được trả lời."),
    )
    proposal = _long(_("Đề xuất, kiến nghị, nếu có"), rows=3, required=False)


class PassUpForm(DifficultyWordsForm):
    """The same question, asked of a body above."""

    asked = forms.TypedChoiceField(
        label=_("Hỏi cơ quan"), coerce=int, error_messages={"required": _("Chọn cơ quan được hỏi.")}
    )
    field_order: tuple[str, ...] = ("asked", "text", "proposal")

    def __init__(self, *args: Any, asked: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "asked", asked)


class DifficultyForm(PassUpForm):
    """A new difficulty: whose, and whom it asks."""

    body = forms.TypedChoiceField(
        label=_("Cơ quan nêu"), coerce=int, error_messages={"required": _("Chọn cơ quan nêu vướng mắc.")}
    )
    field_order = ("body", "asked", "text", "proposal")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "body", bodies)


class SayForm(forms.Form):
    """One box of words; the view says what is asked."""

    text = _long("", rows=6)

    def __init__(self, *args: Any, label: Any, hint: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label, self.fields["text"].help_text = label, hint


class CommendationForm(forms.Form):
    """Who is proposed, and why."""

    body = forms.TypedChoiceField(
        label=_("Cơ quan"), coerce=int, error_messages={"required": _("Chọn cơ quan được đề nghị.")}
    )
    person = forms.TypedChoiceField(
        label=_("Cán bộ"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Để trống nếu đề nghị khen cả cơ quan."),
    )
    reason = _long(
        _("Lý do đề nghị"),
        hint=_("Đã làm được gì, kết quả ra sao, có minh chứng ở nhiệm vụ nào."),
        missing=_("Ghi lý do đề nghị: đã làm được gì, kết quả ra sao."),
    )

    def __init__(self, *args: Any, bodies: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "body", bodies)
        fill(self.fields["person"], [("", _("Cả cơ quan")), *((str(pk), name) for pk, name in people)])


class DecisionForm(forms.Form):
    """A leader's word on a proposal; needed where it is declined."""

    note = forms.CharField(
        label=_("Ý kiến lãnh đạo"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
