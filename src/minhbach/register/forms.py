"""Parse and normalise what people type about items; decide nothing. Views hand in what there is to choose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.collation import sort_key
from minhbach.domain.reading.head.kinds import KINDS
from minhbach.foundation.form_fields import UploadField, UploadsField, VnDateField
from minhbach.register.contracts import (
    PERMANENT,
    Access,
    Classification,
    FileRole,
    ItemFacts,
    NewFile,
    Origin,
    PaperPlace,
    PublicationTerms,
)
from minhbach.register.labels import ACCESS_TAGS, ORIGIN_LABELS

Choices = Iterable[tuple[Any, Any]]
KIND_CHOICES = [
    ("", _("(không ghi)")),
    *((kind.name, kind.name) for kind in sorted(KINDS, key=lambda one: sort_key(one.name))),
]
FOR_GOOD, SOME_YEARS = "mai", "nam"
VIETNAMESE = {"lang": "vi"}


class WordsForm(forms.Form):
    """What the public reads of an item beside its files."""

    title = TextField(
        label=_("Tên, trích yếu"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE}),
        error_messages={"required": _("Ghi tên hoặc trích yếu.")},
    )
    kind = forms.ChoiceField(label=_("Loại văn bản"), required=False, choices=KIND_CHOICES)
    number = TextField(label=_("Số"), required=False, max_length=30, help_text=_("Phần trước dấu gạch chéo: 45."))
    symbol = TextField(
        label=_("Ký hiệu"), required=False, max_length=60, help_text=_("Phần sau dấu gạch chéo: KH-UBND.")
    )
    issuer_name = TextField(
        label=_("Cơ quan ban hành"),
        required=False,
        max_length=300,
        help_text=_("Để trống nếu chính cơ quan này ban hành."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    issued_on = VnDateField(label=_("Ngày ban hành"), required=False)
    created_on = VnDateField(
        label=_("Ngày tạo ra"),
        required=False,
        help_text=_("Hạn công khai tính từ ngày này. Để trống thì lấy ngày ban hành."),
    )

    def words(self, before: ItemFacts, *, issuing_body_id: int | None) -> ItemFacts:
        """Return what was typed, the rest as before; a document without day of creation was created when issued."""
        given = self.cleaned_data
        return replace(
            before,
            title=given["title"],
            kind=given["kind"],
            number=given["number"],
            symbol=given["symbol"],
            issuer_name=given["issuer_name"],
            issuing_body_id=issuing_body_id,
            issued_on=given["issued_on"],
            created_on=given["created_on"] or given["issued_on"],
        )


class ItemForm(WordsForm):
    """What an item is called and comes from."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    origin = forms.ChoiceField(
        label=_("Nguồn"), choices=list(ORIGIN_LABELS.items()), widget=forms.RadioSelect, initial=Origin.CREATED.value
    )
    creating_unit = forms.TypedChoiceField(label=_("Đơn vị tạo ra"), required=False, coerce=int, empty_value=None)
    creating_unit_name = TextField(
        label=_("Đơn vị tạo ra, nếu không có trong danh sách"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    store = TextField(label=_("Kho"), required=False, max_length=60)
    shelf = TextField(label=_("Giá"), required=False, max_length=60)
    box = TextField(label=_("Hộp"), required=False, max_length=60)
    folder = TextField(label=_("Hồ sơ"), required=False, max_length=60)
    sheet = TextField(label=_("Tờ"), required=False, max_length=60)
    retention = forms.ChoiceField(
        label=_("Thời hạn bảo quản"),
        required=False,
        choices=[("", _("Chưa ghi")), (FOR_GOOD, _("Vĩnh viễn")), (SOME_YEARS, _("Số năm ghi bên dưới"))],
    )
    retention_years = forms.IntegerField(
        label=_("Số năm"),
        required=False,
        min_value=1,
        max_value=200,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi số năm bằng chữ số, ví dụ 10.")},
    )

    def __init__(self, *args: Any, units: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["creating_unit"], [("", _("(không ghi)")), *units])

    def clean(self) -> dict[str, Any]:
        """Ask for the number of years where some years were chosen."""
        given = super().clean() or {}
        if given.get("retention") == SOME_YEARS and not given.get("retention_years"):
            self.add_error("retention_years", _("Ghi số năm bảo quản."))
        return given

    def facts(self, *, issuing_body_id: int | None) -> ItemFacts:
        """Return what was typed."""
        given = self.cleaned_data
        return replace(
            self.words(ItemFacts(title=""), issuing_body_id=issuing_body_id),
            creating_unit_id=given["creating_unit"],
            creating_unit_name="" if given["creating_unit"] else given["creating_unit_name"],
            origin=Origin(given["origin"]),
            place=PaperPlace(*(given[name] for name in ("store", "shelf", "box", "folder", "sheet"))),
            retention_years=_years(given),
        )


def _years(given: dict[str, Any]) -> int | None:
    if given["retention"] == FOR_GOOD:
        return PERMANENT
    return given["retention_years"] if given["retention"] == SOME_YEARS else None


def boxes_of(facts: ItemFacts, *, version: int | None = None) -> dict[str, Any]:
    """Return what stands in the boxes of `ItemForm`."""
    plain = ("title", "kind", "number", "symbol", "issuer_name", "issued_on", "created_on", "creating_unit_name")
    years = facts.retention_years
    return {
        **{name: getattr(facts, name) for name in plain},
        "version": version,
        "origin": facts.origin.value,
        "creating_unit": facts.creating_unit_id,
        **dict(zip(("store", "shelf", "box", "folder", "sheet"), facts.place.parts, strict=True)),
        "retention": "" if years is None else FOR_GOOD if years == PERMANENT else SOME_YEARS,
        "retention_years": years or None,
    }


class NewItemForm(ItemForm):
    """An item to enter, with its files."""

    body = forms.TypedChoiceField(label=_("Ghi vào kho của"), coerce=int)
    uploads = UploadsField(label=_("Tệp"), size=settings.UPLOAD_LIMIT, required=False)
    field_order = ("version", "body", "title")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_bodies(self.fields["body"], bodies)


class DocumentForm(forms.Form):
    """A document to be read, so that its head need not be typed."""

    body = forms.TypedChoiceField(label=_("Ghi vào kho của"), coerce=int)
    document = UploadField(
        label=_("Tệp văn bản"),
        size=settings.UPLOAD_LIMIT,
        error_messages={"required": _("Chọn tệp văn bản.")},
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_bodies(self.fields["body"], bodies)


class FilesForm(forms.Form):
    """A version to add: why, and its files."""

    why = TextField(
        label=_("Bản này sửa hoặc thêm gì"),
        max_length=500,
        help_text=_("Người dân đọc được câu này khi bản mới công khai."),
        widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE}),
        error_messages={"required": _("Ghi bản này sửa hoặc thêm gì.")},
    )
    uploads = UploadsField(label=_("Tệp của bản mới"), size=settings.UPLOAD_LIMIT, required=False)
    role = forms.ChoiceField(
        label=_("Các tệp này là"),
        choices=[
            (FileRole.ORIGINAL.value, _("Bản gốc (PDF, DOCX, ảnh quét)")),
            (FileRole.TEXT.value, _("Bản chữ")),
            (FileRole.DATA.value, _("Dữ liệu (XLSX, CSV)")),
        ],
        widget=forms.RadioSelect,
        initial=FileRole.ORIGINAL.value,
    )


def new_files(form: forms.Form) -> list[NewFile]:
    """Return the files of a form that may be kept."""
    uploads, role = form.cleaned_data["uploads"], FileRole(form.cleaned_data.get("role") or FileRole.ORIGINAL)
    return [NewFile(file.name or "", file.read(), role) for file in uploads.accepted] if uploads else []


class ClassifyForm(forms.Form):
    """The class of access with its ground or letter. Letters and grounds are those of the statute in force."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    access = forms.ChoiceField(
        label=_("Loại tiếp cận"),
        choices=[(one.value, ACCESS_TAGS[one.value][1]) for one in Access],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn loại tiếp cận.")},
    )
    letter = forms.ChoiceField(
        label=_("Phải công khai theo điểm nào, khoản 1 Điều 17"),
        required=False,
        help_text=_("Chỉ cho thông tin được tiếp cận. Để trống nếu chỉ cung cấp khi có yêu cầu."),
    )
    grounds = forms.MultipleChoiceField(
        label=_("Căn cứ"),
        required=False,
        help_text=_("Cho thông tin không được tiếp cận hoặc tiếp cận có điều kiện."),
        widget=forms.CheckboxSelectMultiple,
    )
    reason = TextField(
        label=_("Ghi chú nội bộ"),
        required=False,
        max_length=500,
        help_text=_("Phần nào thuộc căn cứ trên, ai cho ý kiến. Người ngoài cơ quan không đọc được."),
        widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE}),
    )

    def __init__(self, *args: Any, letters: Choices, grounds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["letter"], [("", _("Không thuộc điểm nào")), *letters])
        fill(self.fields["grounds"], list(grounds))

    def classification(self) -> Classification:
        """Return what was chosen."""
        given = self.cleaned_data
        return Classification(Access(given["access"]), tuple(given["grounds"]), given["letter"], given["reason"])


class TermsForm(forms.Form):
    """How, by when and for how long an item is to be public."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    forms_ = forms.MultipleChoiceField(
        label=_("Hình thức công khai"), required=False, widget=forms.CheckboxSelectMultiple
    )
    duration = TextField(
        label=_("Thời hạn công khai"),
        required=False,
        max_length=120,
        help_text=_("Ví dụ: Thường xuyên; 30 ngày; đến khi có bản thay thế."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    public_until = VnDateField(label=_("Hết thời hạn công khai từ ngày"), required=False)
    posted_from = VnDateField(label=_("Ngày bắt đầu niêm yết"), required=False)
    was_due_before = forms.ChoiceField(
        label=_("Trước ngày Luật 01/2026 có hiệu lực, thông tin này đã phải công khai chưa?"),
        required=False,
        choices=[("", _("Chưa xác định")), ("1", _("Đã phải công khai")), ("0", _("Chưa phải công khai"))],
        widget=forms.RadioSelect,
    )
    special_due_on = VnDateField(
        label=_("Ngày mà luật khác định"),
        required=False,
        help_text=_("Để trống: 05 ngày làm việc kể từ ngày tạo ra (khoản 4 Điều 18)."),
    )
    special_ground = TextField(
        label=_("Điều, khoản, văn bản định ngày ấy"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    address = forms.CharField(
        label=_("Địa chỉ, nếu đã công khai ở cổng hay cơ sở dữ liệu khác"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    address_since = VnDateField(label=_("Có ở địa chỉ ấy từ ngày"), required=False)

    def __init__(self, *args: Any, ways: Choices, asks_before: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["forms_"], list(ways))
        if not asks_before:
            del self.fields["was_due_before"]

    def terms(self) -> PublicationTerms:
        """Return what was typed."""
        given = self.cleaned_data
        said = given.get("was_due_before", "")
        return PublicationTerms(
            forms=tuple(given["forms_"]),
            address=given["address"],
            address_since=given["address_since"],
            special_due_on=given["special_due_on"],
            special_ground=given["special_ground"],
            duration=given["duration"],
            public_until=given["public_until"],
            posted_from=given["posted_from"],
            was_due_before=said == "1" if said else None,
        )


def terms_boxes(terms: PublicationTerms, *, version: int) -> dict[str, Any]:
    """Return what stands in the boxes of `TermsForm`."""
    plain = ("address", "address_since", "special_due_on", "special_ground", "duration", "public_until", "posted_from")
    return {
        **{name: getattr(terms, name) for name in plain},
        "version": version,
        "forms_": list(terms.forms),
        "was_due_before": "" if terms.was_due_before is None else str(int(terms.was_due_before)),
    }


class ReasonForm(forms.Form):
    """Why a line is struck."""

    reason = TextField(
        label=_("Lý do"),
        max_length=300,
        error_messages={"required": _("Ghi lý do gạch mục này.")},
        widget=forms.TextInput(attrs=VIETNAMESE),
    )


def fill(field: forms.Field, choices: Choices) -> None:
    """Give a box of choices what the view hands in."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def offer_bodies(field: forms.Field, bodies: Choices) -> None:
    """Offer the bodies; a single one is not asked for."""
    offered: Sequence[tuple[Any, Any]] = list(bodies)
    fill(field, offered)
    if len(offered) == 1:
        field.widget, field.initial = forms.HiddenInput(), offered[0][0]
