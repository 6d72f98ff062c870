"""What lists of feedback are narrowed to. Every box is optional; nonsense is ignored, never an error page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.outreach.contracts import FeedbackKind
from minhbach.outreach.labels import KIND_LABELS, OFFICER_TAGS
from minhbach.outreach.queries.listing import IS_OPEN, LATE, FeedbackFilters
from minhbach.outreach.queries.public import PublicFilters
from minhbach.publication.filter_forms import Filters
from minhbach.publication.forms import Choices

PUBLIC_KINDS = [(kind, words) for kind, words in KIND_LABELS.items() if kind != FeedbackKind.DENUNCIATION]


class PublicFilterForm(Filters):
    """The question to the public list of answers."""

    tim = TextField(label=_("Nội dung cần tìm"), required=False, max_length=200)
    loai = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *PUBLIC_KINDS])
    nam = forms.TypedChoiceField(label=_("Năm trả lời"), required=False, coerce=int, empty_value=None)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("nam", _("Mọi năm"), years)
        self._offer("co_quan", _("Mọi cơ quan"), bodies)

    def filters(self) -> PublicFilters:
        """Return what makes sense of the question."""
        return PublicFilters(
            words=self.asked("tim") or "",
            kind=self.asked("loai") or "",
            body_id=self.asked("co_quan"),
            year=self.asked("nam"),
        )


class FeedbackFilterForm(Filters):
    """The question to the officers' list."""

    tim = TextField(label=_("Số góp ý, nội dung, tổ dân phố"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (LATE, _("Quá hạn đã hứa")),
            (IS_OPEN, _("Chưa xong")),
            *((state.value, words) for state, (_kind, words) in OFFICER_TAGS.items()),
        ],
    )
    loai = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *PUBLIC_KINDS])
    nam = forms.IntegerField(label=_("Năm nhận"), required=False, min_value=2018, max_value=2100)
    nguoi = forms.TypedChoiceField(label=_("Người giải quyết"), required=False, coerce=int, empty_value=None)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, handlers: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("nguoi", _("Mọi người"), handlers)
        self._offer("co_quan", _("Mọi cơ quan"), bodies)

    def filters(self) -> FeedbackFilters:
        """Return what makes sense of the question."""
        return FeedbackFilters(
            words=self.asked("tim") or "",
            state=self.asked("tinh_trang") or "",
            kind=self.asked("loai") or "",
            handler_id=self.asked("nguoi"),
            body_id=self.asked("co_quan"),
            year=self.asked("nam"),
        )
