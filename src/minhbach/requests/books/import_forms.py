"""What is typed and chosen while a follow-up book is taken over."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.sheet_forms import SheetColumnsForm
from minhbach.publication.forms import Choices
from minhbach.requests.acts.forms import offer
from minhbach.requests.books.columns import COLUMN_LABELS, BookColumn


class BookUploadForm(forms.Form):
    """The book as a spreadsheet, and whose book of which year it is. The view hands in the bodies."""

    body = forms.TypedChoiceField(label=_("Sổ của cơ quan"), coerce=int)
    year = forms.IntegerField(
        label=_("Sổ năm"),
        min_value=2018,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Ghi năm của sổ."), "invalid": _("Ghi năm bằng chữ số, ví dụ 2026.")},
    )
    table = forms.FileField(
        label=_("Tệp bảng tính"),
        help_text=_("XLSX, XLS, ODS hoặc CSV; tối đa 1.000 dòng. Tệp không được lưu lại."),
        error_messages={"required": _("Chọn tệp bảng tính."), "empty": _("Tệp rỗng. Chọn lại tệp bảng tính.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv"}),
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(bodies)
        offer(self.fields["body"], choices)
        if len(choices) == 1:
            self.fields["body"].widget, self.fields["body"].initial = forms.HiddenInput(), choices[0][0]


class BookColumnsForm(SheetColumnsForm):
    """What each column of the book holds."""

    meanings: ClassVar[Mapping[str, str | Promise]] = {one.value: words for one, words in COLUMN_LABELS.items()}
    ignored = BookColumn.IGNORED.value

    def columns(self) -> list[BookColumn]:
        """Return what was chosen, in the order of the columns."""
        return [BookColumn(one) for one in self.chosen()]
