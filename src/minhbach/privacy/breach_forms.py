"""What people type into the register of breaches."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation.form_fields import VnDateField
from minhbach.privacy.contracts import BreachFacts, DataKind
from minhbach.privacy.forms import words_field
from minhbach.privacy.labels import DATA_KINDS
from minhbach.privacy.models import Breach
from minhbach.privacy.queries.breaches import CLOSED, LATE, OPEN, TO_TELL, BreachFilters


class ClockField(forms.TimeField):
    """A time of the day: 14:05 or 14h05."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("input_formats", ["%H:%M", "%Hh%M", "%Hg%M"])
        options.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**options)


class BreachForm(forms.Form):
    """What happened, whom it concerns, which data, when it was found, whether a notice is due."""

    what = words_field(
        _("Đã xảy ra việc gì"), required=_("Ghi đã xảy ra việc gì."), help_text=_("Không ghi tên người.")
    )
    kinds = forms.MultipleChoiceField(
        label=_("Loại dữ liệu"),
        choices=list(DATA_KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một loại dữ liệu.")},
    )
    people = forms.IntegerField(
        label=_("Số người bị ảnh hưởng"),
        min_value=0,
        required=False,
        help_text=_("Chưa biết thì để trống."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi số bằng chữ số, ví dụ 5.")},
    )
    whom = TextField(
        label=_("Những người nào"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: người gửi yêu cầu tháng 9/2026."),
    )
    happened_on = VnDateField(label=_("Ngày xảy ra"), required=False, help_text=_("Chưa biết thì để trống."))
    found_on = VnDateField(label=_("Ngày phát hiện"), error_messages={"required": _("Ghi ngày phát hiện.")})
    found_time = ClockField(
        label=_("Lúc phát hiện"),
        help_text=_("Ví dụ: 14:05"),
        error_messages={"required": _("Ghi giờ phát hiện."), "invalid": _("Ghi giờ như 14:05.")},
    )
    is_grave = forms.TypedChoiceField(
        label=_("Có phải thông báo cho cơ quan chuyên trách không"),
        choices=[("1", _("có thể gây hại như trên, phải thông báo")), ("0", _("không, nêu lý do"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "1",
        error_messages={"required": _("Chọn có phải thông báo hay không.")},
    )
    why_not_grave = TextField(label=_("Vì sao không phải thông báo"), max_length=500, required=False)
    measures = words_field(_("Đã làm gì để ngăn, khắc phục"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def facts(self) -> BreachFacts:
        """Return what was typed."""
        told = self.cleaned_data
        return BreachFacts(
            what=told["what"],
            kinds=tuple(DataKind(kind) for kind in told["kinds"]),
            found_at=moment(told["found_on"], told["found_time"]),
            happened_on=told["happened_on"],
            people=told["people"],
            whom=told["whom"],
            is_grave=told["is_grave"],
            why_not_grave=told["why_not_grave"],
            measures=told["measures"],
        )


class NewBreachForm(BreachForm):
    """The same with the body whose register it is. The view hands in the bodies."""

    body = forms.TypedChoiceField(label=_("Sổ của cơ quan"), coerce=int)

    def __init__(self, *args: Any, bodies: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box = self.fields["body"]
        assert isinstance(box, forms.ChoiceField)
        box.choices = bodies
        if len(bodies) == 1:
            box.widget, box.initial = forms.HiddenInput(), bodies[0][0]


class ToldForm(forms.Form):
    """When the authority was told, and when those concerned were."""

    notified_on = VnDateField(label=_("Ngày báo cơ quan chuyên trách"), required=False)
    notified_time = ClockField(
        label=_("Lúc báo"),
        required=False,
        help_text=_("Ví dụ: 14:05"),
        error_messages={"invalid": _("Ghi giờ như 14:05.")},
    )
    people_told_on = VnDateField(label=_("Ngày báo người bị ảnh hưởng"), required=False)

    def clean(self) -> dict[str, Any]:
        """Return with `notified_at`; a day without its hour says so."""
        told: dict[str, Any] = super().clean() or {}
        day, at = told.get("notified_on"), told.get("notified_time")
        if day and not at and "notified_time" not in self.errors:
            self.add_error("notified_time", _("Ghi giờ báo."))
        told["notified_at"] = moment(day, at) if day and at else None
        return told


class ClosingForm(forms.Form):
    """What was done and learned."""

    closing = words_field(
        _("Đã khắc phục thế nào, rút ra điều gì"), required=_("Ghi đã khắc phục thế nào, rút ra điều gì.")
    )


class BreachFilterForm(forms.Form):
    """What the register is narrowed to."""

    tim = TextField(label=_("Nội dung"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (OPEN, _("Đang xử lý")),
            (TO_TELL, _("Phải thông báo, chưa báo")),
            (LATE, _("Quá hạn thông báo")),
            (CLOSED, _("Đã đóng")),
        ],
    )
    nam = forms.IntegerField(label=_("Năm"), required=False, min_value=2018, max_value=2100)

    def filters(self) -> BreachFilters:
        """Return what makes sense of the question."""
        self.is_valid()
        told = self.cleaned_data
        return BreachFilters(told.get("tim") or "", told.get("tinh_trang") or "", told.get("nam"))


def moment(day: Any, at: time) -> datetime:
    """Return a local day and time as a moment."""
    return timezone.make_aware(datetime.combine(day, at))


def initial_of(row: Breach) -> dict[str, Any]:
    """Return a breach as the form shows it."""
    found = timezone.localtime(row.found_at)
    names = ("what", "people", "whom", "happened_on", "why_not_grave", "measures", "version")
    return {name: getattr(row, name) for name in names} | {
        "kinds": row.kinds.split(","),
        "found_on": found.date(),
        "found_time": f"{found:%H:%M}",
        "is_grave": "1" if row.is_grave else "0",
    }
