"""Parse and normalise what people type about plans; decide nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.domain.bodies.values import Kind
from minhbach.domain.reading.body.deadlines import read_deadline
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.domain.text import squeeze
from minhbach.foundation.form_fields import VnDateField
from minhbach.planning.labels import KIND_LABELS
from minhbach.planning.models import DraftTask

READ_FROM_WORDS = ""
NEW_BODY_KINDS = {
    Kind.INNER_UNIT: _("phòng, trung tâm, văn phòng, thanh tra bên trong một cơ quan"),
    Kind.DEPARTMENT: _("sở, ban, ngành của tỉnh, thành phố"),
    Kind.DIVISION: _("phòng chuyên môn của xã, phường, quận, huyện"),
    Kind.SERVICE_UNIT: _("đơn vị sự nghiệp công lập"),
    Kind.MASS_ORGANISATION: _("tổ chức chính trị - xã hội, đoàn thể, hội"),
    Kind.PARTY: _("cơ quan của Đảng"),
    Kind.OTHER: _("cơ quan, tổ chức khác"),
}


class LinesField(forms.CharField):
    """A box with one name a line; gives a list without empty lines or repetitions."""

    widget = forms.Textarea(attrs={"rows": 2})

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Return the lines, each with single spaces."""
        lines = (squeeze(line).rstrip(";.") for line in (super().to_python(value) or "").splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value


def in_vietnamese(form: forms.Form, *names: str) -> None:
    """Mark boxes that hold the words of a document, which stay Vietnamese on English pages."""
    for name in names:
        form.fields[name].widget.attrs["lang"] = "vi"


class ForOwnBodyForm(forms.Form):
    """For which body something is brought in. The view hands in those that the officer may import for."""

    body = forms.TypedChoiceField(label=_("Nhập cho cơ quan"), coerce=int)

    def __init__(self, *args: Any, bodies: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = list(bodies)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        if len(choices) == 1:
            field.initial, field.widget = choices[0][0], forms.HiddenInput()


class ImportForm(ForOwnBodyForm):
    """A document to be read."""

    document = forms.FileField(
        label=_("Tệp văn bản"),
        help_text=_("DOCX, PDF, ODT, bản quét hoặc chữ thường; nặng nhất 20 MB. Tệp có dấu mật sẽ bị từ chối."),
        error_messages={
            "required": _("Chọn tệp kế hoạch hoặc công văn."),
            "empty": _("Tệp rỗng. Chọn lại tệp văn bản."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.pdf,.odt,.txt,.md,.html,.png,.jpg,.jpeg,.tif,.tiff"}),
    )


class HeadForm(forms.Form):
    """What the document says of itself."""

    doc_type = forms.CharField(label=_("Loại văn bản"), max_length=60)
    number = forms.CharField(label=_("Số"), max_length=40, required=False)
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=60, required=False)
    date = VnDateField(label=_("Ngày ban hành"), required=False)
    place = forms.CharField(label=_("Nơi ban hành"), max_length=120, required=False)
    issuing_body = forms.CharField(label=_("Cơ quan ban hành, như trong văn bản"), max_length=300)
    title = forms.CharField(label=_("Trích yếu"), widget=forms.Textarea(attrs={"rows": 3}))
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    signer_position = forms.CharField(label=_("Chức vụ người ký"), max_length=120, required=False)
    issuing_body_id = forms.TypedChoiceField(
        label=_("Là cơ quan nào trong danh bạ"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, bodies: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["issuing_body_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*bodies, ("", _("Chưa có trong danh sách này"))]
        in_vietnamese(self, "title", "issuing_body", "signer_position")

    def head(self) -> dict[str, str | None]:
        """Return the fields as `correct_head` takes them."""
        cleaned = self.cleaned_data
        words = ("doc_type", "number", "symbol", "issuing_body", "place", "title", "signer", "signer_position")
        issued = cleaned["date"]
        return {name: squeeze(cleaned[name]) or None for name in words} | {
            "date": issued.isoformat() if issued else None
        }


class TaskForm(forms.Form):
    """One task as a person leaves it."""

    number = forms.CharField(label=_("Mục"), max_length=60, required=False)
    title = forms.CharField(
        label=_("Tên nhiệm vụ"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Ghi tên nhiệm vụ như trong văn bản.")},
    )
    scope = forms.CharField(label=_("Phạm vi"), max_length=500, required=False)
    lead = LinesField(
        label=_("Chủ trì"),
        help_text=_("Mỗi dòng một cơ quan."),
        error_messages={"required": _("Ghi cơ quan chủ trì, mỗi dòng một cơ quan.")},
    )
    coordinating = LinesField(label=_("Phối hợp"), help_text=_("Mỗi dòng một cơ quan."), required=False)
    deadline_text = forms.CharField(label=_("Hạn, nguyên văn"), max_length=1000, required=False)
    deadline_kind = forms.ChoiceField(
        label=_("Hiểu là"),
        required=False,
        choices=[
            (READ_FROM_WORDS, _("Đọc từ nguyên văn")),
            *[(k.value, v) for k, v in KIND_LABELS.items() if k != DeadlineKind.UNCLEAR],
        ],
    )
    deadline_end = VnDateField(label=_("Ngày cuối cùng còn đúng hạn"), required=False)
    product = forms.CharField(label=_("Sản phẩm"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    report_to = LinesField(label=_("Báo cáo về"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_vietnamese(self, "title", "scope", "lead", "coordinating", "deadline_text", "product", "report_to")

    def clean(self) -> dict[str, Any]:
        """Refuse a date that its kind does not have, and a kind that needs a date without one."""
        cleaned = super().clean() or {}
        kind = cleaned.get("deadline_kind")
        needs_date = kind in {
            DeadlineKind.DATE,
            DeadlineKind.BEFORE_DATE,
            DeadlineKind.SUBMIT_BEFORE_DATE,
            DeadlineKind.MONTH,
            DeadlineKind.QUARTER,
            DeadlineKind.QUARTER_RANGE,
            DeadlineKind.HALF_YEAR,
            DeadlineKind.YEAR,
            DeadlineKind.PERIOD,
        }
        if needs_date and not cleaned.get("deadline_end") and "deadline_end" not in self.errors:
            self.add_error("deadline_end", _("Loại hạn này cần ngày cuối cùng còn đúng hạn, ví dụ 31/12/2026."))
        return cleaned

    def deadline(self, before: Deadline | None = None) -> Deadline:
        """Return the deadline: as chosen, or read from the words; unchanged words keep what was read in place."""
        cleaned = self.cleaned_data
        words = squeeze(cleaned["deadline_text"])
        if cleaned["deadline_kind"] == READ_FROM_WORDS:
            return before if before and (before.text or "") == words else read_deadline(words)
        kind = DeadlineKind(cleaned["deadline_kind"])
        if before and before.kind == kind and before.end == cleaned["deadline_end"] and (before.text or "") == words:
            return before
        recurring = kind in (DeadlineKind.ONGOING, DeadlineKind.PERIODIC, DeadlineKind.YEAR_THEN_FOLLOWING_YEARS)
        return Deadline(text=words or None, kind=kind, end=cleaned["deadline_end"], recurring=recurring)


class NewTaskForm(TaskForm):
    """A task that the machine missed, and the place where it belongs."""

    after = forms.TypedChoiceField(label=_("Chỗ trong danh sách"), coerce=int)
    field_order = ("after",)

    def __init__(self, *args: Any, places: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["after"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(places)


def initial_of(draft: DraftTask) -> dict[str, Any]:
    """Return what the form shows of a draft before anybody typed."""
    return {
        "number": draft.number,
        "title": draft.title,
        "scope": draft.scope,
        "lead": [name["text"] for name in draft.lead],
        "coordinating": [name["text"] for name in draft.coordinating],
        "deadline_text": draft.deadline_text,
        "deadline_kind": "" if draft.deadline_kind == DeadlineKind.UNCLEAR else draft.deadline_kind,
        "deadline_end": draft.deadline_end,
        "product": draft.product,
        "report_to": draft.report_to,
    }


class NewBodyForm(forms.Form):
    """A body that the tree does not know. The view hands in what it may stand under."""

    name = forms.CharField(
        label=_("Tên cơ quan"), max_length=300, error_messages={"required": _("Ghi tên cơ quan như trong văn bản.")}
    )
    kind = forms.ChoiceField(label=_("Là"), choices=[(kind.value, label) for kind, label in NEW_BODY_KINDS.items()])
    parent = forms.TypedChoiceField(
        label=_("Đứng dưới"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn cơ quan cấp trên trực tiếp; chưa thấy thì tìm ở ô trên.")},
    )

    def __init__(self, *args: Any, parents: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parent"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(parents)

    def clean_name(self) -> str:
        """Return the name with single spaces."""
        return squeeze(self.cleaned_data["name"])


class ApprovalForm(forms.Form):
    """The approver's statement to have looked."""

    seen = forms.BooleanField(
        label=_("Tôi đã xem bản sẽ đăng bằng mắt, không có bí mật nhà nước và dữ liệu cá nhân."),
        error_messages={"required": _("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt.")},
    )


class ReasonForm(forms.Form):
    """A reason in words; the view says what is asked."""

    remark = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi lý do để người trình biết phải sửa gì.")},
    )

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remark"].label = label
