"""Who asks, and for whom: boxes from the statute in force, so that a decree to come changes them without a release."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.statutes import Statute
from minhbach.domain.statutes.requests import RequestField
from minhbach.extraction.contracts import CannotRead
from minhbach.foundation.form_fields import UploadsField
from minhbach.intake.contracts import Behalf
from minhbach.intake.holding import KINDS
from minhbach.requests.asking.people import faults_of, people_in
from minhbach.requests.asking.people_table import as_lines, is_table, people_in_table
from minhbach.requests.identity import wrong_identity

VIETNAMESE = {"lang": "vi"}
OWN_BOXES = frozenset({"name", "address", "identity_number", "contact", "information", "form_of_provision", "purpose"})
"""Fields of a statute that have boxes made for them; others, of a decree to come, get a plain one."""
WITH_PAPERS = frozenset({"consent", "people_of_organisation"})
"""Fields that are handed in as papers, or asked for with the list."""
YES, NO = "co", "khong"
MOST_FAULTS = 20
"""Lines of a list whose faults are told at once; nobody mends more in one go."""


class WhoForm(forms.Form):
    """Step 3: who asks, and for whom."""

    behalf = forms.ChoiceField(
        label=_("Ông/Bà yêu cầu"),
        widget=forms.RadioSelect,
        initial=Behalf.SELF.value,
        choices=[
            (Behalf.SELF.value, _("Cho tôi")),
            (Behalf.REPRESENTATIVE.value, _("Tôi đại diện cho người khác, có giấy tờ")),
            (Behalf.MINOR.value, _("Tôi là cha mẹ, người giám hộ, người đại diện theo pháp luật")),
            (Behalf.ORGANISATION.value, _("Tôi thay mặt nhiều người trong một tổ chức, đoàn thể, doanh nghiệp")),
            (Behalf.FOREIGNER.value, _("Tôi là người nước ngoài cư trú tại Việt Nam")),
        ],
    )
    represented = TextField(label=_("Đại diện cho ai"), required=False, max_length=300)
    organisation = TextField(label=_("Tên tổ chức, đoàn thể, doanh nghiệp"), required=False, max_length=300)
    people = forms.CharField(
        label=_("Danh sách những người cùng yêu cầu"),
        required=False,
        max_length=100_000,
        help_text=_(
            "Mỗi người một dòng: họ tên; số căn cước; lý do. Danh sách dài thì gửi bảng XLSX, CSV ở phần giấy tờ."
        ),
        widget=forms.Textarea(attrs={"rows": 4, **VIETNAMESE}),
    )
    name = TextField(
        label=_("Họ và tên"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", **VIETNAMESE}),
        error_messages={"required": _("Nhập họ và tên như trên giấy tờ.")},
    )
    address = TextField(
        label=_("Nơi cư trú, địa chỉ"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "street-address", **VIETNAMESE}),
        error_messages={"required": _("Ghi nơi cư trú: thôn, tổ, xã, phường, tỉnh.")},
    )
    identity_number = TextField(
        label=_("Số căn cước hoặc hộ chiếu"),
        max_length=40,
        help_text=_("Chỉ ghi số, không gửi ảnh giấy tờ."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
        error_messages={"required": _("Ghi số căn cước, hoặc số hộ chiếu.")},
    )
    lives_there = forms.ChoiceField(
        choices=[(YES, _("Có")), (NO, _("Không"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn có hoặc không.")},
    )
    concern = forms.CharField(
        label=_("Nếu không: thông tin liên quan trực tiếp tới Ông/Bà ra sao?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
    )
    purpose = forms.CharField(
        label=_("Lý do, mục đích"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE}),
        error_messages={"required": _("Ghi lý do, mục đích: luật áp dụng cho yêu cầu này đòi hỏi.")},
    )
    papers = UploadsField(label=_("Giấy tờ kèm theo"), size=0, kinds=KINDS, required=False)
    consent = UploadsField(label=_("Văn bản chấp thuận của người có liên quan"), size=0, kinds=KINDS, required=False)

    def __init__(self, *args: Any, law: Statute, commune: str, limit: int, **kwargs: Any) -> None:
        """Make the boxes that the law asks for.

        :param commune: the commune whose body is asked, where it asks who lives elsewhere; else "".
        :param limit: bytes of a file at the most.
        """
        super().__init__(*args, **kwargs)
        asked = {one.key: one for one in law.request_fields}
        for name in ("name", "address", "identity_number", "purpose"):
            if name in asked:
                self.fields[name].required = asked[name].required
            else:
                del self.fields[name]
        self.others = [one for one in law.request_fields if one.key not in OWN_BOXES | WITH_PAPERS]
        self._add_others()
        self._ask_where_people_live(commune)
        self._limit_files(limit)

    def other_boxes(self) -> list[forms.BoundField]:
        """Return the boxes that a decree asks for and nobody made a box for."""
        return [self[one.key] for one in self.others]

    def told_others(self) -> dict[str, str]:
        """Return what stands in them."""
        return {one.key: self.cleaned_data.get(one.key, "") for one in self.others}

    def clean(self) -> dict[str, Any]:
        """Hold what belongs together: whom one acts for, how it concerns people from elsewhere."""
        told = super().clean() or {}
        behalf = told.get("behalf")
        if behalf in (Behalf.REPRESENTATIVE, Behalf.MINOR) and not told.get("represented"):
            self.add_error("represented", gettext("Ghi họ tên người được đại diện."))
        if behalf == Behalf.ORGANISATION:
            self._check_organisation(told)
        if behalf == Behalf.FOREIGNER and not told.get("concern"):
            self.add_error("concern", gettext("Ghi thông tin liên quan trực tiếp tới quyền, nghĩa vụ nào của Ông/Bà."))
        if told.get("lives_there") == NO and not told.get("concern"):
            self.add_error("concern", gettext("Ghi thông tin liên quan trực tiếp tới Ông/Bà ra sao."))
        return told

    def clean_identity_number(self) -> str:
        """Return the number, or say how many digits lack."""
        number: str = self.cleaned_data["identity_number"]
        if self.cleaned_data.get("behalf") == Behalf.FOREIGNER:
            return number  # Passports of other countries follow their own rules.
        if sentence := wrong_identity(number):
            raise forms.ValidationError(sentence)
        return number

    def _check_organisation(self, told: dict[str, Any]) -> None:
        if not told.get("organisation"):
            self.add_error("organisation", gettext("Ghi tên tổ chức, đoàn thể hoặc doanh nghiệp."))
        uploads = told.get("papers")
        if not told.get("people") and uploads:
            self._take_over_table(told, uploads.accepted)
        people = people_in(told.get("people", ""))
        for sentence in islice(faults_of(people), MOST_FAULTS):
            self.add_error("people", sentence)
        if not people and not (uploads and uploads.accepted) and not self.initial.get("has_papers"):
            self.add_error("people", gettext("Ghi danh sách những người cùng yêu cầu, hoặc gửi tệp danh sách."))

    def _take_over_table(self, told: dict[str, Any], uploads: Sequence[UploadedFile[bytes]]) -> None:
        """Put the people of a table that was uploaded into the box, where each line can be looked at and mended."""
        for upload in uploads:
            if not is_table(upload.name or ""):
                continue
            content = upload.read()
            upload.seek(0)
            try:
                people = people_in_table(content)
            except CannotRead:
                continue  # It stays a paper like any other; whoever keeps it says what is wrong with it.
            if people:
                told["people"] = as_lines(people)
                self.data = self.data.copy()  # type: ignore[attr-defined]
                self.data["people"] = told["people"]  # type: ignore[index]
                return

    def _add_others(self) -> None:
        for one in self.others:
            self.fields[one.key] = _box(one)

    def _ask_where_people_live(self, commune: str) -> None:
        if commune:
            self.fields["lives_there"].label = gettext("Ông/Bà có cư trú ở %(commune)s không?") % {"commune": commune}
        else:
            del self.fields["lives_there"]
            self.fields["concern"].label = gettext("Người nước ngoài: liên quan trực tiếp tới quyền, nghĩa vụ nào?")

    def _limit_files(self, limit: int) -> None:
        for name in ("papers", "consent"):
            self.fields[name] = UploadsField(label=self.fields[name].label, size=limit, kinds=KINDS, required=False)


def _box(one: RequestField) -> forms.Field:
    """Return a plain box for a field that a statute asks for."""
    words = one.words[:1].upper() + one.words[1:]
    return forms.CharField(
        label=words, required=one.required, max_length=2000, widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE})
    )
