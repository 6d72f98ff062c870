"""What an officer writes down of a request that came over the counter, by post, fax or telephone line to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import UploadsField, VnDateField
from minhbach.intake.contracts import Behalf, Delivery, Given, Sender, WaitingFile, Way
from minhbach.intake.holding import KINDS
from minhbach.publication.forms import Choices
from minhbach.requests.asking.people import people_in
from minhbach.requests.labels import BEHALF_LABELS, DELIVERY_LABELS, WAY_LABELS

VIETNAMESE = {"lang": "vi"}
YES, NO = "co", "khong"
WAYS = (Way.COUNTER, Way.POST, Way.FAX, Way.EMAIL)


class CounterForm(forms.Form):
    """A request as it came on paper, or as somebody says it who cannot write. What lacks is asked for afterwards."""

    body = forms.TypedChoiceField(label=_("Cơ quan nhận"), coerce=int)
    way = forms.ChoiceField(
        label=_("Nhận bằng cách nào"),
        choices=[(way.value, WAY_LABELS[way]) for way in WAYS],
        widget=forms.RadioSelect,
        initial=Way.COUNTER.value,
    )
    sent_on = VnDateField(
        label=_("Ngày gửi"),
        required=False,
        help_text=_("Ngày trên dấu bưu điện, ngày fax; để trống: hôm nay. Ngày gửi chọn luật áp dụng."),
    )
    received_on = VnDateField(label=_("Ngày nhận"), required=False, help_text=_("Để trống: hôm nay."))
    text = forms.CharField(
        label=_("Thông tin được yêu cầu"),
        max_length=20_000,
        help_text=_("Nguyên lời người yêu cầu. Người không viết, không nhìn được: đọc lại cho họ nghe trước khi ghi."),
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
        error_messages={"required": _("Ghi thông tin cần tìm, ví dụ tên hoặc số văn bản.")},
    )
    name = TextField(label=_("Họ và tên"), required=False, max_length=200)
    address = TextField(label=_("Nơi cư trú, địa chỉ"), required=False, max_length=300)
    identity_number = TextField(label=_("Số căn cước hoặc hộ chiếu"), required=False, max_length=40)
    behalf = forms.ChoiceField(
        label=_("Yêu cầu cho ai"), choices=list(BEHALF_LABELS.items()), initial=Behalf.SELF.value
    )
    represented = TextField(label=_("Đại diện cho ai"), required=False, max_length=300)
    organisation = TextField(label=_("Tên tổ chức, đoàn thể, doanh nghiệp"), required=False, max_length=300)
    people = forms.CharField(
        label=_("Danh sách những người cùng yêu cầu"),
        required=False,
        max_length=100_000,
        help_text=_("Mỗi người một dòng: họ tên; số căn cước; lý do."),
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
    )
    lives_there = forms.ChoiceField(
        label=_("Cư trú ở xã, phường của cơ quan này"),
        required=False,
        choices=[("", _("Không hỏi")), (YES, _("Có")), (NO, _("Không"))],
        help_text=_(
            "Cơ quan cấp xã hỏi: người nơi khác được cung cấp thông tin liên quan trực tiếp tới quyền, lợi ích."
        ),
    )
    concern = TextField(label=_("Người nơi khác, người nước ngoài: liên quan ra sao"), required=False, max_length=2000)
    purpose = TextField(label=_("Lý do, mục đích"), required=False, max_length=2000)
    delivery = forms.ChoiceField(
        label=_("Nhận thông tin bằng"), choices=list(DELIVERY_LABELS.items()), initial=Delivery.COUNTER.value
    )
    telephone = TextField(label=_("Điện thoại"), required=False, max_length=40)
    email = forms.EmailField(label=_("Thư điện tử"), required=False, max_length=200)
    fax = TextField(label=_("Số fax"), required=False, max_length=40)
    postal_address = TextField(label=_("Địa chỉ nhận thư"), required=False, max_length=300)
    papers = UploadsField(label=_("Bản quét đơn, giấy tờ kèm theo"), size=0, kinds=KINDS, required=False)

    def __init__(self, *args: Any, bodies: Choices, limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(bodies)
        papers = self.fields["papers"]
        self.fields["papers"] = UploadsField(label=papers.label, size=limit, kinds=KINDS, required=False)

    def given(self, files: tuple[WaitingFile, ...]) -> Given:
        """Return what was written down."""
        told = self.cleaned_data
        names = (
            "name", "address", "identity_number", "represented", "organisation", "concern", "purpose",
            "telephone", "email", "fax", "postal_address",
        )  # fmt: skip
        sender = Sender(people=people_in(told["people"]), **{name: told[name] for name in names})
        return Given(
            text=told["text"],
            sender=sender,
            behalf=Behalf(told["behalf"]),
            delivery=Delivery(told["delivery"]),
            way=Way(told["way"]),
            sent_on=told["sent_on"] or told["received_on"],
            received_on=told["received_on"],
            is_elsewhere={YES: False, NO: True}.get(told["lives_there"]),
            files=files,
        )
