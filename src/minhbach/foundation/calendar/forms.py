"""What the keeper of the calendar types: one form an act, each of which becomes the act."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import (
    Act,
    Compensation,
    DaysOff,
    Ordinary,
    Swap,
    YearAnnounced,
    proposed_for,
)
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.change_calendar import LONGEST_SOURCE
from minhbach.foundation.actions.take_back_calendar_change import LONGEST_REASON
from minhbach.foundation.calendar.words import KINDS
from minhbach.foundation.dates import written_with_weekday
from minhbach.foundation.form_fields import VnDateField

FIRST_YEAR = 2016
"""The first year of which the days off are known here."""
YEARS_AHEAD = 2
LONGEST_WHY = 120
"""Short enough for "Nghỉ bù" to stand before it."""


class ActForm(forms.Form):
    """What every act needs: where it was announced. `act` is asked once the form is valid."""

    def __init__(self, *args: Any, calendar: Calendar, today: dt.date, year: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.calendar, self.last_year, self.year = calendar, today.year + YEARS_AHEAD, year
        self.fields["source"] = forms.CharField(
            label=_("Căn cứ"),
            max_length=LONGEST_SOURCE,
            help_text=_("Số, ký hiệu, ngày của văn bản, hoặc nơi công bố. Ví dụ: Thông báo 12/TB-BNV ngày 05/10/2026"),
            error_messages={"required": _("Ghi số, ký hiệu, ngày của văn bản, hoặc nơi công bố.")},
        )

    def clean(self) -> dict[str, Any]:
        """Refuse days of years in which nothing is announced: a slip of the pen."""
        given = super().clean() or {}
        for name, value in list(given.items()):
            if isinstance(value, dt.date) and not FIRST_YEAR <= value.year <= self.last_year:
                sentence = gettext("Chỉ ghi được ngày của các năm từ %(first)s đến %(last)s.")
                self.add_error(name, sentence % {"first": FIRST_YEAR, "last": self.last_year})
        return given

    def act(self) -> Act:
        """Return what was said."""
        raise NotImplementedError


class DaysOffForm(ActForm):
    """A holiday of one day or several."""

    first = VnDateField(label=_("Nghỉ từ ngày"))
    last = VnDateField(label=_("Đến hết ngày"), required=False, help_text=_("Bỏ trống nếu chỉ nghỉ một ngày."))
    why = forms.CharField(label=_("Dịp nghỉ"), max_length=LONGEST_WHY, help_text=_("Ví dụ: Tết Nguyên đán Đinh Mùi"))

    def act(self) -> Act:
        """Return the holiday."""
        given = self.cleaned_data
        return DaysOff(given["first"], given["last"] or given["first"], squeeze(given["why"]))


class CompensationForm(ActForm):
    """A day off for a holiday on a weekend."""

    holiday = VnDateField(
        label=_("Ngày lễ rơi vào thứ Bảy, Chủ nhật"), help_text=_("Ngày lễ này phải có trong lịch. Ví dụ: 1/5/2027")
    )
    off_on = VnDateField(label=_("Nghỉ bù vào ngày"), help_text=_("Từ thứ Hai đến thứ Sáu. Ví dụ: 3/5/2027"))

    def act(self) -> Act:
        """Return the compensation."""
        return Compensation(self.cleaned_data["holiday"], self.cleaned_data["off_on"])


class SwapForm(ActForm):
    """A weekday off, and the weekend day that is worked for it."""

    off_on = VnDateField(label=_("Ngày nghỉ"), help_text=_("Từ thứ Hai đến thứ Sáu. Ví dụ: 23/11/2026"))
    worked_on = VnDateField(label=_("Làm bù vào ngày"), help_text=_("Thứ Bảy hoặc Chủ nhật. Ví dụ: 28/11/2026"))
    why = forms.CharField(
        label=_("Lý do"), max_length=LONGEST_WHY, help_text=_("Ví dụ: Hoán đổi dịp Ngày Văn hóa Việt Nam")
    )

    def act(self) -> Act:
        """Return the swap."""
        given = self.cleaned_data
        return Swap(given["off_on"], given["worked_on"], squeeze(given["why"]))


class OrdinaryForm(ActForm):
    """A day that is what its weekday says, after all."""

    day = VnDateField(
        label=_("Ngày bỏ khỏi lịch"),
        help_text=_("Ngày này trở lại như mọi tuần; ngày hoán đổi hoặc nghỉ bù đi với nó cũng vậy."),
    )

    def act(self) -> Act:
        """Return the day."""
        return Ordinary(self.cleaned_data["day"])


class YearForm(ActForm):
    """The announced list of a year: which of the proposed days hold."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        proposed = proposed_for(self.calendar, self.year)
        if not proposed:
            return
        choices = [(row.day.isoformat(), self._said(row.day, KINDS[row.kind], row.why)) for row in proposed]
        box = forms.MultipleChoiceField(
            label=_("Những ngày dự kiến đúng như đã công bố"),
            help_text=_("Bỏ dấu ở ngày không có trong danh sách đã công bố; ngày có mà chưa thấy ở đây thì thêm sau."),
            choices=choices,
            required=False,
            initial=[value for value, _words in choices],
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields = {"holding": box, **self.fields}

    @staticmethod
    def _said(day: dt.date, kind: object, why: str) -> str:
        return f"{written_with_weekday(day)} · {kind} · {why}"

    def act(self) -> Act:
        """Return the year with the days that hold."""
        return YearAnnounced(self.year, frozenset(map(dt.date.fromisoformat, self.cleaned_data.get("holding", ()))))


class TakeBackForm(forms.Form):
    """Why a change is taken back."""

    reason = forms.CharField(
        label=_("Lý do rút lại"),
        max_length=LONGEST_REASON,
        help_text=_("Ví dụ: ghi nhầm năm"),
        error_messages={"required": _("Ghi lý do rút lại thay đổi này.")},
    )

    def clean_reason(self) -> str:
        """Refuse a reason of spaces."""
        reason = squeeze(str(self.cleaned_data["reason"]))
        if not reason:
            raise ValidationError(_("Ghi lý do rút lại thay đổi này."))
        return reason
