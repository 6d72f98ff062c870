"""Parse what people type about older information: by when it is to be public, and whether it was due before."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.register.forms import Choices, fill


class PlanForm(forms.Form):
    """By when the older information of a letter is to be public."""

    letter = forms.ChoiceField(label=_("Điểm khoản 1 Điều 17"), error_messages={"required": _("Chọn điểm.")})
    planned_on = forms.TypedChoiceField(
        label=_("Công khai xong chậm nhất"), coerce=date.fromisoformat, error_messages={"required": _("Chọn tháng.")}
    )
    at_most = forms.IntegerField(
        label=_("Số mục, cũ nhất trước"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("Để trống: mọi mục chưa công khai của điểm này."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi số mục bằng chữ số, ví dụ 20.")},
    )

    def __init__(self, *args: Any, letters: Choices, months: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["letter"], letters)
        fill(self.fields["planned_on"], months)


class DutyForm(forms.Form):
    """Whether the law of before had the older information of a letter published already."""

    letter = forms.ChoiceField(label=_("Điểm khoản 1 Điều 17"), error_messages={"required": _("Chọn điểm.")})
    was_due = forms.ChoiceField(
        label=_("Trước ngày Luật 01/2026 có hiệu lực, thông tin này đã phải công khai chưa?"),
        choices=[("0", _("Chưa phải công khai")), ("1", _("Đã phải công khai"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một trong hai.")},
    )

    def __init__(self, *args: Any, letters: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["letter"], letters)
