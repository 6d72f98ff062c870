"""Parse and normalise what people type into what a body announces; decide nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import ServiceUnitRecord
from minhbach.agencies.forms import FocalPointListForm, TextField
from minhbach.foundation.form_fields import UploadField, VnDateField, limits_written
from minhbach.publication.announcements.announced import Heading, ListedService

SCANS = ("pdf", "jpg", "jpeg", "png", "tif", "tiff")
VIETNAMESE = {"lang": "vi"}


class HeadingForm(forms.Form):
    """By which decision it is announced, and what the person had before them."""

    number = TextField(
        label=_("Số, ký hiệu quyết định công bố"),
        required=False,
        max_length=60,
        help_text=_("Ví dụ: 12/QĐ-UBND. Để trống khi chưa có quyết định."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    decided_on = VnDateField(label=_("Ngày của quyết định"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def heading(self) -> Heading:
        """Return the decision that was typed."""
        return Heading(self.cleaned_data["number"], self.cleaned_data["decided_on"])


class ServiceListForm(HeadingForm):
    """Which of the committee's units are named, and what each renders. The view hands in the units."""

    remark = TextField(
        label=_("Vì sao không có đơn vị nào"),
        required=False,
        max_length=500,
        help_text=_("Chỉ ghi khi danh mục không có đơn vị nào. Dòng này hiện trên trang công khai."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )

    def __init__(self, *args: Any, units: Sequence[ServiceUnitRecord], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        for unit in units:
            self.fields[f"named_{unit.id}"] = forms.BooleanField(label=unit.name, required=False)
            self.fields[f"services_{unit.id}"] = TextField(
                label=_("Dịch vụ cơ bản, thiết yếu của %(unit)s") % {"unit": unit.name},
                required=False,
                max_length=500,
                widget=forms.TextInput(attrs=VIETNAMESE),
            )

    def lines(self) -> list[tuple[Any, Any]]:
        """Return the two boxes of each unit."""
        return [(self[f"named_{unit.id}"], self[f"services_{unit.id}"]) for unit in self.units]

    def chosen(self) -> list[ListedService]:
        """Return the units that are named."""
        given = self.cleaned_data
        return [
            ListedService(unit.id, given[f"services_{unit.id}"]) for unit in self.units if given[f"named_{unit.id}"]
        ]


class AnnouncementListForm(FocalPointListForm):
    """What a list of committees is narrowed to."""

    co = forms.ChoiceField(
        label=_("Danh mục"),
        required=False,
        choices=[("", _("Tất cả")), ("co", _("đã công bố")), ("chua", _("chưa công bố"))],
    )


class ScanForm(forms.Form):
    """The scan of the decision; what it is, its bytes tell."""

    scan = UploadField(
        label=_("Bản quét quyết định"),
        size=settings.UPLOAD_LIMIT,
        error_messages={"required": _("Chọn tệp quét quyết định.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scan"].help_text = limits_written(settings.UPLOAD_LIMIT, SCANS)
        self.fields["scan"].widget.attrs["accept"] = ",".join(f".{one}" for one in SCANS)


class SeenForm(forms.Form):
    """The approver's statement to have looked; what was on the page: the text's revision, what was in force, or 0."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    in_force = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.BooleanField(
        label=_("Tôi đã xem bản sẽ đăng bằng mắt, không có bí mật nhà nước và dữ liệu cá nhân."),
        error_messages={"required": _("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt.")},
    )


class ReasonForm(forms.Form):
    """A reason in words; the view says what is asked."""

    remark = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi lý do để người trình biết phải sửa gì.")},
    )

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remark"].label = label


class WithdrawalForm(ReasonForm):
    """Why it is taken away; and what was in force on the page, or 0."""

    in_force = forms.IntegerField(widget=forms.HiddenInput, required=False)
