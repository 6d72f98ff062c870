"""What lists at the gate are narrowed to. Every box is optional; nonsense is ignored, never an error page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.forms import Choices
from minhbach.publication.labels import FINDING_LABELS, PETITION_TAGS, STATE_TAGS
from minhbach.publication.queries.listing import (
    ENDED,
    ENDING,
    GONE,
    LATE,
    NOT_BEGUN,
    PLACELESS,
    PUBLIC,
    SCHEDULED,
    UNREAD,
    WAITS,
    WITHDRAWN,
    GateFilters,
)
from minhbach.publication.queries.petitions import ANSWERED, OPEN, PetitionFilters
from minhbach.publication.queries.petitions import LATE as PETITION_LATE

STANDINGS = {
    "cho": (WAITS, _("Đang trên đường đăng")),
    "tre": (LATE, _("Quá hạn công khai")),
    "chua": (NOT_BEGUN, _("Phải công khai, chưa làm gì")),
    "duyet": (PublicationState.SUBMITTED.value, STATE_TAGS[PublicationState.SUBMITTED][1]),
    "tra": (PublicationState.SENT_BACK.value, STATE_TAGS[PublicationState.SENT_BACK][1]),
    "lich": (SCHEDULED, _("Đã duyệt, chờ ngày đăng")),
    "da": (PUBLIC, _("Đang công khai")),
    "het-han": (ENDED, _("Hết thời hạn công khai, chờ quyết định")),
    "sap-het": (ENDING, _("Hết thời hạn công khai trong 10 ngày tới")),
    "khong-mo": (GONE, _("Đang công khai, không mở được")),
    "thieu-dia-chi": (PLACELESS, _("Ghi đã đăng trên mạng, thiếu địa chỉ")),
    "khong-doc": (UNREAD, _("Đang công khai, máy không đọc được")),
    "rut": (WITHDRAWN, _("Đã rút khỏi công khai")),
}


class Filters(forms.Form):
    """What both lists share."""

    def asked(self, name: str) -> Any:
        """Return what was asked for in a box, or nothing where it makes no sense or there is no such box."""
        self.is_valid()
        return self.cleaned_data.get(name)

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force, for the links that take it away."""
        named = ((self._in_words(name, self.asked(name)), name) for name in self.fields if name != "xep")
        return [(words, name) for words, name in named if words]

    def boxes(self) -> list[forms.BoundField]:
        """Return what stands behind the word "Lọc": all but the words to look for."""
        return [self[name] for name in self.fields if name != "tim"]

    def _in_words(self, name: str, value: Any) -> str:
        if not value:
            return ""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])  # type: ignore[arg-type]
        return f"“{value}”" if name == "tim" else f"{field.label}: {value}"

    def _offer(self, name: str, first: Any, choices: Choices) -> None:
        field, offered = self.fields[name], list(choices)
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", first), *offered]
        if name == "co_quan" and len(offered) < 2:
            del self.fields[name]


class GateFilterForm(Filters):
    """The question to the list of what is on its way."""

    tim = TextField(label=_("Tên, số, ký hiệu"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *((key, words) for key, (_standing, words) in STANDINGS.items())],
    )
    diem = forms.ChoiceField(label=_("Điểm khoản 1 Điều 17"), required=False)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, letters: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("diem", _("Mọi điểm"), letters)
        self._offer("co_quan", _("Mọi cơ quan"), bodies)

    def filters(self) -> GateFilters:
        """Return what makes sense of the question."""
        asked = self.asked("tinh_trang")
        return GateFilters(
            words=self.asked("tim") or "",
            standing=STANDINGS[asked][0] if asked else "",
            body_id=self.asked("co_quan"),
            letter=self.asked("diem") or "",
        )


class PetitionFilterForm(Filters):
    """The question to the list of petitions."""

    tim = TextField(label=_("Số kiến nghị, tên thông tin"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (PETITION_LATE, _("Quá hạn trả lời")),
            (OPEN, _("Chưa xong")),
            (ANSWERED, _("Đã trả lời")),
            *((state.value, words) for state, (_kind, words) in PETITION_TAGS.items()),  # type: ignore[attr-defined]
        ],
    )
    nam = forms.IntegerField(label=_("Năm nhận"), required=False, min_value=2018, max_value=2100)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("co_quan", _("Mọi cơ quan"), bodies)

    def filters(self) -> PetitionFilters:
        """Return what makes sense of the question."""
        return PetitionFilters(
            words=self.asked("tim") or "",
            state=self.asked("tinh_trang") or "",
            body_id=self.asked("co_quan"),
            year=self.asked("nam"),
        )


class FindingFilterForm(Filters):
    """Which of the findings are shown."""

    loai = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *FINDING_LABELS.items()])
    con = forms.ChoiceField(
        label=_("Trả lời"),
        required=False,
        choices=[("", _("Mọi chỗ")), ("chua", _("Chưa trả lời")), ("roi", _("Đã trả lời"))],
    )
