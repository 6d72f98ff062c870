"""Parse and normalise what people type about places where something is published; decide nothing."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import UploadField, VnDateField, limits_written
from minhbach.publication.announcements.forms import SCANS
from minhbach.publication.forms import VIETNAMESE, Choices
from minhbach.publication.labels import EVIDENCE_LABELS


class ChannelForm(forms.Form):
    """One more form of publication."""

    form = forms.ChoiceField(label=_("Hình thức"))
    planned_on = VnDateField(label=_("Đăng vào ngày"))
    place = TextField(
        label=_("Nơi đăng"),
        required=False,
        max_length=500,
        help_text=_("Địa chỉ trang, tên báo, nơi niêm yết, đài truyền thanh."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )

    def __init__(self, *args: Any, ways: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["form"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(ways)


class DoneForm(forms.Form):
    """What was done on a channel."""

    done_on = VnDateField(label=_("Ngày đăng"))
    place = TextField(
        label=_("Nơi đăng"),
        max_length=500,
        help_text=_("Địa chỉ trang, số báo, nơi niêm yết."),
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi nơi đăng: địa chỉ trang, số báo, nơi niêm yết.")},
    )
    evidence = TextField(
        label=_("Minh chứng"),
        required=False,
        max_length=500,
        help_text=_("Ví dụ: số báo, địa chỉ ảnh chụp, biên bản số."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )


class DownForm(forms.Form):
    """When a posting was taken down."""

    taken_on = VnDateField(label=_("Ngày gỡ"))


class DropForm(forms.Form):
    """Why something planned will not be done."""

    reason = TextField(
        label=_("Vì sao không đăng ở đây nữa"),
        max_length=300,
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi vì sao không đăng ở đây nữa.")},
    )


class ChannelFileForm(forms.Form):
    """A scan or a picture that shows the publication."""

    kind = forms.ChoiceField(label=_("Tệp này là gì"), choices=list(EVIDENCE_LABELS.items()))
    scan = UploadField(
        label=_("Tệp minh chứng"), size=settings.UPLOAD_LIMIT, error_messages={"required": _("Chọn tệp minh chứng.")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scan"].help_text = limits_written(settings.UPLOAD_LIMIT, SCANS)
        self.fields["scan"].widget.attrs["accept"] = ",".join(f".{one}" for one in SCANS)
