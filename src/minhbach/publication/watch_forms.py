"""Parse what leaders ask of the list of who has not announced something, and what is typed to urge them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import FocalPointListForm
from minhbach.foundation.form_fields import VnDateField
from minhbach.publication.announcements.announced import Lack
from minhbach.publication.announcements.forms import VIETNAMESE

TOGETHER, APART = "chung", "rieng"
LACKS = {Lack.NONE: _("chưa công bố"), Lack.OUTDATED: _("luật đã đổi từ khi công bố"), Lack.ANNOUNCED: _("đã công bố")}


class WatchForm(FocalPointListForm):
    """What the list is narrowed to; "tat-ca": all of them."""

    co = forms.ChoiceField(label=_("Tình trạng"), required=False)

    def __init__(self, *args: Any, lacks: Iterable[Lack], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["co"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Tất cả")), *((one.value, LACKS[one]) for one in lacks)]


class UrgeForm(forms.Form):
    """Whom a letter urges, and what it asks for. The view hands in the bodies, and for which of them it may be sent."""

    bodies = forms.TypedMultipleChoiceField(
        label=_("Gửi tới"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một cơ quan cần đôn đốc.")},
    )
    from_body = forms.TypedChoiceField(label=_("Cơ quan đôn đốc"), coerce=int)
    separately = forms.ChoiceField(
        label=_("Công văn"),
        choices=[(TOGETHER, _("Một công văn gửi tất cả")), (APART, _("Mỗi cơ quan một công văn"))],
        widget=forms.RadioSelect,
    )
    answer_by = VnDateField(
        label=_("Báo cáo chậm nhất ngày"), error_messages={"required": _("Nhập ngày phải báo cáo.")}
    )
    more = forms.CharField(
        label=_("Thêm vào công văn, nếu cần"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        help_text=_("Mỗi dòng thành một đoạn. Công văn còn sửa được trước khi cấp số."),
    )

    def __init__(
        self, *args: Any, bodies: Iterable[tuple[int, str]], own: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("bodies", bodies), ("from_body", own)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(str(pk), words) for pk, words in choices]
