"""What administrators and officers type about people and posts. Forms parse and decide nothing."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.words import ROLE_NAMES
from minhbach.foundation.form_fields import VnDateField


class PersonForm(forms.Form):
    """The names of a person."""

    name = forms.CharField(label=_("Họ và tên"), max_length=200, error_messages={"required": _("Nhập họ và tên.")})
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=40,
        help_text=_("Chữ a–z không dấu, chữ số, dấu chấm, gạch nối. Ví dụ: thu.tt"),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
        error_messages={"required": _("Nhập tên đăng nhập.")},
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        max_length=254,
        help_text=_("Dùng để đăng nhập thay tên đăng nhập, nếu có."),
        error_messages={"invalid": _("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn.")},
    )


class PostForm(forms.Form):
    """A role in a body, from a day on. The view hands in the bodies and units that may be chosen."""

    role = forms.ChoiceField(
        label=_("Vai trò"),
        choices=[("", _("Chọn vai trò")), *((role.value, name) for role, name in ROLE_NAMES.items())],
        error_messages={"required": _("Chọn vai trò.")},
    )
    body = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int, error_messages={"required": _("Chọn cơ quan.")})
    unit = forms.TypedChoiceField(label=_("Đơn vị bên trong"), coerce=int, required=False, empty_value=None)
    title = forms.CharField(label=_("Chức vụ"), required=False, max_length=200, help_text=_("Ví dụ: Phó Chủ tịch"))
    from_on = VnDateField(label=_("Từ ngày"), error_messages={"required": _("Nhập ngày bắt đầu.")})
    last_on = VnDateField(
        label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chưa biết. Ví dụ: 31/12/2026")
    )

    def __init__(
        self, *args: Any, bodies: Mapping[int, str], units: Mapping[int, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose = [] if len(bodies) == 1 else [("", _("Chọn cơ quan"))]
        _choices(self, "body", [*choose, *bodies.items()])
        if units:
            _choices(self, "unit", [("", _("Cả cơ quan")), *units.items()])
        else:
            del self.fields["unit"]

    def clean_last_on(self) -> date | None:
        """Leave in `last_on` the last day, as typed; `until_on` is what actions take."""
        last: date | None = self.cleaned_data["last_on"]
        self.cleaned_data["until_on"] = last + timedelta(days=1) if last else None
        return last


class NewPersonForm(PostForm, PersonForm):
    """A person with their first post."""

    field_order = ("name", "username", "email", "role", "body", "unit", "title", "from_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["last_on"]


class EndPostForm(forms.Form):
    """From which day a post is held no longer, and why."""

    until_on = VnDateField(label=_("Thôi giữ từ ngày"), error_messages={"required": _("Nhập ngày.")})
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=300)


class DelegateForm(forms.Form):
    """Who stands in, on which days, and why."""

    delegate = forms.TypedChoiceField(
        label=_("Người làm thay"), coerce=int, error_messages={"required": _("Chọn người làm thay.")}
    )
    from_on = VnDateField(label=_("Từ ngày"), error_messages={"required": _("Nhập ngày bắt đầu.")})
    last_on = VnDateField(label=_("Đến hết ngày"), error_messages={"required": _("Nhập ngày cuối.")})
    reason = forms.CharField(
        label=_("Lý do vắng mặt"),
        max_length=300,
        help_text=_("Ví dụ: đi công tác, nghỉ phép"),
        error_messages={"required": _("Ghi lý do vắng mặt.")},
    )

    def __init__(self, *args: Any, colleagues: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "delegate", [("", _("Chọn người")), *colleagues.items()])

    def clean_last_on(self) -> date:
        """Leave in `last_on` the last day, as typed; `until_on` is what actions take."""
        last: date = self.cleaned_data["last_on"]
        self.cleaned_data["until_on"] = last + timedelta(days=1)
        return last


class HandOverForm(forms.Form):
    """Who takes over what is open in a body, and why the person leaves."""

    successor = forms.TypedChoiceField(label=_("Người nhận bàn giao"), coerce=int, required=False, empty_value=None)
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=300, help_text=_("Ví dụ: chuyển công tác"))

    def __init__(self, *args: Any, colleagues: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "successor", [("", _("Không có việc cần bàn giao")), *colleagues.items()])


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Lý do"), max_length=300, error_messages={"required": _("Ghi lý do.")})


class SubjectForm(forms.Form):
    """What the identity provider calls a person."""

    subject = forms.CharField(
        label=_("Mã định danh (sub)"),
        max_length=191,
        help_text=_("Mã mà nhà cung cấp định danh trả về cho người này; không phải tên hay thư điện tử."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Nhập mã định danh.")},
    )


class PeopleFilterForm(forms.Form):
    """What the list of people is narrowed to."""

    q = forms.CharField(label=_("Tên, tên đăng nhập hoặc thư điện tử"), required=False, max_length=100)
    vai_tro = forms.ChoiceField(
        label=_("Vai trò"),
        required=False,
        choices=[("", _("Mọi vai trò")), *((role.value, name) for role, name in ROLE_NAMES.items())],
    )
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int, required=False, empty_value=None)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), ("dang-dung", _("Đang dùng")), ("da-khoa", _("Đã khóa"))],
    )

    def __init__(self, *args: Any, bodies: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "co_quan", [("", _("Mọi cơ quan")), *bodies.items()])


def _choices(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    box = form.fields[name]
    if isinstance(box, forms.ChoiceField):
        box.choices = list(choices)
