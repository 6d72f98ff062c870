"""Parse and normalise what people type about bodies; decide nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import FocalPointFields
from minhbach.agencies.labels import KIND_LABELS, LEVEL_LABELS
from minhbach.agencies.missing import what_is_missing
from minhbach.domain.bodies.focal_points import FieldSet
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import squeeze
from minhbach.foundation.form_fields import VnDateField

Choices = Iterable[tuple[Any, Any]]
ANY = ("", _("tất cả"))
_PUBLISHED = frozenset({"name", "position", "address", "telephone", "email", "fax", "working_hours"})


def cleaned_or_empty(form: forms.Form) -> Mapping[str, Any]:
    """Return what the form understood; what it did not is left out, and the page says so."""
    form.is_valid()
    return form.cleaned_data


class TextField(forms.CharField):
    """A line of text, with single spaces, in NFC."""

    def to_python(self, value: Any) -> str:
        """Return the text as it is kept."""
        return squeeze(super().to_python(value) or "")


class DirectoryForm(forms.Form):
    """What the public directory is asked. The view hands in the provinces."""

    q = TextField(label=_("Tên cơ quan"), required=False, max_length=200)
    noi = forms.ChoiceField(label=_("Tỉnh, thành phố"), required=False)
    cap = forms.ChoiceField(label=_("Cấp"), required=False, choices=[ANY, *LEVEL_LABELS.items()])
    loai = forms.ChoiceField(label=_("Loại cơ quan"), required=False, choices=[ANY, *KIND_LABELS.items()])
    ngay = VnDateField(label=_("Tính đến ngày"), required=False, help_text=_("Để trống: hôm nay. Ví dụ: 30/6/2025"))

    def __init__(self, *args: Any, territories: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _give_choices(self, "noi", [ANY, *territories])


class FocalPointListForm(forms.Form):
    """What a list of focal points is narrowed to."""

    q = TextField(label=_("Tên cơ quan"), required=False, max_length=200)
    noi = forms.ChoiceField(label=_("Tỉnh, thành phố"), required=False)
    cap = forms.ChoiceField(label=_("Cấp"), required=False, choices=[ANY, *LEVEL_LABELS.items()])

    def __init__(self, *args: Any, territories: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _give_choices(self, "noi", [ANY, *territories])


class OfficeListForm(FocalPointListForm):
    """What the officers' list is narrowed to."""

    co = forms.ChoiceField(
        label=_("Đầu mối"),
        required=False,
        choices=[ANY, ("thieu", _("chưa có")), ("co", _("đã có")), ("saphet", _("sắp hết hạn"))],
    )


class FocalPointForm(forms.Form):
    """A focal point: a person, or a unit of the body. The view hands in the units, and which fields the law has."""

    name = TextField(label=_("Họ và tên"), required=False, max_length=200, help_text=_("Để trống nếu là một đơn vị."))
    unit = forms.TypedChoiceField(label=_("Đơn vị"), coerce=int, empty_value=None, required=False)
    position = TextField(label=_("Chức vụ"), required=False, max_length=200)
    address = TextField(label=_("Địa chỉ làm việc"), required=False, max_length=300)
    telephone = TextField(
        label=_("Số điện thoại"), required=False, max_length=40, widget=forms.TextInput({"inputmode": "tel"})
    )
    email = TextField(
        label=_("Thư điện tử"), required=False, max_length=254, widget=forms.TextInput({"inputmode": "email"})
    )
    fax = TextField(label=_("Số fax"), required=False, max_length=40)
    working_hours = TextField(label=_("Giờ làm việc"), required=False, max_length=200)

    def __init__(self, *args: Any, units: Choices, law: FieldSet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _give_choices(self, "unit", [("", _("không phải một đơn vị")), *units])
        for name in _PUBLISHED - {*law.required, *law.shown}:
            del self.fields[name]
        # Whether a person or a unit is named, only the action can tell.
        for name in (_PUBLISHED - {"name"}) & {*law.required}:
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = what_is_missing(name, law.citation)

    def clean_email(self) -> str:
        """Return the address; say what is missing in the words of the pages' guide."""
        return checked_email(self.cleaned_data["email"])

    def clean_telephone(self) -> str:
        """Return the number if it has digits enough."""
        number: str = self.cleaned_data["telephone"]
        if number and sum(sign.isdigit() for sign in number) < 8:
            raise forms.ValidationError(_("Số điện thoại thiếu chữ số, ví dụ 0225 0000 000."))
        return number

    def fields_given(self) -> FocalPointFields:
        """Return what was typed."""
        given = self.cleaned_data
        return FocalPointFields(
            name=given["name"],
            position=given.get("position", ""),
            address=given["address"],
            telephone=given["telephone"],
            fax=given.get("fax", ""),
            email=given["email"],
            working_hours=given.get("working_hours", ""),
            unit_id=given["unit"],
        )


class NewFocalPointForm(FocalPointForm):
    """A focal point with its term."""

    from_on = VnDateField(label=_("Làm đầu mối từ ngày"))
    until_on = VnDateField(
        label=_("Thôi làm đầu mối từ ngày"), required=False, help_text=_("Để trống nếu chưa biết. Ví dụ: 01/7/2027")
    )


class EndTermForm(forms.Form):
    """The end of a term."""

    until_on = VnDateField(label=_("Thôi làm đầu mối từ ngày"), help_text=_("Từ ngày này không còn hiện trên trang."))


class BodyDetailsForm(forms.Form):
    """How a body is reached."""

    address = TextField(label=_("Địa chỉ"), required=False, max_length=300)
    telephone = TextField(
        label=_("Điện thoại"), required=False, max_length=40, widget=forms.TextInput({"inputmode": "tel"})
    )
    email = TextField(
        label=_("Thư điện tử"), required=False, max_length=254, widget=forms.TextInput({"inputmode": "email"})
    )
    website = forms.URLField(
        label=_("Trang thông tin điện tử"), required=False, max_length=300, assume_scheme="https",
        error_messages={"invalid": _("Ghi địa chỉ trang như https://vidu.gov.vn.")},
    )  # fmt: skip
    working_hours = TextField(label=_("Giờ làm việc"), required=False, max_length=200)
    essential_service = forms.BooleanField(
        label=_("Là đơn vị sự nghiệp công lập cung ứng dịch vụ sự nghiệp công cơ bản, thiết yếu"), required=False
    )

    def clean_email(self) -> str:
        """Return the address; say what is missing in the words of the pages' guide."""
        return checked_email(self.cleaned_data["email"])


class NewUnitForm(forms.Form):
    """A unit inside a body."""

    name = TextField(
        label=_("Tên đơn vị"), max_length=300, help_text=_("Như Văn phòng, Thanh tra, Phòng Tổng hợp."),
        error_messages={"required": _("Ghi tên đơn vị.")},
    )  # fmt: skip
    kind = forms.TypedChoiceField(
        label=_("Loại"),
        coerce=Kind,
        choices=[(kind, KIND_LABELS[kind]) for kind in (Kind.INNER_UNIT, Kind.SERVICE_UNIT, Kind.DIVISION)],
        initial=Kind.INNER_UNIT,
    )


def checked_email(address: str) -> str:
    """Return an e-mail address.

    :raises ValidationError: if it has no form of one.
    """
    if not address:
        return ""
    if "@" not in address or address.endswith("@"):
        raise forms.ValidationError(_("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn."))
    validate_email(address)
    return address


def _give_choices(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
