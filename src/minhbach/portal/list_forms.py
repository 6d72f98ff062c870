"""What the public lists are narrowed by. Every box is optional; nonsense is ignored, never an error page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.forms import TextField
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.statutes import Statute
from minhbach.register.forms import KIND_CHOICES
from minhbach.register.queries.listing import ItemFilters

SEEN: Mapping[str, tuple[Criterion, Promise]] = {
    "muon": (Criterion.ON_TIME, _("công khai muộn, hoặc quá hạn chưa công khai")),
    "khong-mo": (Criterion.REACHABLE, _("không mở được")),
    "khong-doc": (Criterion.READABLE, _("máy không đọc được")),
}
"""What machines found of items, as an address asks for it (`?thay=muon`)."""


class ListForm(forms.Form):
    """The question to a public list; `co_quan` is the slug of an agency's page."""

    tim = TextField(label=_("Tên, số, ký hiệu"), required=False, max_length=200)
    co_quan = forms.ChoiceField(label=_("Cơ quan"), required=False)
    nhom = forms.ChoiceField(label=_("Nhóm: điểm của khoản 1 Điều 17"), required=False)
    thay = forms.ChoiceField(
        label=_("Máy thấy"), required=False, choices=[("", _("mọi mục")), *((k, v) for k, (_c, v) in SEEN.items())]
    )
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=[("", _("Mọi loại")), *KIND_CHOICES[1:]])
    nam = forms.IntegerField(label=_("Năm tạo ra"), required=False, min_value=1900, max_value=2100)

    def __init__(
        self,
        *args: Any,
        offered: Iterable[BodyRecord],
        chosen: BodyRecord | None,
        law: Statute | None,
        **kwargs: Any,
    ) -> None:
        """Offer agencies; letters and what machines found only for the list of a `law`'s letters."""
        super().__init__(*args, **kwargs)
        self.chosen, self.law = chosen, law
        known = {one.slug: one.full_name for one in offered} | ({chosen.slug: chosen.full_name} if chosen else {})
        self._fill("co_quan", [("", _("Mọi cơ quan")), *known.items()])
        if law is None:
            del self.fields["nhom"], self.fields["thay"]
        else:
            letters = ((one.letter, f"{one.letter}) {one.words}") for one in law.letters)
            self._fill("nhom", [("", _("Mọi nhóm")), *letters])

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
            "thay": str(SEEN[self.asked("thay")][1]) if self.asked("thay") else "",
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
            # The same letter says other things in the law of before.
            statute=self.law.number if self.law and (self.asked("nhom") or self.asked("thay")) else "",
            year=self.asked("nam"),
        )

    def lacks(self) -> Criterion | None:
        """Return the criterion that the items asked for do not meet."""
        asked = self.asked("thay")
        return SEEN[asked][0] if asked else None

    def _fill(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
