"""What people choose while a spreadsheet of theirs is taken in: where its head is, and what each column holds."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LONGEST_HEADING = 80


class HeadForm(forms.Form):
    """Where the head of the table is; a single sheet is not asked for."""

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
        field = self.fields["trang_tinh"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(place), name) for place, name in enumerate(sheets)]
        if len(sheets) < 2:
            field.widget = forms.HiddenInput()


class SheetColumnsForm(forms.Form):
    """What each column holds. A room says what its columns can hold, and which of that is nothing.

    :cvar meanings: the choices of each column, in their order, with their words.
    :cvar ignored: what several columns may be: not taken in.
    """

    meanings: ClassVar[Mapping[str, str | Promise]]
    ignored: ClassVar[str]

    def __init__(self, *args: Any, headings: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, heading in enumerate(headings):
            self.fields[f"cot_{place}"] = forms.ChoiceField(
                label=heading[:LONGEST_HEADING] or gettext("(cột %(number)s, không tên)") % {"number": place + 1},
                choices=list(self.meanings.items()),
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a meaning that two columns have."""
        given = super().clean() or {}
        seen: set[str] = set()
        for name, column in list(given.items()):
            if column != self.ignored and column in seen:
                self.add_error(name, _("Cột khác đã được chọn như vậy. Mỗi loại chỉ một cột."))
            seen.add(column)
        return given

    def chosen(self) -> list[str]:
        """Return what was chosen, in the order of the columns."""
        return [self.cleaned_data[name] for name in self.fields]
