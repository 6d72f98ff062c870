"""What somebody types who sends feedback. Parses and normalises; decides nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import UploadsField
from minhbach.intake.contracts import Sender, WaitingFile
from minhbach.intake.holding import KINDS
from minhbach.outreach.contracts import FeedbackGiven, FeedbackKind
from minhbach.outreach.labels import KIND_LABELS
from minhbach.requests.asking.forms import OTHER, UNSURE

VIETNAMESE = {"lang": "vi"}


class SendForm(forms.Form):
    """All of it on one page. The view hands in the agencies that are offered."""

    kind = forms.ChoiceField(
        label=_("Ông/Bà muốn nói điều gì?"),
        choices=list(KIND_LABELS.items()),
        widget=forms.RadioSelect,
        help_text=_("Tố cáo: chỉ lãnh đạo cơ quan nhận đọc, không ai khác thấy."),
        error_messages={"required": _("Chọn một loại; không rõ thì chọn “Điều khác”.")},
    )
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=20_000,
        help_text=_("Viết như nói: việc gì, ở đâu, từ khi nào, mong cơ quan làm gì."),
        widget=forms.Textarea(attrs={"rows": 7, **VIETNAMESE}),
        error_messages={
            "required": _("Ghi điều Ông/Bà muốn nói với cơ quan."),
            "max_length": _("Dài quá 20.000 ký tự. Rút gọn lại, phần dài gửi bằng tệp."),
        },
    )
    body = forms.ChoiceField(
        label=_("Gửi cơ quan nào?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn cơ quan nhận, hoặc chọn “Không rõ”.")},
    )
    called = TextField(
        label=_("Tên cơ quan khác"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: Sở Tư pháp, phường Mẫu Một. Không cần gõ dấu."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    group = TextField(
        label=_("Nói thay tổ dân phố, thôn, nhóm nào"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: tổ dân phố số 3. Để trống nếu nói cho mình."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    speaks_for = forms.IntegerField(
        label=_("Thay cho bao nhiêu người"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            name: _("Ghi số người bằng chữ số, từ 1 trở lên.") for name in ("invalid", "min_value", "max_value")
        },
    )
    name = TextField(
        label=_("Họ và tên"),
        required=False,
        max_length=200,
        help_text=_("Không bắt buộc."),
        widget=forms.TextInput(attrs={"autocomplete": "name", **VIETNAMESE}),
    )
    telephone = TextField(
        label=_("Điện thoại"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    email = TextField(
        label=_("Thư điện tử"),
        required=False,
        max_length=200,
        help_text=_("Có thì được báo qua thư mỗi khi có tin mới; thư không ghi nội dung."),
        widget=forms.TextInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    papers = UploadsField(label=_("Ảnh, tệp kèm theo"), size=0, kinds=KINDS, required=False)
    agrees = forms.BooleanField(
        label=_("Cho công khai điều này cùng câu trả lời, bỏ hết chi tiết về người"),
        required=False,
        help_text=_("Lãnh đạo xem lại rồi mới đăng. Đổi ý được ở trang tra cứu. Tố cáo không bao giờ đăng."),
    )
    key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    about = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
    # What no person sees and every robot fills in.
    website = forms.CharField(label=_("Để trống ô này"), required=False, max_length=200)

    def __init__(self, *args: Any, offered: Iterable[tuple[int, str]], limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        agencies = [(str(body), name) for body, name in offered]
        field.choices = [*agencies, (OTHER, gettext("Cơ quan khác")), (UNSURE, gettext("Không rõ, nhờ chuyển giúp"))]
        papers = self.fields["papers"]
        self.fields["papers"] = UploadsField(label=papers.label, size=limit, kinds=KINDS, required=False)

    def clean_email(self) -> str:
        """Return the address, or say what is wrong with it."""
        address: str = self.cleaned_data["email"]
        if not address:
            return ""
        if not address.partition("@")[2]:
            raise forms.ValidationError(gettext("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn."))
        try:
            validate_email(address)
        except forms.ValidationError as error:
            raise forms.ValidationError(gettext("Thư điện tử viết như ten@vidu.vn, không dấu, không cách.")) from error
        return address

    def given(self, files: tuple[WaitingFile, ...], *, about: tuple[str, str]) -> FeedbackGiven:
        """Return what was typed.

        :param about: address and name of the page that it is about; empty for none.
        """
        told = self.cleaned_data
        return FeedbackGiven(
            kind=FeedbackKind(told["kind"]),
            text=told["text"],
            sender=Sender(name=told["name"], telephone=told["telephone"], email=told["email"]),
            group=told["group"],
            speaks_for=told["speaks_for"],
            about_url=about[0],
            about_title=about[1],
            agrees_public=told["agrees"],
            files=files,
        )
