"""What the lists of requests to other publishers, of files with a mark and of personal data found are narrowed to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.publication.contracts import PublisherAnswer, SecretDecision
from minhbach.publication.filter_forms import Filters
from minhbach.publication.forms import Choices
from minhbach.publication.labels import FINDING_LABELS
from minhbach.publication.queries.personal import ANSWERED, UNANSWERED, PersonalFilters
from minhbach.publication.queries.publishers import NOT_CORRECTED, SILENT, PublisherFilters
from minhbach.publication.queries.secrets import UNDECIDED, SecretFilters


class _ListFilters(Filters):
    """What the three lists share: words, a year and bodies."""

    tim = TextField(label=_("Tìm"), required=False, max_length=200)
    nam = forms.IntegerField(label=_("Năm"), required=False, min_value=2018, max_value=2100)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("co_quan", _("Mọi cơ quan"), bodies)

    def _shared(self) -> dict[str, Any]:
        return {"words": self.asked("tim") or "", "body_id": self.asked("co_quan"), "year": self.asked("nam")}


class PublisherFilterForm(_ListFilters):
    """The question to the list of what other bodies were asked to correct."""

    tim = TextField(label=_("Cơ quan đã đăng, nơi đăng, tên thông tin"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (SILENT, _("Chờ họ đính chính")),
            (NOT_CORRECTED, _("Chưa đính chính")),
            (PublisherAnswer.DECLINED.value, _("Không đính chính")),
            (PublisherAnswer.CORRECTED.value, _("Đã đính chính")),
        ],
    )

    def filters(self) -> PublisherFilters:
        """Return what makes sense of the question."""
        return PublisherFilters(state=self.asked("tinh_trang") or "", **self._shared())


class SecretFilterForm(_ListFilters):
    """The question to the list of kept files in which a mark was found; no box takes words of theirs."""

    tim = TextField(label=_("Số trong sổ đăng ký"), required=False, max_length=20)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (UNDECIDED, _("Chờ lãnh đạo quyết định")),
            (SecretDecision.SECRET.value, _("Là bí mật, tệp đã khóa")),
            (SecretDecision.MISTAKEN.value, _("Không phải bí mật")),
        ],
    )

    def filters(self) -> SecretFilters:
        """Return what makes sense of the question."""
        return SecretFilters(state=self.asked("tinh_trang") or "", **self._shared())


class PersonalFilterForm(_ListFilters):
    """The question to the list of information in which personal data were found."""

    tim = TextField(label=_("Tên, số, ký hiệu"), required=False, max_length=200)
    loai = forms.ChoiceField(label=_("Loại"), required=False, choices=[("", _("Mọi loại")), *FINDING_LABELS.items()])
    con = forms.ChoiceField(
        label=_("Trả lời"),
        required=False,
        choices=[("", _("Tất cả")), (UNANSWERED, _("Còn chỗ chưa trả lời")), (ANSWERED, _("Đã trả lời hết"))],
    )

    def filters(self) -> PersonalFilters:
        """Return what makes sense of the question."""
        return PersonalFilters(kind=self.asked("loai") or "", standing=self.asked("con") or "", **self._shared())
