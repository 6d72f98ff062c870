"""Parse and normalise what people type about their work; decide nothing."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from minhbach.domain.plans.periods import Period
from minhbach.domain.text import squeeze
from minhbach.foundation.dates import written
from minhbach.foundation.form_fields import UploadsField, VnDateField
from minhbach.planning.contracts import IssuedDocument
from minhbach.planning.filter_forms import fill

EVIDENCE_KINDS = ("pdf", "docx", "doc", "xlsx", "xls", "odt", "ods", "jpg", "jpeg", "png", "tif", "tiff", "txt")


class GiveForm(forms.Form):
    """Who does the work. The view hands in the units and officers to choose from."""

    unit = forms.TypedChoiceField(label=_("Đơn vị thực hiện"), coerce=int, required=False, empty_value=None)
    person = forms.TypedChoiceField(label=_("Người thực hiện"), coerce=int, required=False, empty_value=None)

    def __init__(
        self, *args: Any, units: Iterable[tuple[int, str]], people: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["unit"], [("", _("Chưa giao đơn vị nào")), *((str(pk), name) for pk, name in units)])
        fill(self.fields["person"], [("", _("Chưa giao người nào")), *((str(pk), name) for pk, name in people)])


class ReportForm(forms.Form):
    """What was done, with the files that show it."""

    text = forms.CharField(
        label=_("Đã làm được gì"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Ví dụ: đã ban hành Quyết định số 12/QĐ-UBND ngày 05/11/2026."),
        error_messages={"required": _("Ghi ngắn gọn đã làm gì, ví dụ số và ngày của văn bản đã ban hành.")},
    )
    evidence = UploadsField(
        label=_("Tệp minh chứng, nếu có"), required=False, size=settings.UPLOAD_LIMIT, kinds=EVIDENCE_KINDS
    )


def ask_period(form: ReportForm, periods: Sequence[Period]) -> None:
    """Let the form ask for which of the periods that passed the report stands; the oldest unless said otherwise."""
    oldest, *later = (one.day for one in periods)
    alone = (oldest.isoformat(), _("Chỉ kỳ đến hết %(day)s") % {"day": written(oldest)})
    between = _("Gộp các kỳ từ %(first)s đến hết %(last)s")
    joint = ((day.isoformat(), between % {"first": written(oldest), "last": written(day)}) for day in later)
    form.fields["period_until"] = forms.TypedChoiceField(
        label=_("Báo cáo này cho kỳ nào"),
        help_text=_("Kỳ không gộp vào báo cáo này vẫn phải báo riêng."),
        choices=(alone, *joint),
        coerce=date.fromisoformat,
        initial=oldest.isoformat(),
    )
    form.order_fields(("period_until", *form.fields))


class IssuedForm(ReportForm):
    """A result whose product is a document: its number and symbol, its day."""

    document = forms.CharField(
        label=_("Số, ký hiệu văn bản đã ban hành"), max_length=80, required=False, help_text=_("Ví dụ: 12/QĐ-UBND")
    )
    document_on = VnDateField(label=_("Ngày ban hành"), required=False)
    without_number = forms.BooleanField(label=_("Sản phẩm không phải văn bản có số, ký hiệu"), required=False)
    field_order = ("document", "document_on", "without_number", "text", "evidence")

    def clean(self) -> dict[str, Any]:
        """Ask for number and day, unless the officer says that there are none."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("without_number"):
            if not given.get("document"):
                self.add_error("document", _("Ghi số, ký hiệu văn bản đã ban hành, hoặc đánh dấu ô bên dưới."))
            if not given.get("document_on") and "document_on" not in self.errors:
                self.add_error("document_on", _("Nhập ngày ban hành văn bản."))
        return given

    def issued(self) -> IssuedDocument | None:
        """Return the document of a valid form."""
        given = self.cleaned_data
        if given["without_number"] or not given["document"]:
            return None
        return IssuedDocument(reference=squeeze(given["document"]), issued_on=given["document_on"])


class ProgressForm(ReportForm):
    """How far the work is."""

    percent = forms.IntegerField(
        label=_("Đã xong khoảng bao nhiêu phần trăm"),
        min_value=0,
        max_value=99,
        error_messages={
            "required": _("Ghi một số từ 0 đến 99."),
            "invalid": _("Ghi một số từ 0 đến 99, không có dấu %."),
            "min_value": _("Ghi một số từ 0 đến 99."),
            # No percent sign: Django puts the limit into this sentence.
            "max_value": _("Tiến độ từ 0 đến 99. Đã xong thì chọn “Báo kết quả”."),
        },
    )
    field_order = ("percent", "text", "evidence")


class AnswerForm(forms.Form):
    """A leader's word on a result; needed where it is sent back."""

    answer = forms.CharField(
        label=_("Ý kiến"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WordForm(forms.Form):
    """A reason or ground in words; the view says what is asked."""

    words = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi lý do hoặc căn cứ, để người sau hiểu.")},
    )

    def __init__(self, *args: Any, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = label


class LimitForm(forms.Form):
    """Another limit, and its ground."""

    due_on = VnDateField(label=_("Hạn mới"), error_messages={"required": _("Nhập ngày là hạn mới.")})
    ground = forms.CharField(
        label=_("Căn cứ"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: Công văn số 15/UBND-NC ngày 05/11/2026."),
        error_messages={"required": _("Ghi căn cứ điều chỉnh hạn, ví dụ số và ngày của văn bản cho phép.")},
    )


class HappeningForm(forms.Form):
    """The event that a task waited for."""

    happened_on = VnDateField(
        label=_("Ngày xảy ra sự việc"), error_messages={"required": _("Nhập ngày xảy ra sự việc.")}
    )
    what = forms.CharField(
        label=_("Sự việc"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Ghi sự việc gì đã xảy ra, ví dụ số và ngày của văn bản.")},
    )
    due_on = VnDateField(
        label=_("Hạn phải xong"),
        required=False,
        help_text=_("Để trống nếu văn bản đã ghi khoảng thời gian; máy sẽ tính và nêu cách tính."),
    )
