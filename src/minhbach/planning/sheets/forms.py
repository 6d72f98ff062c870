"""Parse what people choose about a spreadsheet; decide nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.reading.sheets.columns import SheetColumn
from minhbach.planning.forms import ForOwnBodyForm, in_vietnamese
from minhbach.planning.sheets.words import COLUMN_LABELS, column_name

LONGEST_HEADING = 80


class SheetUploadForm(ForOwnBodyForm):
    """A spreadsheet of running work."""

    table = forms.FileField(
        label=_("Tệp bảng tính"),
        help_text=_("XLSX, XLS, ODS hoặc CSV; nặng nhất 20 MB, mỗi trang tính tối đa 6.000 dòng."),
        error_messages={
            "required": _("Chọn tệp bảng tính."),
            "empty": _("Tệp rỗng. Chọn lại tệp bảng tính."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv"}),
    )


class HeadRowForm(forms.Form):
    """Which row of the shown sheet has the headings."""

    head_row = forms.TypedChoiceField(
        label=_("Dòng tiêu đề"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn dòng ghi tên các cột.")},
    )

    def __init__(self, *args: Any, rows: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["head_row"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(place), words) for place, words in rows]


class ColumnsForm(forms.Form):
    """What each column holds, and what the list leaves out."""

    year = forms.IntegerField(
        label=_("Năm của bảng"),
        required=False,
        min_value=2000,
        max_value=2100,
        help_text=_("Để hiểu hạn không ghi năm, như “Quý IV” hay “31/12”."),
        error_messages={
            "invalid": _("Ghi năm bằng bốn chữ số, ví dụ 2026."),
            "min_value": _("Ghi năm bằng bốn chữ số, ví dụ 2026."),
            "max_value": _("Ghi năm bằng bốn chữ số, ví dụ 2026."),
        },
    )
    default_lead = forms.CharField(
        label=_("Cơ quan chủ trì của các dòng để trống"),
        required=False,
        max_length=300,
        help_text=_("Bảng chỉ có việc của một cơ quan thì thường không có cột chủ trì."),
    )

    def __init__(self, *args: Any, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = headings
        choices = [(column.value, label) for column, label in COLUMN_LABELS.items()]
        for place, heading in enumerate(headings):
            words = heading[:LONGEST_HEADING] or gettext("không có tiêu đề")
            label = gettext("Cột %(column)s: %(heading)s") % {"column": column_name(place), "heading": words}
            self.fields[_name(place)] = forms.ChoiceField(label=label, choices=choices)
        in_vietnamese(self, "default_lead")

    def clean(self) -> dict[str, Any]:
        """Refuse two columns that hold the same, and a list without tasks."""
        cleaned = super().clean() or {}
        seen: dict[str, int] = {}
        for place in range(len(self.headings)):
            chosen = cleaned.get(_name(place), "")
            if not chosen or chosen == SheetColumn.IGNORED:
                continue
            if chosen in seen:
                sentence = gettext("Cột %(first)s đã được chọn là “%(what)s”: chọn thứ khác, hoặc không lấy cột này.")
                words = {"first": column_name(seen[chosen]), "what": COLUMN_LABELS[SheetColumn(chosen)]}
                self.add_error(_name(place), sentence % words)
            seen.setdefault(chosen, place)
        if SheetColumn.TITLE not in seen and self.headings:
            self.add_error(_name(0), gettext("Chưa có cột nào được chọn là “Nhiệm vụ”."))
        return cleaned

    def columns(self) -> tuple[SheetColumn, ...]:
        """Return what each column holds."""
        return tuple(SheetColumn(self.cleaned_data[_name(place)]) for place in range(len(self.headings)))

    def boxes(self) -> list[forms.BoundField]:
        """Return the boxes of the columns, in their order."""
        return [self[_name(place)] for place in range(len(self.headings))]


def initial_columns(proposed: Sequence[SheetColumn]) -> dict[str, str]:
    """Return what the boxes of the columns show before anybody chose."""
    return {_name(place): column.value for place, column in enumerate(proposed)}


def _name(place: int) -> str:
    return f"cot_{place}"
