"""What lists of items are narrowed to. Every box is optional; nonsense is ignored, never an error page."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.register.contracts import Access
from minhbach.register.forms import KIND_CHOICES, Choices, fill
from minhbach.register.labels import ACCESS_TAGS, ORIGIN_LABELS
from minhbach.register.models import ItemState
from minhbach.register.queries.listing import (
    DONE,
    DONE_LATE,
    DUE,
    NOT_CLASSIFIED,
    NOT_CLEAR,
    OVERDUE,
    ItemFilters,
)

ORDERS = {
    "": _("Mới vào sổ nhất"),
    "-ngay": _("Mới tạo ra nhất"),
    "ngay": _("Tạo ra lâu nhất"),
    "han": _("Hạn công khai sớm nhất"),
    "ten": _("Tên, theo vần"),
}
STANDINGS = {
    "qua-han": (OVERDUE, _("Quá hạn công khai")),
    "trong-han": (DUE, _("Chưa công khai, còn hạn")),
    "chua-ro": (NOT_CLEAR, _("Chưa rõ hạn")),
    "da": (DONE, _("Đã công khai")),
    "tre": (DONE_LATE, _("Công khai muộn")),
}


class ItemFilterForm(forms.Form):
    """The question to the officers' list."""

    tim = TextField(label=_("Tên, số, ký hiệu"), required=False, max_length=200)
    tiep_can = forms.ChoiceField(
        label=_("Loại tiếp cận"),
        required=False,
        choices=[
            ("", _("Mọi loại")),
            (NOT_CLASSIFIED, ACCESS_TAGS[""][1]),
            *((one.value, ACCESS_TAGS[one.value][1]) for one in Access),
        ],
    )
    diem = forms.ChoiceField(label=_("Điểm khoản 1 Điều 17"), required=False)
    cong_khai = forms.ChoiceField(
        label=_("Công khai"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *((key, words) for key, (_standing, words) in STANDINGS.items())],
    )
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=[("", _("Mọi loại")), *KIND_CHOICES[1:]])
    nguon = forms.ChoiceField(label=_("Nguồn"), required=False, choices=[("", _("Mọi nguồn")), *ORIGIN_LABELS.items()])
    nam = forms.IntegerField(label=_("Năm tạo ra"), required=False, min_value=1900, max_value=2100)
    dong = forms.ChoiceField(
        label=_("Dòng"),
        required=False,
        choices=[("", _("Đang giữ")), ("gach", _("Đã gạch")), ("moi", _("Mọi dòng"))],
    )
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)
    xep = forms.ChoiceField(label=_("Xếp theo"), required=False, choices=list(ORDERS.items()))

    def __init__(self, *args: Any, letters: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["diem"], [("", _("Mọi điểm")), *letters])
        offered = list(bodies)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *offered])
        if len(offered) < 2:
            del self.fields["co_quan"]

    def asked(self, name: str) -> Any:
        """Return what was asked for in a box, or nothing where it makes no sense or there is no such box."""
        self.is_valid()
        return self.cleaned_data.get(name)

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force, for the links that take it away."""
        named = ((self._in_words(name, self.asked(name)), name) for name in self.fields if name != "xep")
        return [(words, name) for words, name in named if words]

    def boxes(self) -> Iterable[forms.BoundField]:
        """Return what stands behind the word "Lọc": all but the words to look for."""
        return [self[name] for name in self.fields if name != "tim"]

    def filters(self) -> ItemFilters:
        """Return what makes sense of the question."""
        states = {"": ItemState.ACTIVE.value, "gach": ItemState.STRUCK.value, "moi": ""}
        return ItemFilters(
            words=self.asked("tim") or "",
            body_id=self.asked("co_quan"),
            kind=self.asked("loai") or "",
            access=self.asked("tiep_can") or "",
            letter=self.asked("diem") or "",
            standing=STANDINGS[asked][0] if (asked := self.asked("cong_khai")) else "",
            origin=self.asked("nguon") or "",
            year=self.asked("nam"),
            state=states[self.asked("dong") or ""],
        )

    def _in_words(self, name: str, value: Any) -> str:
        if not value:
            return ""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])  # type: ignore[arg-type]
        return f"“{value}”" if name == "tim" else f"{field.label}: {value}"


class BodyForm(forms.Form):
    """Whose list, book or backlog is shown. The view hands in at least one body; the first is shown unless asked."""

    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = dict(bodies)
        fill(self.fields["co_quan"], self.offered.items())
        if len(self.offered) < 2:
            self.fields["co_quan"].widget = forms.HiddenInput()

    @property
    def is_asked(self) -> bool:
        """True if there is more than one body to choose from."""
        return len(self.offered) > 1

    def body(self) -> int:
        """Return the body that was asked for, or the first."""
        self.is_valid()
        asked: int | None = self.cleaned_data.get("co_quan")
        return asked or next(iter(self.offered))

    def body_name(self) -> str:
        """Return the name of that body."""
        return str(self.offered[self.body()])


class BookForm(BodyForm):
    """Which book is shown: of a body and year."""

    nam = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = list(years)
        fill(self.fields["nam"], [(year, str(year)) for year in self.years])

    def year(self) -> int:
        """Return the year that was asked for, or the latest."""
        self.is_valid()
        asked: int | None = self.cleaned_data.get("nam")
        return asked or self.years[0]
