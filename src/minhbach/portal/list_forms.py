"""What the public lists are narrowed by. Every box is optional; nonsense is ignored, never an error page."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.forms import TextField
from minhbach.register.forms import KIND_CHOICES
from minhbach.register.queries.listing import ItemFilters


class ListForm(forms.Form):
    """The question to a public list; `co_quan` is the slug of an agency's page."""

    tim = TextField(label=_("Tên, số, ký hiệu"), required=False, max_length=200)
    co_quan = forms.ChoiceField(label=_("Cơ quan"), required=False)
    nhom = forms.ChoiceField(label=_("Nhóm: điểm của khoản 1 Điều 17"), required=False)
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=[("", _("Mọi loại")), *KIND_CHOICES[1:]])
    nam = forms.IntegerField(label=_("Năm tạo ra"), required=False, min_value=1900, max_value=2100)

    def __init__(
        self,
        *args: Any,
        offered: Iterable[BodyRecord],
        chosen: BodyRecord | None,
        letters: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = chosen
        known = {one.slug: one.full_name for one in offered} | ({chosen.slug: chosen.full_name} if chosen else {})
        self._fill("co_quan", [("", _("Mọi cơ quan")), *known.items()])
        self._fill("nhom", [("", _("Mọi nhóm")), *letters])
        if len(self.fields["nhom"].choices) == 1:  # type: ignore[attr-defined]
            del self.fields["nhom"]

    def asked(self, name: str) -> Any:
        """Return what was asked for in a box, or nothing where it makes no sense or there is no such box."""
        self.is_valid()
        return self.cleaned_data.get(name)

    def boxes(self) -> list[forms.BoundField]:
        """Return what stands behind the word "Lọc": all but the words to look for."""
        return [self[name] for name in self.fields if name != "tim"]

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force, for the links that take it away."""
        said = {
            "tim": f"“{self.asked('tim')}”" if self.asked("tim") else "",
            "co_quan": self.chosen.name if self.chosen else "",
            "nhom": gettext("điểm %(letter)s") % {"letter": self.asked("nhom")} if self.asked("nhom") else "",
            "loai": self.asked("loai") or "",
            "nam": str(self.asked("nam") or ""),
        }
        return [(words, name) for name, words in said.items() if words]

    def filters(self) -> ItemFilters:
        """Return what makes sense of the question; the agency narrows the list itself."""
        return ItemFilters(
            words=self.asked("tim") or "",
            kind=self.asked("loai") or "",
            letter=self.asked("nhom") or "",
            year=self.asked("nam"),
        )

    def _fill(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
