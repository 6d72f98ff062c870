"""Parse and normalise what people type about letters; decide nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.domain.text import squeeze
from minhbach.foundation.form_fields import UploadField, VnDateField, limits_written
from minhbach.papers.as_text import NoSuchTable, from_text, tables_of, to_text
from minhbach.papers.contracts import Paper, Signature, Table
from minhbach.papers.labels import STATE_TAGS
from minhbach.papers.rules import HIGHEST_NUMBER, KINDS_OFFERED, LONGEST_SUBJECT

Choices = Iterable[tuple[Any, Any]]
LONGEST_LIST, LONGEST_TEXT = 20_000, 300_000
"""Characters: of a list of names, and of a text, which is some hundred pages."""
SCANS = ("pdf", "jpg", "png", "tif")
SUBJECT_MISSING = _("Ghi trích yếu: một câu nói văn bản về việc gì.")


class LinesField(forms.CharField):
    """A box with one entry a line; gives a tuple without empty lines."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        box = forms.Textarea(attrs={"rows": rows, "lang": "vi"})
        super().__init__(widget=box, required=False, max_length=LONGEST_LIST, **options)

    def to_python(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]
        """Return the lines, each with single spaces."""
        return tuple(line for line in map(squeeze, (super().to_python(value) or "").splitlines()) if line)


class NewLetterForm(forms.Form):
    """A letter to begin. The view hands in the bodies that the officer drafts for."""

    body = forms.TypedChoiceField(label=_("Cơ quan ban hành"), coerce=int)
    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=[(kind, kind) for kind in KINDS_OFFERED])
    subject = TextField(
        label=_("Trích yếu"),
        max_length=LONGEST_SUBJECT,
        help_text=_("Một câu nói văn bản về việc gì, ví dụ: đôn đốc thực hiện Kế hoạch 15/KH-UBND."),
        error_messages={"required": SUBJECT_MISSING},
        widget=forms.TextInput(attrs={"lang": "vi"}),
    )

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(bodies)
        fill(self.fields["body"], offered)
        if len(offered) == 1:
            self.fields["body"].widget = forms.HiddenInput()
            self.fields["body"].initial = offered[0][0]


