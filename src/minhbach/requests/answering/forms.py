"""What officers type to answer a case: outcome, words, removed parts, files, findings, delivery. Decides nothing."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.statutes import Statute
from minhbach.foundation.form_fields import UploadsField
from minhbach.publication.contracts import KeepGround
from minhbach.publication.forms import Choices
from minhbach.requests.acts.forms import offer, words_field
from minhbach.requests.answering.values import AnswerGiven, Removed
from minhbach.requests.contracts import DeliveryWay

PARTS = 5
"""So many parts that are not provided can be written down on the page."""
OUTCOMES = [
    (RequestEvent.PROVIDE.value, _("Cung cấp đủ")),
    (RequestEvent.PROVIDE_IN_PART.value, _("Cung cấp một phần, nêu lý do từng phần không cung cấp")),
    (RequestEvent.POINT.value, _("Đã công khai: chỉ nơi xem")),
    (RequestEvent.REFUSE.value, _("Từ chối")),
]


class AnswerForm(forms.Form):
    """The answer as it is drafted. Grounds are those of the statute that the case stands under."""

    outcome = forms.ChoiceField(
        label=_("Trả lời"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn cách trả lời.")},
    )
    given = words_field(
        _("Thông tin được cung cấp, mỗi dòng một mục"), help_text=_("Tệp thêm ở mục Tệp được kể tự động.")
    )
    where = words_field(_("Nơi đã công khai, mỗi dòng một nơi"), rows=2, help_text=_("Tên và địa chỉ trang."))
    ground = forms.ChoiceField(label=_("Căn cứ từ chối"), required=False)
    reason = words_field(_("Vì sao, bằng lời thường"), rows=3, most=2000)
    kept = words_field(
        _("Phần vẫn cung cấp, hoặc vì sao không có"), rows=2, most=2000, help_text=_("Bắt buộc khi từ chối.")
    )
    remedy = words_field(_("Người yêu cầu làm được gì"), rows=2, most=1000)
    explainer = TextField(
        label=_("Người giải thích, điện thoại"), required=False, max_length=300,
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )  # fmt: skip

    def __init__(self, *args: Any, law: Statute, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [(one.key, f"{law.cite(one)}: {one.words}") for one in law.refusal_grounds]
        offer(self.fields["ground"], [("", _("Chưa chọn")), *grounds])
        for number in range(1, PARTS + 1):
            place = _("Phần không cung cấp %(number)s: ở đâu") % {"number": number}
            self.fields[f"place{number}"] = TextField(label=place, required=False, max_length=300)
            self.fields[f"ground{number}"] = forms.ChoiceField(
                label=_("Căn cứ"), required=False, choices=[("", _("Chưa chọn")), *grounds]
            )
            self.fields[f"reason{number}"] = TextField(label=_("Lý do"), required=False, max_length=1000)

    def parts(self) -> list[tuple[Any, Any, Any]]:
        """Return the boxes of each removed part."""
        return [tuple(self[f"{name}{n}"] for name in ("place", "ground", "reason")) for n in range(1, PARTS + 1)]  # type: ignore[misc]

    def answer(self) -> AnswerGiven:
        """Return what was typed."""
        given = self.cleaned_data
        rows = (Removed(*(given[f"{name}{n}"] for name in ("place", "ground", "reason"))) for n in range(1, PARTS + 1))
        names = ("ground", "given", "reason", "kept", "remedy", "explainer", "where")
        return AnswerGiven(
            outcome=RequestEvent(given["outcome"]),
            removed=tuple(row for row in rows if row.place or row.ground or row.reason)
            if given["outcome"] == RequestEvent.PROVIDE_IN_PART
            else (),
            **{name: given[name] for name in names},
        )


def boxes_of(given: AnswerGiven) -> dict[str, str]:
    """Return what stands in the boxes for an answer that was kept."""
    names = ("outcome", "ground", "given", "reason", "kept", "remedy", "explainer", "where")
    boxes = {name: getattr(given, name) for name in names}
    for number, part in enumerate(given.removed[:PARTS], start=1):
        boxes |= {f"place{number}": part.place, f"ground{number}": part.ground, f"reason{number}": part.reason}
    return boxes


class ApproveForm(forms.Form):
    """A leader's statement; `approves_own` only where nobody else leads."""

    answer_id = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.BooleanField(label=_("Tôi đã đọc văn bản và tệp sẽ gửi."), required=False)
    unread = forms.BooleanField(
        label=_("Tôi đã kiểm tra bằng mắt mọi hình, đối tượng máy không đọc được."), required=False
    )
    approves_own = forms.BooleanField(
        label=_("Cơ quan không có người khác duyệt được; tôi tự duyệt bản mình soạn."), required=False
    )

    def __init__(self, *args: Any, is_own: bool, has_unread: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_unread:
            del self.fields["unread"]
        if not is_own:
            self.fields["approves_own"].widget = forms.HiddenInput()


class SendForm(forms.Form):
    """How the answer is handed over."""

    way = forms.ChoiceField(
        label=_("Gửi bằng"),
        widget=forms.RadioSelect,
        choices=[
            (DeliveryWay.EMAIL.value, _("Qua mạng: xem ở trang tra cứu, có thư báo")),
            (DeliveryWay.CODE.value, _("Qua mạng: mã truy cập một lần")),
            (DeliveryWay.COUNTER.value, _("Tại quầy")),
            (DeliveryWay.READING.value, _("Đọc, xem, nghe, sao chụp tại trụ sở")),
            (DeliveryWay.POST.value, _("Bưu chính")),
            (DeliveryWay.FAX.value, _("Fax")),
        ],
        error_messages={"required": _("Chọn cách gửi.")},
    )
    words = TextField(
        label=_("Ghi chú"), required=False, max_length=500,
        help_text=_("Số vận đơn, giao cho ai, nơi và giờ đọc."),
    )  # fmt: skip


class FilesForm(forms.Form):
    """Files for the requester."""

    uploads = UploadsField(label=_("Thêm tệp gửi người yêu cầu"), size=settings.UPLOAD_LIMIT)


class FindingsForm(forms.Form):
    """Why what was found may go out as it is. The view hands in what is open."""

    findings = forms.TypedMultipleChoiceField(
        label=_("Chỗ được trả lời"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một chỗ.")},
    )
    ground = forms.ChoiceField(
        label=_("Vì sao được để nguyên"),
        widget=forms.RadioSelect,
        choices=[
            (KeepGround.OFFICIAL.value, _("Tên, chức vụ, nơi làm việc của người có thẩm quyền")),
            (KeepGround.CONSENT.value, _("Người ấy chấp thuận")),
            (KeepGround.LAW.value, _("Luật khác cho cung cấp")),
            (KeepGround.INTEREST.value, _("Người đứng đầu quyết định vì lợi ích công cộng")),
            (KeepGround.MISTAKEN.value, _("Không phải dữ liệu cá nhân, máy nhầm")),
        ],
        error_messages={"required": _("Chọn lý do.")},
    )
    words = TextField(label=_("Ghi rõ"), required=False, max_length=300)

    def __init__(self, *args: Any, open_findings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["findings"], open_findings)


class PublishForm(forms.Form):
    """What the public reads of an answer: nothing of its requester."""

    title = TextField(
        label=_("Tên thông tin"), max_length=300, help_text=_("Viết lại, không chép lời người yêu cầu."),
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )  # fmt: skip
    summary = words_field(_("Tóm tắt trả lời"), required=_("Ghi tóm tắt trả lời."))
