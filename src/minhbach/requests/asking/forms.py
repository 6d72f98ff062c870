"""What citizens type to make a request, a form a step; who asks is in `who_form`. Decides nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.statutes import ChannelKey, Statute
from minhbach.intake.contracts import Delivery

VIETNAMESE = {"lang": "vi"}
OTHER, UNSURE = "khac", "khong-ro"


class WhatForm(forms.Form):
    """Step 1: what is looked for."""

    text = forms.CharField(
        label=_("Ông/Bà cần thông tin gì?"),
        max_length=20_000,
        help_text=_("Viết như nói. Biết tên hoặc số văn bản thì ghi thêm."),
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
        error_messages={
            "required": _("Ghi thông tin cần tìm, ví dụ tên hoặc số văn bản."),
            "max_length": _("Dài quá 20.000 ký tự. Rút gọn lại, phần dài gửi bằng tệp."),
        },
    )
    # What no person sees and every robot fills in.
    website = forms.CharField(label=_("Để trống ô này"), required=False, max_length=200)


class WhereForm(forms.Form):
    """Step 2: which agency. The view hands in those that are offered, and says whether another may be asked."""

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

    def __init__(self, *args: Any, offered: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        agencies = [(str(body), name) for body, name in offered]
        field.choices = [*agencies, (OTHER, gettext("Cơ quan khác")), (UNSURE, gettext("Không rõ, nhờ chuyển giúp"))]


class HowForm(forms.Form):
    """Step 4: how to get the information, and how to be reached."""

    delivery = forms.ChoiceField(
        label=_("Nhận thông tin bằng"), widget=forms.RadioSelect, initial=Delivery.DOWNLOAD.value
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
        help_text=_("Có thì được báo qua thư mỗi khi có tin mới."),
        widget=forms.TextInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )
    fax = TextField(label=_("Số fax"), required=False, max_length=40)
    postal_address = TextField(
        label=_("Địa chỉ nhận thư"),
        required=False,
        max_length=300,
        help_text=_("Để trống: gửi tới nơi cư trú đã ghi."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address", **VIETNAMESE}),
    )

    def __init__(self, *args: Any, law: Statute, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["delivery"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (Delivery.DOWNLOAD.value, gettext("Tải ở đây bằng số biên nhận và mã tra cứu")),
            (Delivery.EMAIL.value, gettext("Thư điện tử")),
            (Delivery.POST.value, gettext("Bưu điện")),
            (Delivery.COUNTER.value, gettext("Tới quầy")),
        ]
        if ChannelKey.FAX in {channel.key for channel in law.channels}:
            field.choices = [*field.choices, (Delivery.FAX.value, gettext("Fax"))]
        else:
            del self.fields["fax"]

    def clean_email(self) -> str:
        """Return the address, or say what is wrong with it."""
        address: str = self.cleaned_data["email"]
        if not address:
            return ""
        if "@" not in address or not address.partition("@")[2]:
            raise forms.ValidationError(gettext("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn."))
        try:
            validate_email(address)
        except forms.ValidationError as error:
            raise forms.ValidationError(gettext("Thư điện tử viết như ten@vidu.vn, không dấu, không cách.")) from error
        return address

    def clean(self) -> dict[str, Any]:
        """Hold that what is chosen can reach the requester."""
        told = super().clean() or {}
        delivery = told.get("delivery")
        if delivery == Delivery.EMAIL and not told.get("email") and "email" not in self.errors:
            self.add_error("email", gettext("Ghi thư điện tử để nhận thông tin."))
        if delivery == Delivery.FAX and not told.get("fax"):
            self.add_error("fax", gettext("Ghi số fax để nhận thông tin."))
        return told
