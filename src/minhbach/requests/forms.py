"""What officers type about a case. Parses and normalises; decides nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.statutes import Complexity
from minhbach.foundation.form_fields import VnDateField
from minhbach.publication.forms import Choices

VIETNAMESE = {"lang": "vi"}


class ValidForm(forms.Form):
    """Since when a request is valid, and how hard it is where the statute asks."""

    valid_on = VnDateField(label=_("Ngày đủ nội dung"), help_text=_("Ngày nhận yêu cầu, hoặc ngày nhận phần bổ sung."))
    complexity = forms.ChoiceField(
        label=_("Thông tin được yêu cầu"),
        choices=[
            (Complexity.SIMPLE.value, _("Đơn giản, có sẵn")),
            (Complexity.COMPLEX.value, _("Phức tạp: phải tập hợp, hoặc cần ý kiến cơ quan khác")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn đơn giản hay phức tạp: thời hạn khác nhau.")},
    )
    note = TextField(
        label=_("Ghi chú nội bộ"),
        required=False,
        max_length=500,
        help_text=_("Người yêu cầu không thấy."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )

    def __init__(self, *args: Any, tells_complexity: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not tells_complexity:
            del self.fields["complexity"]


class LacksForm(forms.Form):
    """What lacks, and what the requester reads about it."""

    lacks = forms.MultipleChoiceField(
        label=_("Còn thiếu"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một điều còn thiếu.")},
    )
    words = forms.CharField(
        label=_("Lời gửi người yêu cầu"),
        max_length=4000,
        help_text=_("Thiếu gì, bổ sung thế nào. Không trách, không dùng lời khó."),
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
        error_messages={"required": _("Ghi cho người yêu cầu biết: thiếu gì, bổ sung thế nào.")},
    )
    by = VnDateField(
        label=_("Bổ sung trước hết ngày, nếu có"),
        required=False,
        help_text=_("Quá ngày này mà chưa có phần bổ sung thì mới đóng được yêu cầu. Luật không định ngày."),
    )

    def __init__(self, *args: Any, fields_of_law: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["lacks"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(fields_of_law)
