"""What is typed and chosen while a follow-up book is taken over."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.publication.forms import Choices
from minhbach.requests.act_forms import offer
from minhbach.requests.book_columns import COLUMN_LABELS, BookColumn


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


class BookHeadForm(forms.Form):
    """Where the head of the book is."""

    trang_tinh = forms.TypedChoiceField(label=_("Trang tính"), coerce=int)
    dong = forms.IntegerField(
        label=_("Dòng ghi tên các cột"),
        min_value=1,
        max_value=1000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi số dòng bằng chữ số, ví dụ 3.")},
    )

    def __init__(self, *args: Any, sheets: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["trang_tinh"], [(str(place), name) for place, name in enumerate(sheets)])
        if len(sheets) < 2:
            self.fields["trang_tinh"].widget = forms.HiddenInput()


class BookColumnsForm(forms.Form):
    """What each column holds."""

    def __init__(self, *args: Any, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, heading in enumerate(headings):
            self.fields[f"cot_{place}"] = forms.ChoiceField(
                label=heading[:80] or gettext("(cột %(number)s, không tên)") % {"number": place + 1},
                choices=[(column.value, words) for column, words in COLUMN_LABELS.items()],
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a meaning that two columns have."""
        given = super().clean() or {}
        seen: set[str] = set()
        for name, column in list(given.items()):
            if column != BookColumn.IGNORED.value and column in seen:
                self.add_error(name, _("Cột khác đã được chọn như vậy. Mỗi loại chỉ một cột."))
            seen.add(column)
        return given

    def columns(self) -> list[BookColumn]:
        """Return what was chosen, in the order of the columns."""
        return [BookColumn(self.cleaned_data[name]) for name in self.fields]
