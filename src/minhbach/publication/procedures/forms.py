"""Parse and normalise what people type into an agency's procedure; decide nothing."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.publication.announcements.announced import MOST_STEPS, ProcedureContent, StepGiven
from minhbach.publication.announcements.forms import VIETNAMESE, HeadingForm
from minhbach.publication.step_figure import days_written

ROWS_AT_FIRST, ROWS_MORE = 5, 3
_HALVES = re.compile(r"(\d{1,3})(?:[.,]([05]))?")


class HalfDaysField(forms.CharField):
    """Working days in halves: "2", "0,5"; shown and read with a comma or a full stop."""

    def prepare_value(self, value: Any) -> Any:
        """Return days as they are shown in the box."""
        return days_written(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        """Return the days; None for an empty box."""
        text = super().clean(value).strip()
        if not text:
            return None
        found = _HALVES.fullmatch(text)
        days = Decimal(f"{found[1]}.{found[2] or 0}") if found else Decimal(0)
        if not found or days == 0:
            raise forms.ValidationError(_("Ghi số ngày làm việc, ví dụ 2 hoặc 0,5."))
        return days


class ProcedureForm(HeadingForm):
    """What an agency adds to the law: place, hours, its own steps. The view hands in its units, by id."""

    place = TextField(
        label=_("Nơi tiếp nhận yêu cầu"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: Trung tâm Phục vụ hành chính công, số 1 phố Mẫu."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    hours = TextField(
        label=_("Giờ tiếp nhận"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: sáng 7:30–11:30, chiều 13:30–17:00, thứ Hai đến thứ Sáu."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    remark = forms.CharField(
        label=_("Điều cơ quan lưu ý thêm"),
        required=False,
        max_length=2000,
        help_text=_("Hiện trên trang công khai, dưới nơi và giờ tiếp nhận."),
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
    )
    rows = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=MOST_STEPS)

    def __init__(self, *args: Any, units: Mapping[int, str], rows: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step_rows = range(1, min(max(rows, 1), MOST_STEPS) + 1)
        choices = [("", _("chưa chọn")), *((str(pk), name) for pk, name in units.items())]
        for number in self.step_rows:
            self.fields[f"title_{number}"] = TextField(
                label=_("Bước %(number)s: việc làm") % {"number": number},
                required=False,
                max_length=300,
                widget=forms.TextInput(attrs=VIETNAMESE),
            )
            self.fields[f"unit_{number}"] = forms.ChoiceField(
                label=_("Bước %(number)s: đơn vị") % {"number": number}, required=False, choices=choices
            )
            self.fields[f"days_{number}"] = HalfDaysField(
                label=_("Bước %(number)s: số ngày làm việc") % {"number": number},
                required=False,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )

    def clean(self) -> dict[str, Any]:
        """Hold each step to be whole: what is done, by whom, in how many days."""
        given = super().clean() or {}
        for number in self.step_rows:
            boxes = [f"{name}_{number}" for name in ("title", "unit", "days")]
            if any(given.get(box) for box in boxes):
                for box in boxes:
                    if not given.get(box) and box not in self.errors:
                        self.add_error(box, _("Ghi đủ việc, đơn vị và số ngày của bước này, hoặc để trống cả ba."))
        return given

    def boxes(self) -> Iterator[tuple[BoundField, BoundField, BoundField]]:
        """Yield the three boxes of each step."""
        for number in self.step_rows:
            yield self[f"title_{number}"], self[f"unit_{number}"], self[f"days_{number}"]

    def content(self) -> ProcedureContent:
        """Return what was typed; rows that were left empty are no steps."""
        given = self.cleaned_data
        steps = tuple(
            StepGiven(given[f"title_{number}"], int(given[f"unit_{number}"]), given[f"days_{number}"])
            for number in self.step_rows
            if given[f"title_{number}"]
        )
        return ProcedureContent(given["place"], given["hours"], given["remark"], steps)


def rows_asked(posted: Mapping[str, Any]) -> int:
    """Return how many steps the form that was sent had, with more where more were asked for."""
    sent = str(posted.get("rows", ""))
    rows = int(sent) if sent.isdecimal() and len(sent) < 3 else ROWS_AT_FIRST
    return min(rows + (ROWS_MORE if "more" in posted else 0), MOST_STEPS)
