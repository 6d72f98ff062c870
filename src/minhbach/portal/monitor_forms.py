"""What the monitor is narrowed to. Every box is optional; nonsense is ignored, never an error page."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import ANY, FocalPointListForm
from minhbach.agencies.labels import LEVEL_LABELS
from minhbach.agencies.queries.directory import Narrowing
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.statutes import Statute
from minhbach.domain.units.values import Level
from minhbach.portal.monitor_words import GAPS


class MonitorForm(FocalPointListForm):
    """The question to the monitor: which agencies, lacking what, at which letter."""

    nhom = forms.ChoiceField(label=_("Nhóm: điểm của khoản 1 Điều 17"), required=False)
    thieu = forms.ChoiceField(
        label=_("Còn thiếu gì"), required=False, choices=[ANY, *((key, words) for key, (_one, words) in GAPS.items())]
    )

    def __init__(self, *args: Any, law: Statute, territories: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        known = list(territories)
        super().__init__(*args, territories=known, **kwargs)
        self.territories: Mapping[str, str] = dict(known)
        field = self.fields["nhom"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [ANY, *((one.letter, f"{one.letter}) {one.words}") for one in law.letters)]

    def asked(self, name: str) -> str:
        """Return what was asked for in a box, or nothing where it makes no sense."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")

    def narrowing(self) -> Narrowing:
        """Return which agencies are asked for."""
        return Narrowing(self.asked("q"), self.asked("noi"), self.asked("cap"))

    def criterion(self) -> Criterion | None:
        """Return what the agencies asked for do not meet."""
        asked = self.asked("thieu")
        return GAPS[asked][0] if asked else None

    def boxes(self) -> list[forms.BoundField]:
        """Return what stands behind the word "Lọc": all but the words to look for."""
        return [self[name] for name in self.fields if name != "q"]

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force, for the links that take it away."""
        level, letter, gap = self.asked("cap"), self.asked("nhom"), self.asked("thieu")
        said = {
            "q": f"“{self.asked('q')}”" if self.asked("q") else "",
            "noi": self.territories.get(self.asked("noi"), ""),
            "cap": str(LEVEL_LABELS[Level(level)]) if level else "",
            "nhom": gettext("điểm %(letter)s") % {"letter": letter} if letter else "",
            "thieu": str(GAPS[gap][1]) if gap else "",
        }
        return [(words, name) for name, words in said.items() if words]
