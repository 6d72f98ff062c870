"""Parse and normalise what a leader says of a file in which a mark of secrecy was found; decide nothing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.publication.contracts import SecretDecision
from minhbach.publication.forms import VIETNAMESE


class SecretForm(forms.Form):
    """The decision and why, without a word of the file."""

    decision = forms.ChoiceField(
        label=_("Quyết định"),
        choices=[
            (SecretDecision.SECRET.value, _("Tệp có bí mật nhà nước: khóa tệp, xử lý theo pháp luật")),
            (SecretDecision.MISTAKEN.value, _("Tệp không có bí mật nhà nước, máy nhận nhầm")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn quyết định.")},
    )
    words = TextField(
        label=_("Đã làm gì, hoặc vì sao"),
        max_length=500,
        help_text=_("Không chép nội dung, tên tệp vào đây."),
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi đã làm gì, hoặc vì sao không phải bí mật; không chép nội dung.")},
    )
    seen = forms.BooleanField(
        label=_("Tôi đã xem tệp."), error_messages={"required": _("Đánh dấu “Tôi đã xem tệp” trước khi quyết định.")}
    )
