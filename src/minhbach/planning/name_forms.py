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

    whole = forms.ChoiceField(label=_("Tên này gồm những cơ quan nào"), required=False, widget=forms.RadioSelect)
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
        fill(self.fields["bodies"], bodies)
        by_hand = (BY_HAND, _("Chỉ những cơ quan đánh dấu ở dưới"))
        fill(self.fields["whole"], [*((one.key, one.label) for one in whole), by_hand])
        if not whole:
            del self.fields["whole"]

    def clean(self) -> dict[str, Any]:
        """Say which bodies are meant; ticks that nobody changed are no answer where a group may be said."""
        cleaned = super().clean() or {}
        ticked, whole = cleaned.get("bodies") or [], cleaned.get("whole")
        untouched = any(set(ticked) == set(group) for group in self.groups.values())
        if self.groups and not whole and not cleaned.get("clearer") and (untouched or not ticked):
            self.add_error("whole", _("Chọn một câu trả lời, hoặc giữ nguyên chữ."))
        cleaned["chosen"] = self.groups.get(whole or BY_HAND, ticked)
        return cleaned
