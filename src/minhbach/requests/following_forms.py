"""What a requester types to follow a request, and about it. Decides nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import UploadsField
from minhbach.intake.holding import KINDS
from minhbach.requests.contracts import Content

VIETNAMESE = {"lang": "vi"}
NOT_MATCHING = _("Số biên nhận và mã tra cứu không khớp. Xem lại, hoặc gọi đầu mối.")


class FollowForm(forms.Form):
    """Number and secret of a request."""

    number = TextField(
        label=_("Số biên nhận"),
        max_length=40,
        help_text=_("Ví dụ: 2026-00412"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"required": _("Ghi số biên nhận, ví dụ 2026-00412.")},
    )
    secret = TextField(
        label=_("Mã tra cứu"),
        max_length=40,
        help_text=_("Ví dụ: K7MP-3XRD-W9TC. Chữ hoa hay thường, có gạch hay không đều được."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Ghi mã tra cứu có trên biên nhận.")},
    )


class SupplementForm(forms.Form):
    """What is added to a request."""

    text = forms.CharField(
        label=_("Phần bổ sung"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
    )
    papers = UploadsField(label=_("Tệp kèm theo"), size=0, kinds=KINDS, required=False)

    def __init__(self, *args: Any, limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["papers"] = UploadsField(label=_("Tệp kèm theo"), size=limit, kinds=KINDS, required=False)


class QuestionForm(forms.Form):
    """What a requester asks the focal point."""

    text = forms.CharField(
        label=_("Điều muốn hỏi"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5, **VIETNAMESE}),
        error_messages={"required": _("Ghi điều muốn hỏi.")},
    )


class WithdrawForm(forms.Form):
    """Why a request is taken back; nobody has to say."""

    reason = forms.CharField(
        label=_("Lý do"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE})
    )


class ContentmentForm(forms.Form):
    """How content a requester is."""

    content = forms.ChoiceField(
        label=_("Ông/Bà có hài lòng không?"),
        widget=forms.RadioSelect,
        choices=[
            (Content.YES.value, _("Hài lòng")),
            (Content.PARTLY.value, _("Hài lòng một phần")),
            (Content.NO.value, _("Chưa hài lòng")),
        ],
        error_messages={"required": _("Chọn một mức độ.")},
    )
    words = forms.CharField(
        label=_("Muốn nói thêm"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
    )


class ReplyForm(forms.Form):
    """What an officer writes to a requester."""

    text = forms.CharField(
        label=_("Lời gửi người yêu cầu"),
        max_length=10_000,
        help_text=_("Người yêu cầu đọc ở trang tra cứu; có thư điện tử thì được báo qua thư."),
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
        error_messages={"required": _("Ghi lời gửi người yêu cầu.")},
    )
