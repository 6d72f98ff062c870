"""What officers type to act on a case in work. Parses and normalises; decides nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.agencies.queries import search_bodies
from minhbach.domain.text import fold
from minhbach.foundation.form_fields import VnDateField
from minhbach.publication.forms import Choices
from minhbach.requests.contracts import Heard

VIETNAMESE = {"lang": "vi"}
HEARD = [
    (Heard.AGREES.value, _("Chấp thuận cung cấp")),
    (Heard.AGREES_IN_PART.value, _("Chấp thuận một phần")),
    (Heard.DISAGREES.value, _("Không chấp thuận")),
    (Heard.NO_ANSWER.value, _("Không trả lời, thôi không chờ nữa")),
]


def words_field(label: Any, *, rows: int = 4, help_text: Any = "", required: Any = "", most: int = 4000) -> Any:
    """Return a box for sentences; `required` is the sentence of an empty one, "" where it may be empty."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(required),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, **VIETNAMESE}),
        error_messages={"required": required or ""},
    )


class PurposeForm(forms.Form):
    """Why somebody's identity number is opened."""

    purpose = TextField(
        label=_("Mở xem để làm gì"),
        max_length=300,
        help_text=_("Người gửi đọc được dòng này. Ví dụ: đối chiếu giấy tờ khi trả kết quả tại quầy."),
        error_messages={"required": _("Ghi mở xem để làm gì: người gửi đọc được.")},
    )


class NothingForm(forms.Form):
    """An act that needs no word."""


class ReasonForm(forms.Form):
    """Why."""

    reason = words_field(_("Lý do"), rows=3, required=_("Ghi lý do."), most=1000)


class AsideForm(forms.Form):
    """Where somebody turns with what is no request for information."""

    words = words_field(_("Lời gửi người gửi: việc này gửi tới đâu"), required=_("Ghi việc này gửi tới đâu."))


class AssignForm(forms.Form):
    """Who looks for the information, until when. The view hands in people and units."""

    handler = forms.TypedChoiceField(label=_("Người giải quyết"), required=False, coerce=int, empty_value=None)
    unit = forms.TypedChoiceField(label=_("Đơn vị"), required=False, coerce=int, empty_value=None)
    by = VnDateField(
        label=_("Cần xong trước hết ngày"),
        help_text=_("Hạn trong cơ quan; hạn trả lời người yêu cầu không đổi."),
        error_messages={"required": _("Ghi ngày cần xong.")},
    )
    note = words_field(_("Việc cần làm"), rows=3, most=1000, help_text=_("Người yêu cầu không thấy."))

    def __init__(self, *args: Any, people: Choices, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["handler"], [("", _("Chưa chọn người")), *people])
        offer(self.fields["unit"], [("", _("Cả cơ quan")), *units])


class ExtendForm(forms.Form):
    """By how much, and why."""

    by = forms.IntegerField(
        label=_("Gia hạn thêm"),
        min_value=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Ghi số ngày gia hạn."),
            "invalid": _("Ghi số bằng chữ số, ví dụ 5."),
            "min_value": _("Ghi số từ 1 trở lên."),
        },
    )
    reason = words_field(
        _("Vì sao cần thêm thời gian"),
        rows=3,
        most=1000,
        required=_("Ghi vì sao cần thêm thời gian."),
        help_text=_("Người yêu cầu đọc câu này: việc gì cần thêm thời gian, vì sao."),
    )

    def __init__(self, *args: Any, most: int, unit: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["by"].help_text = _("Từ 1 đến %(most)s %(unit)s.") % {"most": most, "unit": unit}


class OtherBodyForm(forms.Form):
    """Another body: one of those proposed, or one whose name is typed. The view hands in the proposals."""

    body = forms.ChoiceField(label=_("Cơ quan"), required=False, widget=forms.RadioSelect)
    name = TextField(
        label=_("Cơ quan khác"),
        required=False,
        max_length=300,
        help_text=_("Ghi tên đầy đủ, ví dụ Sở Xây dựng tỉnh Thí Dụ."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    must_be_known = True

    def __init__(self, *args: Any, proposed: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(pk), words) for pk, words in proposed]
        offer(self.fields["body"], [*choices, ("", _("cơ quan khác, ghi tên ở dưới"))])
        if not choices:
            self.fields["body"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Return with `body_id` of what was chosen, or found by the typed name."""
        given: dict[str, Any] = super().clean() or {}
        name = given.get("name", "")
        given["body_id"] = int(given["body"]) if given.get("body") else found_by_name(name)
        if given["body_id"] is None and (self.must_be_known or not name):
            sentence = _("Không tìm thấy cơ quan “%(name)s”. Ghi tên đầy đủ.") % {"name": name}
            self.add_error("name", sentence if name else _("Chọn cơ quan, hoặc ghi tên cơ quan."))
        return given


class ReferForm(OtherBodyForm):
    """Which body provides this, and why not this one. It need not be one that the installation knows."""

    must_be_known = False
    reason = words_field(
        _("Vì sao không phải thông tin của cơ quan này"),
        rows=3,
        most=1000,
        required=_("Ghi vì sao không phải thông tin của cơ quan này."),
    )


class HandOverForm(ReferForm):
    """Which body of the installation gets the request."""

    must_be_known = True


class OpinionForm(OtherBodyForm):
    """What is asked of another body."""

    question = words_field(_("Điều cần hỏi"), required=_("Ghi điều cần hỏi."))
    by = VnDateField(label=_("Cần trả lời trước hết ngày"), error_messages={"required": _("Ghi ngày cần trả lời.")})


class ThirdPersonForm(forms.Form):
    """Whose consent is asked for."""

    who = TextField(
        label=_("Người hoặc tổ chức được hỏi"),
        max_length=300,
        help_text=_("Tên và địa chỉ; được giữ kín như thông tin của người yêu cầu."),
        error_messages={"required": _("Ghi tên và địa chỉ người được hỏi.")},
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    question = words_field(
        _("Thông tin định cung cấp"),
        required=_("Ghi điều cần hỏi."),
        help_text=_("Người được hỏi đọc câu này. Không ghi tên người yêu cầu."),
    )
    by = VnDateField(label=_("Cần trả lời trước hết ngày"), error_messages={"required": _("Ghi ngày cần trả lời.")})


class HearForm(forms.Form):
    """What an asked one answered. The view hands in who is still out."""

    consultation = forms.TypedChoiceField(label=_("Nơi đã trả lời"), coerce=int, widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        widget=forms.RadioSelect,
        choices=HEARD,
        error_messages={"required": _("Chọn kết quả.")},
    )
    on = VnDateField(label=_("Ngày nhận trả lời"), error_messages={"required": _("Ghi ngày nhận trả lời.")})
    words = words_field(_("Nội dung trả lời"), most=2000)

    def __init__(self, *args: Any, out: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["consultation"], out)


class SplitForm(forms.Form):
    """The parts, a line each."""

    parts = words_field(
        _("Các phần, mỗi dòng một phần"),
        rows=6,
        required=_("Ghi từ hai phần, mỗi dòng một phần."),
        help_text=_("Mỗi phần thành một việc riêng, có hạn riêng; người yêu cầu vẫn xem ở một trang."),
    )


def found_by_name(name: str) -> int | None:
    """Return the body that a typed name means: the only one found, or the one called exactly so."""
    found = search_bodies(name, limit=5)
    if len(found) == 1:
        return found[0][0]
    exact = [pk for pk, words in found if fold(words) == fold(name) or fold(words).startswith(f"{fold(name)},")]
    return exact[0] if len(exact) == 1 else None


def offer(field: forms.Field, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a box of choices what the view hands in."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