class LetterForm(forms.Form):
    """The words of a letter in plain boxes. Tables are held by name and cannot be typed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    subject = TextField(
        label=_("Trích yếu"),
        max_length=LONGEST_SUBJECT,
        error_messages={"required": SUBJECT_MISSING},
        widget=forms.Textarea(attrs={"rows": 2, "lang": "vi"}),
    )
    addressees = LinesField(label=_("Kính gửi"), help_text=_("Mỗi dòng một nơi. Để trống nếu không gửi riêng ai."))
    text = forms.CharField(
        label=_("Nội dung"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 18, "lang": "vi"}),
        help_text=_(
            "Mỗi đoạn một dòng. Đầu dòng: # là đề mục lớn, ## và ### là đề mục nhỏ hơn, = là dòng đứng giữa trang, "
            "> là căn cứ (chữ nghiêng). [Bảng 1] là chỗ của bảng; xóa dòng ấy là bỏ bảng."
        ),
    )
    recipients = LinesField(
        label=_("Nơi nhận"), rows=4, help_text=_("Mỗi dòng một nơi, dòng cuối là nơi lưu, ví dụ: Lưu: VT.")
    )
    authority = LinesField(
        label=_("Quyền hạn ký"), rows=2, help_text=_("Ví dụ: TM. ỦY BAN NHÂN DÂN, dòng dưới KT. CHỦ TỊCH.")
    )
    position = TextField(label=_("Chức vụ người ký"), required=False, max_length=120)
    signer = TextField(label=_("Họ và tên người ký"), required=False, max_length=120)
    body_above = LinesField(label=_("Cơ quan cấp trên, in phía trên"), rows=2)
    issuing_body = LinesField(label=_("Tên cơ quan ban hành, như in trên văn bản"), rows=2)
    place = TextField(label=_("Địa danh"), required=False, max_length=120)

    def __init__(self, *args: Any, tables: Sequence[Table], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tables = tables
        for name in ("position", "signer", "place"):
            self.fields[name].widget.attrs["lang"] = "vi"

    def clean_text(self) -> Any:
        """Return the blocks that the text means."""
        try:
            return from_text(self.cleaned_data["text"], tables=self.tables)
        except NoSuchTable as missing:
            sentence = _("Văn bản này không có [Bảng %(number)s]. Xem lại số của bảng.")
            raise ValidationError(sentence % {"number": missing.number}) from missing

    def paper(self, before: Paper) -> Paper:
        """Return the paper with what was typed."""
        given = self.cleaned_data
        return Paper(
            kind=before.kind,
            number=before.number,
            symbol=before.symbol,
            day=before.day,
            year=before.year,
            subject=given["subject"],
            addressees=given["addressees"],
            blocks=given["text"],
            recipients=given["recipients"],
            signature=Signature(given["authority"], given["position"], given["signer"]),
            body_above="\n".join(given["body_above"]),
            issuing_body="\n".join(given["issuing_body"]),
            place=given["place"],
            annex=before.annex,
        )


def boxes_of(paper: Paper, *, version: int) -> dict[str, Any]:
    """Return what stands in the boxes of `LetterForm` for a paper."""
    return {
        "version": version,
        "subject": paper.subject,
        "addressees": "\n".join(paper.addressees),
        "text": to_text(paper.blocks),
        "recipients": "\n".join(paper.recipients),
        "authority": "\n".join(paper.signature.authority),
        "position": paper.signature.position,
        "signer": paper.signature.name,
        "body_above": paper.body_above,
        "issuing_body": paper.issuing_body,
        "place": paper.place,
    }


def tables_in(paper: Paper) -> tuple[Table, ...]:
    """Return the tables that `LetterForm` holds by name."""
    return tables_of(paper.blocks)


class NumberForm(forms.Form):
    """Number, symbol and date. An empty number is drawn from the book."""

    symbol = TextField(
        label=_("Ký hiệu"),
        max_length=60,
        help_text=_("Phần sau dấu gạch chéo, ví dụ KH-UBND hoặc UBND-VP."),
        error_messages={"required": _("Ghi ký hiệu không có số và dấu cách, như KH-UBND hoặc UBND-VP.")},
    )
    issued_on = VnDateField(label=_("Ngày ban hành"), error_messages={"required": _("Ghi ngày ban hành.")})
    number = forms.IntegerField(
        label=_("Số"),
        required=False,
        min_value=1,
        max_value=HIGHEST_NUMBER,
        help_text=_("Để trống để lấy số tiếp theo trong sổ. Cơ quan cấp số ở phần mềm khác thì ghi số đã cấp."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi số bằng chữ số, ví dụ 12."), "min_value": _("Ghi số từ 1 trở lên.")},
    )


class ScanForm(forms.Form):
    """The scan of the signed letter; what it is, its bytes tell."""

    scan = UploadField(
        label=_("Bản quét văn bản đã ký"),
        size=settings.UPLOAD_LIMIT,
        error_messages={"required": _("Chọn tệp quét văn bản đã ký.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scan"].help_text = limits_written(settings.UPLOAD_LIMIT, SCANS)
        self.fields["scan"].widget.attrs["accept"] = ".pdf,.jpg,.jpeg,.png,.tif,.tiff"


class DropForm(forms.Form):
    """Why a letter is dropped."""

    reason = TextField(
        label=_("Lý do bỏ"),
        required=False,
        max_length=300,
        error_messages={"required": _("Ghi lý do: số này vẫn nằm trong sổ, gạch ngang kèm lý do.")},
    )

    def __init__(self, *args: Any, has_number: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = has_number


class LetterFilterForm(forms.Form):
    """What the list of letters is narrowed to. The view hands in years, kinds and, where there are several, bodies."""

    tim = TextField(label=_("Số, ký hiệu hoặc trích yếu"), required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *[(state.value, STATE_TAGS[state][1]) for state in LetterState]],
    )
    nam = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: Iterable[int], kinds: Iterable[str], bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["nam"], [("", _("Mọi năm")), *((year, str(year)) for year in years)])
        fill(self.fields["loai"], [("", _("Mọi loại")), *((kind, kind) for kind in kinds)])
        offered = list(bodies)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *offered])
        if len(offered) < 2:
            del self.fields["co_quan"]

    def asked(self, name: str) -> Any:
        """Return what was asked for, or nothing where it makes no sense."""
        self.is_valid()
        return self.cleaned_data.get(name)

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force."""
        found = ((self._in_words(name, self.asked(name)), name) for name in self.fields)
        return [(words, name) for words, name in found if words]

    def _in_words(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if not value:
            return ""
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])  # type: ignore[arg-type]
        return f"“{value}”"


class BookForm(forms.Form):
    """Which book is shown. The view hands in years, kinds and bodies; the first of each is shown unless asked."""

    nam = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: Sequence[int], kinds: Iterable[str], bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["nam"], [(year, str(year)) for year in years])
        fill(self.fields["loai"], [("", _("Mọi loại")), *((kind, kind) for kind in kinds)])
        offered = list(bodies)
        fill(self.fields["co_quan"], offered)
        if len(offered) < 2:
            del self.fields["co_quan"]

    def asked(self, name: str) -> Any:
        """Return what was asked for, or nothing where it makes no sense."""
        self.is_valid()
        return self.cleaned_data.get(name)


def fill(field: forms.Field, choices: Choices) -> None:
    """Give a box of choices what the view hands in."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
