"""The boxes of the check page: what was read, and whether what is proposed of its class is right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.digitisation.contracts import CheckedScan
from minhbach.digitisation.models import Scan
from minhbach.digitisation.rules import SURE
from minhbach.foundation.form_fields import VnDateField
from minhbach.register.contracts import Access, Classification, ItemFacts, Origin, PaperPlace, Proposal
from minhbach.register.forms import KIND_CHOICES, VIETNAMESE, Choices, fill
from minhbach.register.labels import ACCESS_TAGS

READ = ("number", "symbol", "issued_on", "kind", "title", "issuer_name")
RIGHT, OTHER, LATER = "dung", "khac", "sau"


class CheckForm(forms.Form):
    """A scan to confirm. Boxes that were read without certainty come first."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    number = TextField(label=_("Số"), required=False, max_length=30)
    symbol = TextField(label=_("Ký hiệu"), required=False, max_length=60)
    issued_on = VnDateField(label=_("Ngày ban hành"), required=False, help_text="")
    kind = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=KIND_CHOICES)
    title = TextField(
        label=_("Tên, trích yếu"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi tên hoặc trích yếu.")},
    )
    issuer_name = TextField(
        label=_("Cơ quan ban hành"), required=False, max_length=300, widget=forms.TextInput(attrs=VIETNAMESE)
    )
    box = TextField(label=_("Hộp"), required=False, max_length=60)
    folder = TextField(label=_("Hồ sơ"), required=False, max_length=60)
    sheet = TextField(label=_("Tờ"), required=False, max_length=60)
    answer = forms.ChoiceField(
        label=_("Phân loại"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn: đề xuất đúng, khác, hay phân loại sau.")},
    )
    access = forms.ChoiceField(
        label=_("Loại tiếp cận"),
        required=False,
        choices=[("", _("(chưa chọn)")), *((one.value, ACCESS_TAGS[one.value][1]) for one in Access)],
    )
    letter = forms.ChoiceField(label=_("Điểm khoản 1 Điều 17"), required=False)
    grounds = forms.MultipleChoiceField(
        label=_("Căn cứ"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Cho thông tin không được tiếp cận hoặc tiếp cận có điều kiện."),
    )  # fmt: skip
    reason = TextField(label=_("Khác, vì"), required=False, max_length=500, widget=forms.TextInput(attrs=VIETNAMESE))

    def __init__(
        self, *args: Any, letters: Choices, grounds: Choices, proposal: Proposal | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.proposal = proposal
        fill(self.fields["letter"], [("", _("Không thuộc điểm nào")), *letters])
        fill(self.fields["grounds"], list(grounds))
        right = [(RIGHT, _("đúng"))] if proposal else []
        fill(self.fields["answer"], [*right, (OTHER, _("khác")), (LATER, _("phân loại sau, trong kho"))])
        self.initial.setdefault("answer", RIGHT if proposal else LATER)

    def clean(self) -> dict[str, Any]:
        """Ask for the class where the proposed one is said to be wrong."""
        given = super().clean() or {}
        if given.get("answer") == OTHER and not given.get("access"):
            self.add_error("access", _("Chọn loại tiếp cận."))
        return given

    def checked(self, row: Scan, *, issuing_body_id: int | None) -> CheckedScan:
        """Return what the person confirmed."""
        given = self.cleaned_data
        place = PaperPlace(row.batch.store, row.batch.shelf, given["box"], given["folder"], given["sheet"])
        facts = ItemFacts(
            **{name: given[name] for name in READ},
            issuing_body_id=issuing_body_id,
            created_on=given["issued_on"],
            origin=Origin.CREATED if issuing_body_id == row.batch.body_id else Origin.RECEIVED,
            place=place,
        )
        return CheckedScan(facts, self._classification())

    def _classification(self) -> Classification | None:
        given = self.cleaned_data
        if given["answer"] == LATER:
            return None
        if given["answer"] == RIGHT and self.proposal:
            return Classification(self.proposal.access, self.proposal.grounds, self.proposal.letter)
        return Classification(Access(given["access"]), tuple(given["grounds"]), given["letter"], given["reason"])


def boxes_of(row: Scan) -> dict[str, Any]:
    """Return what stands in the boxes before anybody typed."""
    issued_on = row.head.get("issued_on")
    return {
        **{name: row.head.get(name, "") for name in READ},
        "issued_on": date.fromisoformat(issued_on) if issued_on else None,
        "version": row.version,
        "box": row.batch.box,
        "folder": row.batch.folder,
        "sheet": row.sheet,
    }


def in_order(fields: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the names of the read boxes, those that are not certain first."""
    return sorted(READ, key=lambda name: is_certain(fields.get(name, {})))


def is_certain(field: Mapping[str, Any]) -> bool:
    """True if a field was read with certainty."""
    return float(field.get("sure", 0.0)) >= SURE
