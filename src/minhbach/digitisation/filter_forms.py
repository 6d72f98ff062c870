"""What lists are narrowed to. Every box is optional; nonsense is ignored, never an error page."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.digitisation.labels import BATCH_TAGS, SCAN_TAGS
from minhbach.digitisation.queries.listing import BatchFilters
from minhbach.register.forms import KIND_CHOICES, Choices, fill


class AskedForm(forms.Form):
    """A question to a list; each filter in force is shown as a chip."""

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

    def _in_words(self, name: str, value: Any) -> str:
        if not value:
            return ""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])  # type: ignore[arg-type]
        return f"“{value}”" if name == "tim" else f"{field.label}: {value}"


class BatchFilterForm(AskedForm):
    """The question to the list of batches."""

    tim = TextField(label=_("Tên lô, hộp, hồ sơ"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *((key, words) for key, (_shape, words) in BATCH_TAGS.items())],
    )
    hop = TextField(label=_("Hộp"), required=False, max_length=60)
    nam = forms.IntegerField(label=_("Năm mở lô"), required=False, min_value=2000, max_value=2100)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(bodies)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *offered])
        if len(offered) < 2:
            del self.fields["co_quan"]

    def filters(self) -> BatchFilters:
        """Return what makes sense of the question."""
        return BatchFilters(
            words=self.asked("tim") or "",
            body_id=self.asked("co_quan"),
            standing=self.asked("tinh_trang") or "",
            box=self.asked("hop") or "",
            year=self.asked("nam"),
        )


class ScanFilterForm(AskedForm):
    """The question to the scans of a batch."""

    tim = TextField(label=_("Tên, số, ký hiệu"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *((key, words) for key, (_shape, words) in SCAN_TAGS.items())],
    )
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=[("", _("Mọi loại")), *KIND_CHOICES[1:]])

    def narrowing(self) -> dict[str, str]:
        """Return what makes sense of the question."""
        return {
            "words": self.asked("tim") or "",
            "state": self.asked("tinh_trang") or "",
            "kind": self.asked("loai") or "",
        }
