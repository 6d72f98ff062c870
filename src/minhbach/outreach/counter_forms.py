"""What an officer, or the Front's people, write down of feedback that came another way; the promised term."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import UploadsField, VnDateField
from minhbach.intake.contracts import Sender, WaitingFile
from minhbach.intake.holding import KINDS
from minhbach.outreach.contracts import FeedbackGiven, FeedbackKind, FeedbackWay
from minhbach.outreach.labels import KIND_LABELS, WAY_LABELS
from minhbach.publication.forms import Choices

VIETNAMESE = {"lang": "vi"}
WAYS = [(way, words) for way, words in WAY_LABELS.items() if way != FeedbackWay.ONLINE]


class CounterForm(forms.Form):
    """Feedback as it was said or came on paper."""

    body = forms.TypedChoiceField(label=_("Cơ quan nhận"), coerce=int)
    way = forms.ChoiceField(
        label=_("Tới bằng cách nào"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn góp ý tới bằng cách nào.")},
    )
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=list(KIND_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một loại; không rõ thì chọn “Điều khác”.")},
    )
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=20_000,
        help_text=_("Nguyên lời người góp ý; đọc lại cho họ nghe trước khi ghi."),
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
        error_messages={"required": _("Ghi điều người dân nói.")},
    )
    received_on = VnDateField(label=_("Ngày nhận"), required=False, help_text=_("Để trống: hôm nay."))
    group = TextField(label=_("Nói thay tổ dân phố, thôn, nhóm nào"), required=False, max_length=200)
    speaks_for = forms.IntegerField(
        label=_("Thay cho bao nhiêu người"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    name = TextField(label=_("Họ và tên"), required=False, max_length=200, help_text=_("Không bắt buộc."))
    telephone = TextField(label=_("Điện thoại"), required=False, max_length=40)
    email = forms.EmailField(label=_("Thư điện tử"), required=False, max_length=200)
    agrees = forms.BooleanField(label=_("Họ cho công khai, bỏ hết chi tiết về người"), required=False)
    papers = UploadsField(label=_("Bản quét đơn, ảnh kèm theo"), size=0, kinds=KINDS, required=False)

    def __init__(self, *args: Any, bodies: Choices, limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(bodies)
        papers = self.fields["papers"]
        self.fields["papers"] = UploadsField(label=papers.label, size=limit, kinds=KINDS, required=False)

    def given(self, files: tuple[WaitingFile, ...]) -> FeedbackGiven:
        """Return what was written down."""
        told = self.cleaned_data
        return FeedbackGiven(
            kind=FeedbackKind(told["kind"]),
            text=told["text"],
            sender=Sender(name=told["name"], telephone=told["telephone"], email=told["email"]),
            group=told["group"],
            speaks_for=told["speaks_for"],
            way=FeedbackWay(told["way"]),
            received_on=told["received_on"],
            agrees_public=told["agrees"],
            files=files,
        )


class TermForm(forms.Form):
    """Within how many working days a body promises to answer."""

    body = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int)
    working_days = forms.IntegerField(
        label=_("Trả lời trong bao nhiêu ngày làm việc"),
        required=False,
        help_text=_("Từ 1 đến 60. Để trống: không hứa thời hạn. Luật không định thời hạn trả lời góp ý."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Ghi từ 1 đến 60 ngày làm việc.")},
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(bodies)
