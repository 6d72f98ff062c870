"""What the list of cases is narrowed to. Every box is optional; nonsense is ignored, never an error page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.lawbook.statutes import all_statutes
from minhbach.publication.filter_forms import Filters
from minhbach.publication.forms import Choices
from minhbach.requests.labels import OFFICER_TAGS
from minhbach.requests.queries.listing import IS_ANSWERED, IS_OPEN, LATE, CaseFilters


class CaseFilterForm(Filters):
    """The question to the list of cases."""

    tim = TextField(label=_("Số yêu cầu, nội dung"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (LATE, _("Quá hạn trả lời")),
            (IS_OPEN, _("Chưa xong")),
            (IS_ANSWERED, _("Đã trả lời")),
            *((state.value, words) for state, (_kind, words) in OFFICER_TAGS.items()),
        ],
    )
    nam = forms.IntegerField(label=_("Năm nhận"), required=False, min_value=2018, max_value=2100)
    luat = forms.ChoiceField(label=_("Luật áp dụng"), required=False)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("luat", _("Mọi luật"), [(one.number, one.title) for one in all_statutes()])
        self._offer("co_quan", _("Mọi cơ quan"), bodies)

    def filters(self) -> CaseFilters:
        """Return what makes sense of the question."""
        return CaseFilters(
            words=self.asked("tim") or "",
            state=self.asked("tinh_trang") or "",
            body_id=self.asked("co_quan"),
            year=self.asked("nam"),
            statute=self.asked("luat") or "",
        )
