"""What administrators type about mail."""

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.actions.give_up_mail import LONGEST_REASON
from minhbach.foundation.mail.listing import TO_MEND_FILTER
from minhbach.foundation.mail.words import STATES


class MailFilterForm(forms.Form):
    """What the list of mails is narrowed to."""

    q = forms.CharField(label=_("Địa chỉ hoặc tiêu đề"), required=False, max_length=100)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (TO_MEND_FILTER, _("Không tới nơi, chờ xử lý")),
            *((state.value, word) for state, (_kind, word) in STATES.items()),
        ],
    )


class SendAgainForm(forms.Form):
    """The address to which a mail goes once more."""

    to = forms.EmailField(
        label=_("Địa chỉ người nhận"),
        max_length=254,
        help_text=_("Hỏi lại người nhận nếu chưa chắc. Sửa ở đây chỉ đổi địa chỉ của thư này."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": _("Nhập địa chỉ người nhận."),
            "invalid": _("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn."),
        },
    )


class GiveUpForm(forms.Form):
    """Why a mail is not tried any more."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=LONGEST_REASON,
        help_text=_("Ví dụ: đã báo qua điện thoại"),
        error_messages={"required": _("Ghi lý do thôi gửi thư này.")},
    )
