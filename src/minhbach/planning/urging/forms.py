"""Parse what is typed to urge bodies; decide nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.form_fields import VnDateField
from minhbach.planning.filter_forms import fill
from minhbach.planning.urging.letters import Urged

REASONS = {
    Urged.LATE: _("Có việc quá hạn"),
    Urged.NOT_TAKEN: _("Có việc chưa ai nhận"),
    Urged.NO_PLAN: _("Chưa có kế hoạch của mình"),
}
TOGETHER, APART = "chung", "rieng"


class UrgeForm(forms.Form):
    """Whom a letter urges, and what it asks for. The view hands in the bodies."""

    bodies = forms.TypedMultipleChoiceField(
        label=_("Gửi tới"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một cơ quan cần đôn đốc.")},
    )
    everyone = forms.BooleanField(required=False)
    answer_by = VnDateField(
        label=_("Báo cáo chậm nhất ngày"), error_messages={"required": _("Nhập ngày phải báo cáo.")}
    )
    separately = forms.ChoiceField(
        label=_("Công văn"),
        choices=[(TOGETHER, _("Một công văn gửi tất cả")), (APART, _("Mỗi cơ quan một công văn"))],
        widget=forms.RadioSelect,
    )
    more = forms.CharField(
        label=_("Thêm vào công văn, nếu cần"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng thành một đoạn. Công văn còn sửa được trước khi cấp số."),
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[int, str]], everyone: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["bodies"], [(str(pk), words) for pk, words in bodies])
        if everyone:
            self.fields["everyone"].label = everyone
            self.fields["bodies"].required = False
        else:
            del self.fields["everyone"]
