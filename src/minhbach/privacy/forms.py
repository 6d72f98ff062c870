"""What people type about personal data. Parses and normalises; decides nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import VnDateField
from minhbach.privacy.labels import HOLDS, PARTS, WISH_TAGS, WISHES

VIETNAMESE = {"lang": "vi"}


def words_field(label: Any, *, required: Any = "", help_text: Any = "", most: int = 2000, rows: int = 4) -> Any:
    """Return a box for sentences; `required` is the sentence of an empty one, "" where it may be empty."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(required),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, **VIETNAMESE}),
        error_messages={"required": required or ""},
    )


class HoldForm(forms.Form):
    """Why the data are kept, until when."""

    kind = forms.ChoiceField(
        label=_("Vì sao giữ"),
        choices=list(HOLDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn vì sao giữ.")},
    )
    ground = TextField(
        label=_("Căn cứ"),
        max_length=300,
        help_text=_("Số, ngày văn bản hoặc vụ việc. Không ghi tên người."),
        error_messages={"required": _("Ghi căn cứ: văn bản, vụ việc yêu cầu giữ.")},
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    until = VnDateField(
        label=_("Giữ đến hết ngày"), required=False, help_text=_("Để trống: đến khi lãnh đạo thôi giữ. Ví dụ: 5/3/2027")
    )


class ReasonForm(forms.Form):
    """Why a hold is lifted."""

    reason = TextField(
        label=_("Vì sao thôi giữ"), max_length=300, error_messages={"required": _("Ghi lý do.")},
        widget=forms.TextInput(attrs=VIETNAMESE),
    )  # fmt: skip


class AskForm(forms.Form):
    """What somebody asks about their own data."""

    words = words_field(
        _("Chỗ nào sai, sửa thành gì"),
        required=_("Ghi chỗ cần sửa và sửa thành gì."),
        help_text=_("Ví dụ: số điện thoại đúng là 0000 000 000."),
    )


class AskEraseForm(forms.Form):
    """That somebody wants their data erased; nobody has to say why."""

    words = words_field(_("Lời gửi cơ quan (nếu cần)"), rows=3)


class CorrectForm(forms.Form):
    """The values as they are put right; an empty identity number leaves the one that is kept."""

    name = TextField(label=PARTS["name"], max_length=300, required=False, widget=forms.TextInput(attrs=VIETNAMESE))
    address = TextField(
        label=PARTS["address"], max_length=300, required=False, widget=forms.TextInput(attrs=VIETNAMESE)
    )
    identity_number = TextField(
        label=PARTS["identity_number"], max_length=20, required=False, help_text=_("Để trống: giữ số đang có.")
    )
    telephone = TextField(label=PARTS["telephone"], max_length=40, required=False)
    email = forms.EmailField(
        label=PARTS["email"],
        max_length=254,
        required=False,
        error_messages={"invalid": _("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn.")},
    )
    postal_address = TextField(
        label=PARTS["postal_address"], max_length=300, required=False, widget=forms.TextInput(attrs=VIETNAMESE)
    )
    answer = words_field(_("Lời gửi người gửi"), required=_("Ghi đã sửa gì."), rows=3)


class AnswerForm(forms.Form):
    """What the sender reads."""

    answer = words_field(
        _("Lời gửi người gửi"), required=_("Ghi lý do: người gửi đọc được."), help_text=_("Người gửi đọc câu này.")
    )


class WishFilterForm(forms.Form):
    """What the list of wishes is narrowed to."""

    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *((state, words) for state, (_kind, words) in WISH_TAGS.items())],
    )
    viec = forms.ChoiceField(label=_("Đề nghị"), required=False, choices=[("", _("Mọi đề nghị")), *WISHES.items()])


class ErasureFilterForm(forms.Form):
    """What the list of minutes is narrowed to."""

    tim = TextField(label=_("Số biên nhận"), required=False, max_length=40)
    nam = forms.IntegerField(label=_("Năm xóa"), required=False, min_value=2018, max_value=2100)
