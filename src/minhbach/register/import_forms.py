"""Parse what people choose while a list is taken in: the file, and what each column holds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.sheet_forms import SheetColumnsForm
from minhbach.register.forms import Choices, offer_bodies
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


class ColumnsForm(SheetColumnsForm):
    """What each column of the list holds."""

    meanings = COLUMN_LABELS
    ignored = ItemColumn.IGNORED.value

    def columns(self) -> list[ItemColumn]:
        """Return what was chosen, in the order of the columns."""
        return [ItemColumn(one) for one in self.chosen()]
