"""Parse what people choose while a list is taken in: the file, where its head is, what each column holds."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.register.forms import Choices, fill, offer_bodies
from minhbach.register.item_columns import ItemColumn
from minhbach.register.labels import COLUMN_LABELS


class ListUploadForm(forms.Form):
    """A list of items as a spreadsheet."""

    body = forms.TypedChoiceField(label=_("Nhập vào kho của"), coerce=int)
    table = forms.FileField(
        label=_("Tệp bảng tính"),
        help_text=_("XLSX, XLS, ODS hoặc CSV; nặng nhất 20 MB, tối đa 20.000 dòng."),
        error_messages={"required": _("Chọn tệp bảng tính."), "empty": _("Tệp rỗng. Chọn lại tệp bảng tính.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv"}),
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_bodies(self.fields["body"], bodies)


class HeadForm(forms.Form):
    """Where the head of the list is."""

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
        fill(self.fields["trang_tinh"], [(str(place), name) for place, name in enumerate(sheets)])
        if len(sheets) < 2:
            self.fields["trang_tinh"].widget = forms.HiddenInput()


class ColumnsForm(forms.Form):
    """What each column holds."""

    def __init__(self, *args: Any, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, heading in enumerate(headings):
            self.fields[f"cot_{place}"] = forms.ChoiceField(
                label=heading[:80] or gettext("(cột %(number)s, không tên)") % {"number": place + 1},
                choices=list(COLUMN_LABELS.items()),
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a meaning that two columns have."""
        given = super().clean() or {}
        seen: set[str] = set()
        for name, column in list(given.items()):
            if column != ItemColumn.IGNORED.value and column in seen:
                self.add_error(name, _("Cột khác đã được chọn như vậy. Mỗi loại chỉ một cột."))
            seen.add(column)
        return given

    def columns(self) -> list[ItemColumn]:
        """Return what was chosen, in the order of the columns."""
        return [ItemColumn(self.cleaned_data[name]) for name in self.fields]
