"""Parse which bodies a written name means; decide nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.planning.filter_forms import fill
from minhbach.planning.forms import LinesField
from minhbach.planning.whole_answers import BY_HAND, WholeAnswer


class NameAnswerForm(forms.Form):
    """Which bodies a written name means: all of a group at once, or those that are ticked.

    `cleaned_data["chosen"]` are the bodies, whichever way they were said.
    """

    whole = forms.ChoiceField(
        label=_("Tên này gồm những cơ quan nào"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một câu trả lời, hoặc giữ nguyên chữ.")},
    )
    bodies = forms.TypedMultipleChoiceField(
        label=_("Là một hay nhiều cơ quan này"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    clearer = LinesField(
        label=_("Hoặc viết rõ hơn"),
        help_text=_("Mỗi dòng một tên, ví dụ: các Sở, ban, ngành · UBND cấp xã · Phòng Tư pháp quận Mẫu."),
        required=False,
    )

    def __init__(
        self, *args: Any, bodies: Iterable[tuple[int, str]], whole: Sequence[WholeAnswer] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.groups = {one.key: list(one.bodies) for one in whole}
        fill(self.fields["bodies"], [(str(body), label) for body, label in bodies])
        by_hand = (BY_HAND, _("Chỉ những cơ quan đánh dấu ở dưới"))
        fill(self.fields["whole"], [*((one.key, one.label) for one in whole), by_hand])
        self.fields["whole"].required = not self._says_otherwise()
        if not whole:
            del self.fields["whole"]

    def _says_otherwise(self) -> bool:
        """True where clearer words were typed or the ticks changed; ticks that nobody changed are no answer."""
        if not self.is_bound or self.data.get("clearer", "").strip():
            return self.is_bound
        ticked = set(self["bodies"].data or ())
        return bool(ticked) and all(ticked != {str(one) for one in group} for group in self.groups.values())

    def clean(self) -> dict[str, Any]:
        """Say which bodies are meant, whichever way they were chosen."""
        cleaned = super().clean() or {}
        cleaned["chosen"] = self.groups.get(cleaned.get("whole") or BY_HAND, cleaned.get("bodies") or [])
        return cleaned
