"""Parse and normalise what people type at the gate; decide nothing. Views hand in what there is to choose."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import VnDateField
from minhbach.publication.contracts import PetitionWay, PublisherAnswer
from minhbach.publication.labels import GROUND_LABELS, KEEP_OPEN_LABELS, WAY_LABELS, WITHDRAWAL_LABELS

Choices = Iterable[tuple[Any, Any]]
VIETNAMESE = {"lang": "vi"}


class AnswerForm(forms.Form):
    """Why what was found may go out as it is. Which findings are meant stands beside them on the page."""

    ground = forms.ChoiceField(
        label=_("Để nguyên vì"),
        choices=list(GROUND_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn vì sao được để nguyên.")},
    )
    words = TextField(
        label=_("Căn cứ bằng chữ"),
        required=False,
        max_length=300,
        help_text=_("Điều, khoản, văn bản; hoặc ai cho phép ngày nào. Chỉ người trong cơ quan đọc được."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    everything = forms.BooleanField(label=_("Áp dụng cho mọi chỗ chưa trả lời đang lọc"), required=False)


class ApproveForm(forms.Form):
    """The approver's statement, and when it goes out. `public` is the version that was public on the page, or 0."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    public = forms.IntegerField(widget=forms.HiddenInput, required=False)
    publish_on = VnDateField(
        label=_("Đăng vào ngày"), required=False, help_text=_("Để trống: đăng ngay. Ví dụ: 5/3/2027")
    )
    hides_earlier = forms.BooleanField(
        label=_("Bản trước không cho đọc nữa (có nội dung không được công khai)"), required=False
    )
    seen = forms.BooleanField(
        label=_("Tôi đã xem bản sẽ đăng bằng mắt."),
        error_messages={"required": _("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt.")},
    )
    unread = forms.BooleanField(
        label=_("Tôi đã kiểm tra bằng mắt mọi hình, đối tượng máy không đọc được."),
        error_messages={"required": _("Có hình, đối tượng máy không đọc được: xem bằng mắt rồi đánh dấu.")},
    )
    own = forms.BooleanField(
        label=_("Tôi tự duyệt bản do mình làm, vì cơ quan không có ai khác duyệt được."),
        error_messages={"required": _("Tự duyệt là bước riêng: xác nhận rằng cơ quan không có ai khác duyệt được.")},
    )

    def __init__(self, *args: Any, corrects: bool, own: bool, unread: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not unread:
            del self.fields["unread"]
        if not corrects:
            del self.fields["hides_earlier"]
        if not own:
            del self.fields["own"]


class RemarkForm(forms.Form):
    """What is to be mended."""

    remark = forms.CharField(
        label=_("Cần sửa gì"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi lý do để người trình biết phải sửa gì.")},
    )


class WithdrawForm(forms.Form):
    """Why something is taken away: what the public reads, and what the body keeps. `public` as in `ApproveForm`."""

    public = forms.IntegerField(widget=forms.HiddenInput, required=False)
    why = forms.ChoiceField(
        label=_("Người dân đọc lý do nào"),
        choices=list(WITHDRAWAL_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn lý do mà người dân sẽ đọc.")},
    )
    remark = forms.CharField(
        label=_("Lý do ghi trong cơ quan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi lý do rút.")},
    )


class KeepOpenForm(forms.Form):
    """Why something stays public after its term, and until when."""

    ground = forms.ChoiceField(
        label=_("Để tiếp tục công khai vì"),
        choices=list(KEEP_OPEN_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn vì sao để tiếp tục công khai.")},
    )
    words = TextField(
        label=_("Lý do bằng chữ"),
        max_length=300,
        help_text=_("Điều, khoản, văn bản; hoặc người dân còn cần để làm gì."),
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi lý do: điều, khoản, văn bản hoặc vì sao còn cần.")},
    )
    stays_until = VnDateField(
        label=_("Hết thời hạn mới từ ngày"), required=False, help_text=_("Để trống: không định ngày. Ví dụ: 5/3/2027")
    )


class CitizenForm(forms.Form):
    """What a citizen says is wrong. Name and address may be left out; then nobody can be answered."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=120, required=False)
    text = forms.CharField(
        label=_("Chỗ nào sai hoặc thiếu?"),
        max_length=4000,
        help_text=_("Viết như nói. Biết thông tin đúng hoặc nơi xem được thông tin đúng thì ghi thêm."),
        widget=forms.Textarea(attrs={"rows": 5, **VIETNAMESE}),
        error_messages={
            "required": _("Ghi chỗ nào sai hoặc thiếu."),
            "max_length": _("Dài quá 4.000 ký tự. Rút gọn lại."),
        },
    )
    sender = TextField(
        label=_("Họ và tên"), required=False, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    contact = TextField(
        label=_("Nơi nhận trả lời"),
        required=False,
        max_length=300,
        help_text=_("Số điện thoại, thư điện tử hoặc địa chỉ. Để trống thì cơ quan không gửi trả lời được."),
    )
    # What no person sees and every robot fills in.
    website = forms.CharField(label=_("Để trống ô này"), required=False, max_length=200)


class PetitionForm(forms.Form):
    """What came by another way, written down by an officer."""

    way = forms.ChoiceField(
        label=_("Nhận bằng cách nào"),
        choices=[(value, words) for value, words in WAY_LABELS.items() if value != PetitionWay.ONLINE.value],
        widget=forms.RadioSelect,
        initial=PetitionWay.COUNTER.value,
    )
    received_on = VnDateField(label=_("Ngày nhận"), required=False, help_text=_("Để trống: hôm nay."))
    text = forms.CharField(
        label=_("Chỗ nào sai hoặc thiếu, theo người kiến nghị"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5, **VIETNAMESE}),
        error_messages={"required": _("Ghi chỗ nào sai hoặc thiếu.")},
    )
    sender = TextField(label=_("Họ và tên"), required=False, max_length=200)
    contact = TextField(label=_("Nơi nhận trả lời"), required=False, max_length=300)


class PetitionAnswerForm(forms.Form):
    """What was found, and what the sender is told."""

    outcome = forms.ChoiceField(
        label=_("Kết quả kiểm tra"),
        choices=[
            ("say_wrong", _("Thông tin công khai không chính xác: sẽ đính chính")),
            ("say_right", _("Thông tin công khai chính xác")),
            ("set_aside", _("Không nói về thông tin này, không xem xét")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn kết quả kiểm tra.")},
    )
    answer = forms.CharField(
        label=_("Trả lời người kiến nghị"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5, **VIETNAMESE}),
        error_messages={"required": _("Ghi câu trả lời: đã kiểm tra gì, kết quả ra sao.")},
    )


class PublisherForm(forms.Form):
    """Which body published our information wrongly, where, and what is wrong there."""

    publisher = TextField(
        label=_("Cơ quan đã đăng"),
        max_length=300,
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi cơ quan nào đã đăng.")},
    )
    place = TextField(
        label=_("Đăng ở đâu"), max_length=500, error_messages={"required": _("Ghi địa chỉ trang hoặc nơi đăng.")}
    )
    what = TextField(
        label=_("Sai chỗ nào, đúng là gì"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, **VIETNAMESE}),
        error_messages={"required": _("Ghi sai chỗ nào.")},
    )


class PublisherAnswerForm(forms.Form):
    """What the body answered that was asked to correct."""

    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        choices=[
            (PublisherAnswer.CORRECTED.value, _("Đã đính chính")),
            (PublisherAnswer.DECLINED.value, _("Không đính chính, có nêu lý do")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn kết quả.")},
    )
    answered_on = VnDateField(label=_("Ngày trả lời hoặc đính chính"))
    answer = TextField(
        label=_("Họ trả lời gì"),
        max_length=1000,
        help_text=_("Số, ngày văn bản trả lời; đính chính ở đâu, hoặc vì sao không."),
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi họ trả lời gì: số, ngày văn bản, đính chính ở đâu hoặc vì sao không.")},
    )
