"""Parse what people type when they mark files; decide nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.publication.contracts import KeepGround, MarkSource
from minhbach.publication.filter_forms import Filters
from minhbach.publication.labels import GROUND_LABELS
from minhbach.publication.redaction.labels import STATE_TAGS
from minhbach.publication.redaction.places import Place

VIETNAMESE = {"lang": "vi"}
STANDINGS = {
    "danh-dau": (RedactionState.MARKING, STATE_TAGS[RedactionState.MARKING][1]),
    "dau-moi": (RedactionState.HANDED_ON, STATE_TAGS[RedactionState.HANDED_ON][1]),
    "duyet": (RedactionState.MADE, STATE_TAGS[RedactionState.MADE][1]),
    "xong": (RedactionState.APPROVED, STATE_TAGS[RedactionState.APPROVED][1]),
    "khong-duoc": (RedactionState.REFUSED, STATE_TAGS[RedactionState.REFUSED][1]),
    "bo": (RedactionState.DROPPED, STATE_TAGS[RedactionState.DROPPED][1]),
}


class RedactionFilterForm(Filters):
    """To what the list is narrowed."""

    tim = TextField(label=_("Tên tệp"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Tất cả")), *((key, words) for key, (_state, words) in STANDINGS.items())],
    )

    def state(self) -> RedactionState | None:
        """Return the state that was asked for."""
        return STANDINGS[self.asked("tinh_trang")][0] if self.asked("tinh_trang") else None


class GroundForm(forms.Form):
    """On which ground something goes."""

    ground = forms.ChoiceField(
        label=_("Căn cứ để che"), error_messages={"required": _("Chọn căn cứ: vì sao chỗ này không được cung cấp.")}
    )

    def __init__(self, *args: Any, grounds: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box = self.fields["ground"]
        assert isinstance(box, forms.ChoiceField)
        box.choices = list(grounds)


class KeepForm(forms.Form):
    """Why something may stay."""

    kept = forms.ChoiceField(
        label=_("Để nguyên vì"),
        choices=list(GROUND_LABELS.items()),
        error_messages={"required": _("Chọn vì sao được để nguyên.")},
    )
    words = TextField(
        label=_("Căn cứ bằng chữ"),
        required=False,
        max_length=300,
        help_text=_("Điều, khoản, văn bản; hoặc ai cho phép ngày nào."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )

    def reason(self) -> KeepGround:
        """Return the reason that was chosen."""
        return KeepGround(self.cleaned_data["kept"])


class PlaceForm(GroundForm):
    """A place of a page: lines, a strip, or all of it. Which lines stands beside them on the page."""

    prefix = "moi"
    source = forms.ChoiceField(
        label=_("Che chỗ nào"),
        choices=[
            (MarkSource.LINES.value, _("Các dòng đã đánh dấu")),
            (MarkSource.STRIP.value, _("Một dải ngang trang")),
            (MarkSource.PAGE.value, _("Cả trang")),
        ],
        widget=forms.RadioSelect,
        initial=MarkSource.LINES.value,
        error_messages={"required": _("Chọn che theo dòng, theo dải, hay cả trang.")},
    )
    strip_from = forms.IntegerField(label=_("Dải từ (phần trăm, tính từ mép trên)"), required=False)
    strip_to = forms.IntegerField(label=_("đến (phần trăm)"), required=False)

    def place(self, page: int, lines: tuple[int, ...]) -> Place:
        """Return the place that was named."""
        given = self.cleaned_data
        strip = (
            given["strip_from"] if given["strip_from"] is not None else -1,
            given["strip_to"] if given["strip_to"] is not None else -1,
        )
        return Place(page=page, source=MarkSource(given["source"]), lines=lines, strip=strip)


class DrawnForm(GroundForm):
    """What was drawn on the picture, as parts of its width and height from the upper left."""

    prefix = "ve"
    left = forms.FloatField(min_value=-1, max_value=2, widget=forms.HiddenInput)
    top = forms.FloatField(min_value=-1, max_value=2, widget=forms.HiddenInput)
    right = forms.FloatField(min_value=-1, max_value=2, widget=forms.HiddenInput)
    bottom = forms.FloatField(min_value=-1, max_value=2, widget=forms.HiddenInput)

    def place(self, page: int) -> Place:
        """Return the place that was drawn."""
        given = self.cleaned_data
        drawn = (given["left"], given["top"], given["right"], given["bottom"])
        return Place(page=page, source=MarkSource.DRAWN, drawn=drawn)


class ApproveCopyForm(forms.Form):
    """The approver's statement on one copy."""

    copy = forms.CharField(widget=forms.HiddenInput, max_length=64)
    seen = forms.BooleanField(
        label=_("Tôi đã xem từng trang của bản che bằng mắt."),
        error_messages={"required": _("Đánh dấu “Tôi đã xem từng trang của bản che” trước khi duyệt.")},
    )
    own = forms.BooleanField(
        label=_("Tôi tự duyệt chỗ do mình đánh dấu, vì cơ quan không có ai khác duyệt được."),
        error_messages={"required": _("Tự duyệt là bước riêng: xác nhận rằng cơ quan không có ai khác duyệt được.")},
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            del self.fields["own"]


class EmptyForm(forms.Form):
    """Nothing but the word that it is meant."""
