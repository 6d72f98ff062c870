"""Boxes that read what people here type: dates in one box or three, and uploads with their limits said first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext, gettext_lazy

from minhbach.domain.text import squeeze
from minhbach.foundation import dates
from minhbach.foundation.writing import size_written

NOT_A_DATE = gettext_lazy("Ghi ngày như 5/3/2026 hoặc 5 tháng 3 năm 2026.")


def read_date(text: str) -> date:
    """Return the day that was typed.

    :raises ValidationError: in the words of ui.md, if it is no date or the calendar has no such day.
    """
    try:
        return dates.typed(squeeze(text))
    except dates.NoSuchDay as missing:
        sentence = gettext("Không có ngày %(day)s. Xem lại ngày, tháng.") % {"day": missing}
        raise ValidationError(sentence, code="no_such_day") from missing
    except dates.NotADate as error:
        raise ValidationError(NOT_A_DATE, code="not_a_date") from error


class VnDateInput(forms.DateInput):
    """One box for a date, which writes a known day as 05/3/2026 and leaves what was typed as it was."""

    def format_value(self, value: Any) -> str | None:
        """Write a day; give text back untouched."""
        return dates.written(value) if isinstance(value, date) else super().format_value(value)


class VnDateField(forms.DateField):
    """One box for officers: 5/3/2026, 05-03-2026 or 5 tháng 3 năm 2026; the page echoes the day with its weekday."""

    widget = VnDateInput
    echoes = True

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("Ví dụ: 5/3/2026"))
        super().__init__(**options)
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> date | None:
        """Return the day, or nothing for an empty box."""
        if isinstance(value, date) or value in self.empty_values:
            return dates.local_date(value) if value else None
        return read_date(str(value))


class ThreeBoxes(forms.MultiWidget):
    """Ngày, Tháng, Năm: three boxes with a number pad and no jumping between them."""

    template_name = "foundation/parts/date_boxes.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        digits = {"inputmode": "numeric", "autocomplete": "off"}
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput({**digits, "maxlength": size}) for name, size in BOXES
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: date | None) -> list[Any]:
        """Return what stands in the boxes for a day."""
        return [value.day, value.month, value.year] if value else [None, None, None]


BOXES = (("ngay", 2), ("thang", 2), ("nam", 4))


class ThreeBoxDateField(forms.MultiValueField):
    """Three boxes for citizens; what was typed comes back as it was when the day does not exist."""

    widget = ThreeBoxes

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", gettext_lazy("Ví dụ: 5 3 2026"))
        parts = tuple(forms.CharField(required=False) for _ in BOXES)
        super().__init__(fields=parts, require_all_fields=False, **options)

    def compress(self, data_list: Sequence[str]) -> date | None:
        """Return the day of three boxes, or nothing for three empty ones."""
        typed = [part.strip() for part in data_list if part and part.strip()]
        if not typed:
            return None
        if len(typed) < len(BOXES):
            raise ValidationError(gettext("Ghi đủ ngày, tháng, năm."), code="incomplete")
        return read_date("/".join(typed))


@dataclass(frozen=True, slots=True)
class Uploads:
    """Files of one sending: those that may be kept, and a sentence for each that may not."""

    accepted: tuple[UploadedFile[bytes], ...]
    refused: tuple[str, ...]


class ManyFilesInput(forms.ClearableFileInput):
    """The browser's own box for files, several at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class UploadField(forms.FileField):
    """One file, its limits said first. `size` in bytes, `kinds` as endings without dot."""

    widget = forms.FileInput

    def __init__(self, *, size: int, kinds: Sequence[str] = (), **options: Any) -> None:
        self.size, self.kinds = size, tuple(kinds)
        options.setdefault("help_text", limits_written(size, self.kinds))
        super().__init__(**options)
        if self.kinds:
            self.widget.attrs["accept"] = ",".join(f".{kind}" for kind in self.kinds)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the file.

        :raises ValidationError: naming file, reason and remedy.
        """
        file = super().clean(data, initial)
        if isinstance(file, UploadedFile) and (sentence := refusal(file, self.size, self.kinds)):
            raise ValidationError(sentence, code="refused")
        return file


class UploadsField(UploadField):
    """Several files of one sending; the page fails only if none may be kept, and names each that may not."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> Uploads:  # noqa: ARG002
        """Return what may be kept and why the rest may not."""
        files = [file for file in data or [] if isinstance(file, UploadedFile)]
        if not files and self.required:
            raise ValidationError(gettext("Chọn ít nhất một tệp."), code="required")
        sentences = {file: refusal(file, self.size, self.kinds) for file in files}
        refused = tuple(sentence for sentence in sentences.values() if sentence)
        accepted = tuple(file for file, sentence in sentences.items() if not sentence)
        if refused and not accepted:
            raise ValidationError(list(refused), code="refused")
        return Uploads(accepted, refused)


def limits_written(size: int, kinds: Sequence[str]) -> str:
    """Say the limits in one line: PDF, DOCX; mỗi tệp tối đa 20 MB."""
    limit = gettext("mỗi tệp tối đa %(size)s") % {"size": size_written(size)}
    return f"{', '.join(kind.upper() for kind in kinds)}; {limit}" if kinds else limit[:1].upper() + limit[1:]


def refusal(file: UploadedFile[bytes], size: int, kinds: Sequence[str]) -> str:
    """Return why a file is not taken and what to do, or nothing."""
    name = file.name or ""
    if (file.size or 0) > size:
        facts = {"name": name, "size": size_written(file.size or 0), "limit": size_written(size)}
        return gettext("Tệp “%(name)s” nặng %(size)s; tối đa %(limit)s. Chia nhỏ hoặc mang tới quầy.") % facts
    if not file.size:
        return gettext("Tệp “%(name)s” không có gì bên trong. Xem lại tệp rồi gửi lại.") % {"name": name}
    if kinds and name.rpartition(".")[2].lower() not in kinds:
        facts = {"name": name, "kinds": ", ".join(kind.upper() for kind in kinds)}
        return gettext("Tệp “%(name)s” không thuộc loại nhận được (%(kinds)s). Đổi sang loại này rồi gửi lại.") % facts
    return ""
