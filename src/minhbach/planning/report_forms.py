"""Parse what is asked of a report; decide nothing."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.form_fields import VnDateField

DOCX, PDF, XLSX, ALL = "docx", "pdf", "xlsx", "zip"


class ReportForm(forms.Form):
    """The day as of which the report counts, and the file that is wanted."""

    ngay = VnDateField(label=_("Tính đến hết ngày"))
    tep = forms.ChoiceField(
        label=_("Loại tệp"),
        widget=forms.RadioSelect,
        choices=[
            (DOCX, _("Word (DOCX): báo cáo để sửa tiếp")),
            (PDF, _("PDF: báo cáo để in, ký")),
            (XLSX, _("Excel (XLSX): bảng nhiệm vụ, việc của các cơ quan, tổng hợp")),
            (ALL, _("Cả ba, trong một tệp nén")),
        ],
        error_messages={"required": _("Chọn loại tệp.")},
    )

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_ngay(self) -> dt.date:
        """Refuse a day that lies ahead, of which nobody knows how the work will stand."""
        day: dt.date = self.cleaned_data["ngay"]
        if day > self.today:
            raise forms.ValidationError(_("Ngày này chưa tới. Chọn hôm nay hoặc một ngày trước đó."))
        return day


class DayForm(forms.Form):
    """The day as of which figures count; nonsense and days ahead are ignored, never an error page."""

    tinh_den = VnDateField(label=_("Tính đến ngày"), required=False)

    def day(self, *, today: dt.date) -> dt.date:
        """Return the day that was asked for, or today."""
        self.is_valid()
        return min(self.cleaned_data.get("tinh_den") or today, today)
