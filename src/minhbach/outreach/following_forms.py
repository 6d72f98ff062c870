"""What a sender types about feedback that is open in the browser. Decides nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.form_fields import UploadsField
from minhbach.intake.holding import KINDS
from minhbach.outreach.labels import CONTENT_LABELS

VIETNAMESE = {"lang": "vi"}


class MoreForm(forms.Form):
    """What a sender says more."""

    words = forms.CharField(
        label=_("Điều muốn nói thêm"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6, **VIETNAMESE}),
    )
    papers = UploadsField(label=_("Ảnh, tệp kèm theo"), size=0, kinds=KINDS, required=False)

    def __init__(self, *args: Any, limit: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        papers = self.fields["papers"]
        self.fields["papers"] = UploadsField(label=papers.label, size=limit, kinds=KINDS, required=False)


class TakeBackForm(forms.Form):
    """Nothing more is asked before feedback is taken back."""


class ContentForm(forms.Form):
    """How content a sender is with the answer."""

    content = forms.ChoiceField(
        label=_("Ông/Bà có hài lòng với câu trả lời không?"),
        widget=forms.RadioSelect,
        choices=list(CONTENT_LABELS.items()),
        error_messages={"required": _("Chọn một mức độ.")},
    )
    words = forms.CharField(
        label=_("Muốn nói thêm"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
    )
