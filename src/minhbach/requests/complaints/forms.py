"""What is typed about what is said against an answer, and about an answer that went astray."""

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.lifecycles.review import ReviewKind
from minhbach.foundation.form_fields import VnDateField
from minhbach.requests.acts.forms import words_field

KINDS = [
    (ReviewKind.CORRECTION.value, _("Người yêu cầu nói thông tin sai hoặc thiếu")),
    (ReviewKind.OWN_ERROR.value, _("Cơ quan tự thấy thông tin sai hoặc thiếu")),
    (ReviewKind.COMPLAINT.value, _("Khiếu nại lần đầu")),
    (ReviewKind.SECOND_COMPLAINT.value, _("Khiếu nại lần hai")),
    (ReviewKind.LAWSUIT.value, _("Khởi kiện (chỉ ghi nhận)")),
]


class ReviewForm(forms.Form):
    """What came in against an answer."""

    kind = forms.ChoiceField(
        label=_("Việc gì"), choices=KINDS, widget=forms.RadioSelect, error_messages={"required": _("Chọn việc gì.")}
    )
    on = VnDateField(label=_("Ngày nhận, hoặc ngày phát hiện"), error_messages={"required": _("Ghi ngày.")})
    words = words_field(_("Điều được nêu"), required=_("Ghi điều được nêu."))


class DecideForm(forms.Form):
    """What was found."""

    is_right = forms.ChoiceField(
        label=_("Kết quả"),
        widget=forms.RadioSelect,
        choices=[("1", _("Đúng: cung cấp lại, hoặc mở lại yêu cầu")), ("0", _("Không đúng: giữ như đã trả lời"))],
        error_messages={"required": _("Chọn kết quả.")},
    )
    decision = words_field(_("Đã xem lại và thấy gì"), required=_("Ghi đã xem lại và thấy gì."))
    given = words_field(_("Thông tin cung cấp lại, mỗi dòng một mục"), rows=3)


class AcceptForm(forms.Form):
    """Whether the complaint is a complex one."""

    is_complex = forms.BooleanField(label=_("Vụ việc phức tạp, hoặc ở vùng sâu, vùng xa"), required=False)


class MisSentForm(forms.Form):
    """To whom an answer went by mistake, and what it was."""

    wrong_recipient = TextField(
        label=_("Đã gửi nhầm tới"),
        max_length=300,
        help_text=_("Chỉ in trong công văn đề nghị trả lại, không lưu ở nơi khác."),
        error_messages={"required": _("Ghi đã gửi nhầm tới ai.")},
    )
    what = TextField(
        label=_("Văn bản, tệp gửi nhầm"), max_length=300, error_messages={"required": _("Ghi văn bản gửi nhầm.")}
    )


class PutRightForm(forms.Form):
    """What was done about it."""

    words = words_field(
        _("Đã làm gì"), required=_("Ghi đã làm gì."), help_text=_("Thu lại, xóa, báo người bị lộ thông tin, gửi lại.")
    )
